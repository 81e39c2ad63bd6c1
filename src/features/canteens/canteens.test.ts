import { expect, test } from 'vitest'
import { group, school } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { changeCanteens, createCanteens, findCanteen, findRole, recordOf, streamOf } from './canteens.ts'

async function opened() {
  const { platform, as } = await testSite()
  const { person } = await as('elodie@ecole.example')
  const create = (records: CanteenRecord[]) =>
    platform.database.transaction((db) => createCanteens(db, records, { source: 'page', by: person.id, now: TODAY }))
  return { database: platform.database, person, create }
}

test('a canteen is created with its place, its first administrator and its trail', async () => {
  const { database, person, create } = await opened()
  const [id, groupId] = await create([school, group])
  expect(await findCanteen(database, id!)).toMatchObject({
    ...school,
    commune: 'Cesson-Sévigné',
    postcode: '35510',
    department: '35',
    region: '53',
    epci: '243500139',
    complete: true,
    version: 1,
  })
  expect(await findCanteen(database, groupId!)).toMatchObject({ productionType: 'groupe', complete: true, commune: null })
  expect(await findRole(database, id!, person.id)).toBe('administrator')
  expect(await readTrail(database, streamOf(id!), { most: 5 })).toMatchObject([{ number: 1, actor: person.id, kind: 'created' }])
})

test('a change is told with what it was and what it becomes; the same record changes nothing', async () => {
  const { database, person, create } = await opened()
  const [id] = await create([school])
  const canteen = (await findCanteen(database, id!))!
  const change = (record: CanteenRecord, version = canteen.version) =>
    database.transaction((db) =>
      changeCanteens(db, [{ id: id!, version, before: recordOf(canteen), record }], { by: person.id, now: TODAY }),
    )
  expect(await change(school)).toEqual([])
  expect(await change({ ...school, dailyMealCount: 130 })).toEqual([id])
  expect(await change({ ...school, dailyMealCount: 140 }), 'someone changed it since').toEqual([])
  expect((await findCanteen(database, id!))?.dailyMealCount).toBe(130)
  expect((await readTrail(database, streamOf(id!), { most: 5 })).map(({ kind, detail }) => [kind, detail])).toEqual([
    ['changed', { dailyMealCount: [120, 130] }],
    ['created', { source: 'page' }],
  ])
  expect(await verifyTrail(database, streamOf(id!))).toEqual({ sound: 2, brokenAt: null })
})

test('what is wrong is never written, and a number is alive once', async () => {
  const { database, create } = await opened()
  await expect(create([{ ...school, dailyMealCount: 2 }])).rejects.toThrow('dailyMealCount too_small')
  await create([school])
  await expect(create([school])).rejects.toThrow('canteen_siret')
  expect(await database.first('select count(*) as n from canteen')).toEqual({ n: 1 })
})
