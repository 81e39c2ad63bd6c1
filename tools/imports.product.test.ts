// An import on the product as a whole process, killed at several moments: nothing or everything, then once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../src/platform/database/database.ts'
import { canteenWorkbook, countImported, IMPORTER, pause, visitorOf } from './bench/import-journey.ts'
import { type Served, serveProduct } from './bench/product.ts'
import { signIn } from './bench/sign-in.ts'

const ROWS = 2000

test('kill -9 during an import leaves nothing of it, and the product takes it up again when it comes back', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ma-cantine-product-'))
  let served: Served | null = null
  onTestFinished(async () => {
    await served?.kill()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const start = async () => {
    served = await serveProduct({ DATABASE_URL: '', DATA_DIR: dataDir })
    return served
  }
  // The embedded database goes with the product that started it, and comes back with the next one.
  const look = async () => {
    const database = await openDatabase({ databaseUrl: null, dataDir })
    const found = {
      canteens: await countImported(database),
      state: (await database.first<{ state: string }>('select state from import'))?.state,
      rows: (await database.first<{ n: number }>('select count(*) as n from import_change'))!.n,
    }
    await database.close()
    return found
  }
  let product = await start()
  const database = await openDatabase({ databaseUrl: null, dataDir })
  const cookie = await signIn(product.base, database, IMPORTER)
  await database.close()
  let visitor = visitorOf(product.base, cookie)
  const address = await visitor.bring(await canteenWorkbook(ROWS, 0))
  await product.kill()
  expect(await look()).toEqual({ canteens: 0, state: 'checking', rows: 0 })
  product = await start()
  visitor = visitorOf(product.base, cookie)
  expect(await visitor.settled(address)).toBe('checked')
  await visitor.post(`${address}/enregistrer`)
  for (const moment of [150, 600]) {
    await pause(moment)
    await product.kill()
    const { canteens, state, rows } = await look()
    expect([canteens, state, rows], `killed after ${moment} ms`).toEqual(
      state === 'applied' ? [ROWS, 'applied', ROWS] : [0, 'applying', 0],
    )
    product = await start()
  }
  expect(await visitorOf(product.base, cookie).settled(address)).toBe('applied')
  expect(await look()).toEqual({ canteens: ROWS, state: 'applied', rows: ROWS })
}, 120_000)
