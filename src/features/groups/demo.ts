// Writes the told group on the told canteens.
import { calendarYear, dayBefore } from '../../law/days.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import type { Platform } from '../../platform/http/context.ts'
import { createCanteens } from '../canteens/canteens.ts'
import { changePeriods } from './change.ts'
import { formerGroup, told } from './demo.data.ts'
import { namesOf } from './link.ts'
import { findTold, hold } from './periods.sql.ts'

/** Loads it; loading again changes nothing. */
export async function loadDemo({ database, now }: Platform): Promise<void> {
  const deed = { deed: 'demo-groups', by: told.person, now: now() }
  const today = dayInParis(now())
  const thisYear = Number(today.slice(0, 4))
  const moved = `${today >= `${thisYear}-09-01` ? thisYear : thisYear - 1}-09-01`
  const since = calendarYear(Number(moved.slice(0, 4)) - 1).from
  await database.transaction(async (db) => {
    const ids = await findTold(db, [told.group, told.formerGroup, ...told.satellites, told.newcomer])
    const group = ids.get(told.group)
    if (group === undefined || ids.has(told.formerGroup)) return
    const made = { source: 'demo', by: told.person, now: now(), creationKey: told.formerGroup } as const
    const [former] = await createCanteens(db, [formerGroup], made)
    const held = await hold(db, [group, former!], [...ids.values()])
    const changes = [...told.satellites, told.newcomer].flatMap((key) => {
      const satelliteId = ids.get(key)
      if (satelliteId === undefined) return []
      const joins = { groupId: group, from: key === told.newcomer ? moved : since, to: null }
      const before = { groupId: former!, from: since, to: dayBefore(moved) }
      return [{ satelliteId, before: [], after: key === told.newcomer ? [before, joins] : [joins] }]
    })
    await changePeriods(db, changes, namesOf(held, new Map()), deed)
  })
}
