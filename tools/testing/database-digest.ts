// What a database holds, in short: enough to see that nothing changed.
import type { Database } from '../../src/platform/database/database.ts'

/** Some deeds sign people out or away: they are put back after each. */
export async function keepPeople(database: Database) {
  const rowsOf = async (table: string) => JSON.stringify(await database.rows(`select * from ${table}`))
  const [people, sessions] = [await rowsOf('person'), await rowsOf('person_session')]
  return {
    async restore() {
      await database.run('insert into person select * from jsonb_populate_recordset(null::person, $1) on conflict do nothing', [
        people,
      ])
      await database.run(
        'update person set erase_after = null, second_factor = false where erase_after is not null or second_factor',
      )
      await database.run(
        'insert into person_session select * from jsonb_populate_recordset(null::person_session, $1) on conflict do nothing',
        [sessions],
      )
    },
  }
}

/** Counted or refreshed by a mere visit. */
const VISITS = ['account_attempt', 'person_session']

/** A sum of each table's rows, waiting jobs included; or of the rows of one canteen only. */
export async function digestOf(database: Database) {
  const tables = await database.rows<{ name: string; ofCanteen: string }>(
    `select relname as name, coalesce((
       select string_agg(quote_ident(attname) || ' = $1', ' or ') from pg_attribute
       where attrelid = pg_class.oid and attname in ('canteen_id', 'group_id', 'satellite_id') and not attisdropped), '') as "ofCanteen"
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> all($1) order by relname`,
    [VISITS],
  )
  const sum = (name: string, from: string, condition: string) =>
    `select '${name}' as name, coalesce(sum(hashtextextended(one::text, 0)::numeric), 0)::text as sum from ${from} one ${condition}`
  const all = [...tables.map(({ name }) => sum(name, name, '')), sum('jobs', 'graphile_worker._private_jobs', '')].join(
    ' union all ',
  )
  const ofOne = [
    sum('canteen', 'canteen', 'where id = $1'),
    sum('trail_entry', 'trail_entry', `where stream = 'canteen:' || $1`),
    ...tables.filter(({ ofCanteen }) => ofCanteen !== '').map(({ name, ofCanteen }) => sum(name, name, `where ${ofCanteen}`)),
  ].join(' union all ')
  return async (of: 'everything' | 'nothing' | number): Promise<Record<string, string>> => {
    if (of === 'nothing') return {}
    const [sql, parameters] = of === 'everything' ? [all, []] : [ofOne, [of]]
    const rows = await database.rows<{ name: string; sum: string }>(sql, parameters)
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
  }
}
