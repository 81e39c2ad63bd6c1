// An import on the product as a whole process, killed at several moments: nothing or everything, then once.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../src/platform/database/database.ts'
import { canteens, pause, visitorOf } from './bench/import-journey.ts'
import { type Served, serveProduct } from './bench/product.ts'
import { purchases } from './bench/purchase-imports.ts'
import { signIn } from './bench/sign-in.ts'

/** `changes`: what is kept to undo each row; purchases need nothing. */
test.each([
  { what: 'canteens', journey: canteens, ROWS: 2000, changes: 2000 },
  { what: 'purchases', journey: purchases, ROWS: 20_000, changes: 0 },
])(
  'kill -9 during an import of $what leaves nothing of it, and the product takes it up again when it comes back',
  async ({ journey, ROWS, changes }) => {
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
        written: await journey.count(database),
        state: (await database.first<{ state: string }>('select state from import'))?.state,
        rows: (await database.first<{ n: number }>('select count(*) as n from import_change'))!.n,
      }
      await database.close()
      return found
    }
    let product = await start()
    const database = await openDatabase({ databaseUrl: null, dataDir })
    const cookie = await signIn(product.base, database, journey.importer)
    await database.close()
    let visitor = visitorOf(product.base, cookie)
    const address = await visitor.bring(await journey.make(ROWS, 0), journey)
    await product.kill()
    expect(await look()).toEqual({ written: 0, state: 'checking', rows: 0 })
    product = await start()
    visitor = visitorOf(product.base, cookie)
    expect(await visitor.settled(address)).toBe('checked')
    await visitor.post(`${address}/enregistrer`)
    for (const moment of [150, 600]) {
      await pause(moment)
      await product.kill()
      const { written, state, rows } = await look()
      expect([written, state, rows], `killed after ${moment} ms`).toEqual(
        state === 'applied' ? [ROWS, 'applied', changes] : [0, 'applying', 0],
      )
      product = await start()
    }
    expect(await visitorOf(product.base, cookie).settled(address)).toBe('applied')
    expect(await look()).toEqual({ written: ROWS, state: 'applied', rows: changes })
  },
  240_000,
)
