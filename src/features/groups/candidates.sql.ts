// Whom one may bring together: satellites for a group, groups for a satellite.
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import { searchQuery } from '../canteens/canteens.ts'

export type Candidate = {
  readonly id: number
  readonly name: string
  readonly siret: string | null
  readonly siren: string | null
  readonly commune: string | null
  readonly postcode: string | null
  readonly yearlyMealCount: number | null
  /** Does this person administer it? Does anyone? */
  readonly mine: boolean
  readonly managed: boolean
  /** The group that it is in today, and until when. */
  readonly inGroup: string | null
  readonly until: IsoDate | null
  /** A request is open between the two. */
  readonly asked: boolean
}

/** Does this person ($2) administer the canteen `c`? */
const MINE = `c.id in (select canteen_id from canteen_member where person_id = $2 and role = 'administrator')`

type Wish = {
  readonly groupId: number
  readonly personId: string
  readonly today: IsoDate
  readonly words: string
  readonly page: number
}

/** Beyond, one had better look for something else: they are not counted. */
export const MOST_COUNTED = 1000

/**
 * Satellites that a group could take: those that this person administers or, when words are given, all registered ones that answer them, one's own
 * first, by name. Those of this group today are left out. `total` stops one above `MOST_COUNTED`.
 */
export async function pageOfSatelliteCandidates(db: Queries, { groupId, personId, today, words, page }: Wish, perPage: number) {
  const query = searchQuery(words)
  const source =
    query === null
      ? `from canteen_member mine join canteen c on c.id = mine.canteen_id
         where mine.person_id = $2 and mine.role = 'administrator' and $4::text is null`
      : `from canteen c where c.search @@ to_tsquery('simple', $4)`
  const among = `${source} and c.production_type = 'site_cooked_elsewhere' and c.archived_at is null
    and not exists (select from canteen_group_period p
                    where p.satellite_id = c.id and p.group_id = $1 and p.starts_on <= $3 and coalesce(p.ends_on, 'infinity') >= $3)`
  const parameters = [groupId, personId, today, query]
  const [candidates, counted] = await Promise.all([
    db.rows<Candidate>(
      `with found as (
         select c.*, ${MINE} as mine ${among} order by not ${MINE}, c.search_words, c.id limit $5 offset $6)
       select c.id, c.name, c.siret, c.siren, c.commune, c.postcode, c.yearly_meals as "yearlyMealCount", c.mine,
              exists (select from canteen_member m where m.canteen_id = c.id and m.role = 'administrator') as managed,
              g.name as "inGroup", p.ends_on as until,
              exists (select from group_request r where r.satellite_id = c.id and r.group_id = $1 and r.state = 'pending') as asked
       from found c
         left join canteen_group_period p
           on p.satellite_id = c.id and p.starts_on <= $3 and coalesce(p.ends_on, 'infinity') >= $3
         left join canteen g on g.id = p.group_id
       order by not c.mine, c.search_words, c.id`,
      [...parameters, perPage, (page - 1) * perPage],
    ),
    // The person is named only so that the numbers of the parameters stay the same.
    db.first<{ total: number }>(
      `select count(*) as total from (select $2::text ${among} limit ${MOST_COUNTED + 1}) counted`,
      parameters,
    ),
  ])
  return { candidates, total: counted?.total ?? 0 }
}

export type GroupCandidate = Pick<Candidate, 'id' | 'name' | 'siren' | 'mine' | 'managed'> & { readonly restaurants: number }

/** Living groups: those that this person administers or, when words are given, all that answer them. `but` is left out. */
export const groupCandidates = (db: Queries, personId: string, words: string, today: IsoDate, most: number) => {
  const query = searchQuery(words)
  return db.rows<GroupCandidate>(
    `select c.id, c.name, c.siren, mine.person_id is not null as mine,
            exists (select from canteen_member m where m.canteen_id = c.id and m.role = 'administrator') as managed,
            (select count(*) from canteen_group_period p
             where p.group_id = c.id and p.starts_on <= $2 and coalesce(p.ends_on, 'infinity') >= $2) as restaurants
     from canteen c left join canteen_member mine on mine.canteen_id = c.id and mine.person_id = $1 and mine.role = 'administrator'
     where c.production_type = 'groupe' and c.archived_at is null
       and ${query === null ? 'mine.person_id is not null and $3::text is null' : `c.search @@ to_tsquery('simple', $3)`}
     order by mine.person_id is null, c.search_words, c.id limit $4`,
    [personId, today, query, most],
  )
}
