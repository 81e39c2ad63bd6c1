// Which satellites a group delivers, and when: for a day, for a year, for the pages.
import type { Period } from '../../law/campaigns.ts'
import { coveredWithin, type Stay } from '../../law/days.ts'
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import { searchQuery } from '../canteens/canteens.ts'

/** A satellite and the stretches of time when the group delivers it. */
export type Satellite = {
  readonly id: number
  readonly name: string
  readonly siret: string | null
  readonly siren: string | null
  readonly commune: string | null
  readonly postcode: string | null
  readonly dailyMealCount: number | null
  readonly yearlyMealCount: number | null
  readonly complete: boolean
  readonly archived: boolean
  /** In order. A satellite that is archived was delivered until that day at most. */
  readonly stays: readonly Stay[]
}

const FACTS = `s.id, s.name, s.siret, s.siren, s.commune, s.postcode, s.daily_meals as "dailyMealCount", s.yearly_meals as "yearlyMealCount",
  s.complete, s.archived_at is not null as archived`
/** The last day of a period, that of the archiving at the latest. */
const LAST_DAY = `least(p.ends_on, (s.archived_at at time zone 'Europe/Paris')::date)`
const DELIVERED = 'from canteen_group_period p join canteen s on s.id = p.satellite_id'

/** Satellites that the group delivers within these days, by name, with their stays cut to them. */
export async function deliveredWithin(db: Queries, groupId: number, bounds: Period): Promise<Satellite[]> {
  const rows = await db.rows<Satellite>(
    `select ${FACTS}, json_agg(json_build_object('from', p.starts_on, 'to', ${LAST_DAY}) order by p.starts_on) as stays
     ${DELIVERED}
     where p.group_id = $1 and p.starts_on <= $3 and coalesce(${LAST_DAY}, 'infinity') >= $2 and p.starts_on <= coalesce(${LAST_DAY}, 'infinity')
     group by s.id order by s.search_words, s.id`,
    [groupId, bounds.from, bounds.to],
  )
  return rows.map((row) => ({ ...row, stays: coveredWithin(bounds, row.stays) }))
}

export type GroupOfDay = { groupId: number; groupName: string; from: IsoDate; to: IsoDate | null }

/** The group that a satellite is in on a day, or null. */
export const groupOn = (db: Queries, satelliteId: number, day: IsoDate) =>
  db.first<GroupOfDay>(
    `select p.group_id as "groupId", g.name as "groupName", p.starts_on as "from", p.ends_on as "to"
     from canteen_group_period p join canteen g on g.id = p.group_id
     where p.satellite_id = $1 and p.starts_on <= $2 and coalesce(p.ends_on, 'infinity') >= $2`,
    [satelliteId, day],
  )

export type When = 'now' | 'later' | 'before'

/** One period of one satellite, as a line of the list. */
export type DeliveredLine = Omit<Satellite, 'stays'> & { periodId: number; from: IsoDate; to: IsoDate | null }

const WHEN: Readonly<Record<When, string>> = {
  now: `p.starts_on <= $2 and coalesce(${LAST_DAY}, 'infinity') >= $2`,
  later: 'p.starts_on > $2 and s.archived_at is null',
  before: `${LAST_DAY} < $2`,
}

export type ListWish = {
  readonly groupId: number
  readonly today: IsoDate
  readonly words: string
  readonly when: When
  readonly page: number
}

/** One page of the satellites of a group, by name, and how many there are in all. */
export async function pageOfDelivered(db: Queries, { groupId, today, words, when, page }: ListWish, perPage: number) {
  const rows = await db.rows<DeliveredLine & { total: number }>(
    `select ${FACTS}, p.id as "periodId", p.starts_on as "from", ${LAST_DAY} as "to", count(*) over () as total ${DELIVERED}
     where p.group_id = $1 and ${WHEN[when]} and ($3::text is null or s.search @@ to_tsquery('simple', $3))
     order by s.search_words, s.id, p.starts_on limit $4 offset $5`,
    [groupId, today, searchQuery(words), perPage, (page - 1) * perPage],
  )
  return { lines: rows as readonly DeliveredLine[], total: rows[0]?.total ?? 0 }
}

export type GroupSummary = {
  readonly now: number
  readonly later: number
  readonly before: number
  /** Of those of today: records with something missing, those whose meals are not known, and the meals of the others. */
  readonly incomplete: number
  readonly withoutMeals: number
  readonly yearlyMeals: number
}

export const summaryOf = async (db: Queries, groupId: number, today: IsoDate): Promise<GroupSummary> =>
  (await db.first<GroupSummary>(
    `select count(*) filter (where ${WHEN.now}) as now, count(*) filter (where ${WHEN.later}) as later,
            count(*) filter (where ${WHEN.before}) as before,
            count(*) filter (where ${WHEN.now} and not s.complete) as incomplete,
            count(*) filter (where ${WHEN.now} and s.yearly_meals is null) as "withoutMeals",
            coalesce(sum(s.yearly_meals) filter (where ${WHEN.now}), 0)::bigint as "yearlyMeals"
     ${DELIVERED} where p.group_id = $1`,
    [groupId, today],
  ))!

/** A period by its identifier, with the two it binds; null once it has been changed. */
export const findPeriod = (db: Queries, id: number) =>
  db.first<{ groupId: number; groupName: string; satelliteId: number; satelliteName: string; from: IsoDate; to: IsoDate | null }>(
    `select p.group_id as "groupId", g.name as "groupName", p.satellite_id as "satelliteId", s.name as "satelliteName",
            p.starts_on as "from", p.ends_on as "to"
     ${DELIVERED} join canteen g on g.id = p.group_id where p.id = $1`,
    [id],
  )
