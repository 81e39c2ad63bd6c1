import { expect, test } from 'vitest'
import { testPlatform } from '../../../tools/testing/platform.ts'

test('a transaction whose failure was passed over in silence does not end as if it were written', async () => {
  const { database } = await testPlatform()
  await database.run('create table kept (id integer primary key)')
  const lost = database.transaction(async (db) => {
    await db.copy('kept', ['id'], '1\n')
    // Sent, and waited for by nobody.
    db.copy('kept', ['id'], '1\n').catch(() => {})
  })
  await expect(lost).rejects.toThrow('rolled back')
  const refused = database.transaction(async (db) => {
    await db.run('insert into kept values (2)')
    await db.run('insert into unknown values (2)').catch(() => {})
  })
  await expect(refused).rejects.toThrow('rolled back')
  expect(await database.rows('select id from kept')).toEqual([])
})

test('lines that PostgreSQL refuses leave the connection as good as before', async () => {
  const { database } = await testPlatform()
  await database.run('create table kept (id integer primary key)')
  const long = Array.from({ length: 200_000 }, (_, id) => `${id}\n`).join('')
  for (const [table, lines] of [
    ['unknown', long],
    ['kept', `wrong\n${long}`],
    ['kept', `${long}1\n`],
  ] as const) {
    await expect(
      database.transaction(async (db) => {
        const sending = db.copy(table, ['id'], lines)
        sending.catch(() => {})
        // Behind it, on the same connection.
        const next = db.copy('kept', ['id'], '-1\n')
        next.catch(() => {})
        await Promise.all([sending, next])
      }),
    ).rejects.toThrow()
    await expect(database.copy(table, ['id'], lines)).rejects.toThrow()
    expect(await database.first('select count(*) as n from kept')).toEqual({ n: 0 })
  }
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0)
})
