import { cp, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../../tools/testing/platform.ts'
import { migrate } from './migrate.ts'

test('a migration that lands after one of a higher number is applied all the same, once', async () => {
  const database = await testDatabase()
  onTestFinished(() => database.close())
  const root = await mkdtemp(join(tmpdir(), 'migrations-'))
  await cp('migrations', join(root, 'migrations'), { recursive: true })
  await writeFile(join(root, 'migrations', '0002_beside.sql'), 'create table beside (id integer)')
  await migrate(database, root)
  await migrate(database, root)
  expect(await database.rows('select * from beside')).toEqual([])
})
