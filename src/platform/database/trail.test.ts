import { expect, onTestFinished, test } from 'vitest'
import { TODAY, testDatabase } from '../../../tools/testing/platform.ts'
import { addToTrail, readTrail, type TrailEntry, verifyTrail } from './trail.ts'

const entry = (stream: string, kind: string, detail = {}): TrailEntry => ({ stream, at: TODAY, actor: 'someone', kind, detail })

async function openTrail() {
  const database = await testDatabase()
  onTestFinished(() => database.close())
  return database
}

test('entries are numbered in their order, stream by stream, and the chain holds', async () => {
  const database = await openTrail()
  await addToTrail(database, [entry('a:1', 'created'), entry('b:1', 'created'), entry('a:1', 'changed', { meals: [3, 4] })])
  await addToTrail(database, [entry('a:1', 'archived')])
  expect((await readTrail(database, 'a:1', { most: 2 })).map(({ number, kind }) => [number, kind])).toEqual([
    [3, 'archived'],
    [2, 'changed'],
  ])
  expect(await readTrail(database, 'a:1', { most: 9, before: 2 })).toEqual([
    { number: 1, at: TODAY, actor: 'someone', kind: 'created', detail: {} },
  ])
  expect(await verifyTrail(database, 'a:1')).toEqual({ sound: 3, brokenAt: null })
  expect(await verifyTrail(database, 'nothing')).toEqual({ sound: 0, brokenAt: null })
})

test('entries written at the same time in one stream all count', async () => {
  const database = await openTrail()
  await Promise.all(Array.from({ length: 8 }, (_, index) => addToTrail(database, [entry('a:1', `kind ${index}`)])))
  expect(await verifyTrail(database, 'a:1')).toEqual({ sound: 8, brokenAt: null })
})

test('nothing is changed or removed, and what got past that is seen', async () => {
  const database = await openTrail()
  await addToTrail(database, [entry('a:1', 'created'), entry('a:1', 'changed'), entry('a:1', 'archived')])
  await expect(database.run(`update trail_entry set kind = 'x'`)).rejects.toThrow('never changed')
  await expect(database.run('delete from trail_entry')).rejects.toThrow('never changed')
  await database.run('alter table trail_entry disable trigger trail_entry_append_only')
  await database
    .transaction(async (db) => {
      await db.run(`update trail_entry set kind = 'x' where number = 2`)
      expect(await verifyTrail(db, 'a:1')).toEqual({ sound: 1, brokenAt: 2 })
      throw new Error('back')
    })
    .catch(() => {})
  await database.run('delete from trail_entry where number = 3')
  expect(await verifyTrail(database, 'a:1')).toEqual({ sound: 2, brokenAt: 3 })
})
