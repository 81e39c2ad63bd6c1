// Every query on what teams taught. Writing is always in one's own canteen; reading also reaches the other canteens of whoever corrected.
import type { Queries } from '../../platform/database/database.ts'
import type { Lesson } from './lesson.ts'

/** A supplier as it compares: by its number, else by its name. */
export type SupplierKeys = { readonly key: string; readonly siren: string | null; readonly name: string }
export type AskedWording = SupplierKeys & { readonly at: number; readonly wording: string }

export type LearnedRow = Lesson & {
  readonly id: number
  readonly wording: string
  /** As last corrected. */
  readonly example: string
  readonly supplier: string | null
  readonly times: number
  readonly learnedBy: string | null
  readonly learnedAt: Date
  readonly forgottenAt: Date | null
  /** Learned in this canteen, not in another one of the person who corrected. */
  readonly here: boolean
}

const ROW = `id, wording, example, supplier, no_food as "noFood", family, labels_added as "labelsAdded", labels_removed as "labelsRemoved",
  origin, times, learned_by as "learnedBy", learned_at as "learnedAt", forgotten_at as "forgottenAt", canteen_id = $1 as here`

/** In other canteens, what someone taught who may write both there and here: as of today, for people join and leave. */
const FROM_ELSEWHERE = `from canteen_member mate join learned_wording on learned_by = mate.person_id
  where mate.canteen_id = $1 and mate.role <> 'reader' and learned_wording.canteen_id <> $1 and forgotten_at is null
    and exists (select from canteen_member there
                where there.canteen_id = learned_wording.canteen_id and there.person_id = learned_by and there.role <> 'reader')`
const columns = ROW.replace(/\bcanteen_id\b/, 'learned_wording.canteen_id')

/** Known by number: that number. Known by name only, on either side: that name. */
const sameSupplier = (one: string, other: string) =>
  `(${one}.supplier_key = ${other}.supplier_key or (${one}.supplier_name = ${other}.supplier_name and ${one}.supplier_name <> ''
    and (${one}.supplier_siren is null or ${other}.supplier_siren is null)))`
const SUPPLIER_COLUMNS = `key as supplier_key, siren as supplier_siren, name as supplier_name`

/** What reaches this canteen for each of these wordings: of here first, then the latest. It may be one that is forgotten, which hides the others. */
export const learnedFor = (db: Queries, canteenId: number, asked: readonly AskedWording[]) =>
  db.rows<LearnedRow & { at: number }>(
    `with asked as (select at, wording as said, ${SUPPLIER_COLUMNS}
                    from jsonb_to_recordset($2) as one (at integer, wording text, key text, siren text, name text)),
          found as (
            select at, ${columns} from asked join learned_wording on canteen_id = $1 and wording = said and ${sameSupplier('asked', 'learned_wording')}
            union all
            select at, ${columns} ${FROM_ELSEWHERE.replace('from ', 'from asked, ')} and wording = said and ${sameSupplier('asked', 'learned_wording')})
     select distinct on (at) * from found order by at, here desc, greatest("learnedAt", "forgottenAt") desc, id desc`,
    [canteenId, JSON.stringify(asked)],
  )

export type NewLesson = Lesson & { readonly wording: string; readonly example: string }

/** Keeps lessons of one supplier; gives their identifiers. Said again, a lesson counts once more and keeps its day; said otherwise, it is a new one. */
export async function keepLessons(
  db: Queries,
  canteenId: number,
  { key, siren, name }: SupplierKeys,
  supplier: string | null,
  lessons: readonly NewLesson[],
  { by, now }: { by: string | null; now: Date },
): Promise<number[]> {
  // The same supplier may have been known by its name only: one lesson is left, under the number.
  await db.run(
    `delete from learned_wording
     where canteen_id = $1 and wording = any($2) and supplier_key <> $3 and supplier_name = $4 and supplier_name <> ''
       and ($5::text is null or supplier_siren is null)`,
    [canteenId, lessons.map(({ wording }) => wording), key, name, siren],
  )
  const kept = await db.rows<{ id: number }>(
    `insert into learned_wording as known (canteen_id, supplier_key, supplier_siren, supplier_name, supplier, wording, example, no_food, family,
       labels_added, labels_removed, origin, learned_by, learned_at)
     select $1, $2, $3, $4, $5, wording, example, "noFood", family, array(select jsonb_array_elements_text("labelsAdded")),
            array(select jsonb_array_elements_text("labelsRemoved")), origin, $7, $8
     from jsonb_to_recordset($6) as lesson (wording text, example text, "noFood" boolean, family text, "labelsAdded" jsonb, "labelsRemoved" jsonb,
                                            origin text)
     on conflict (canteen_id, supplier_key, wording) do update set
       times = case when ${SAME_AS_KNOWN} then known.times + 1 else 1 end,
       learned_by = case when ${SAME_AS_KNOWN} then known.learned_by else excluded.learned_by end,
       learned_at = case when ${SAME_AS_KNOWN} then known.learned_at else excluded.learned_at end,
       supplier = excluded.supplier, example = excluded.example, no_food = excluded.no_food, family = excluded.family,
       labels_added = excluded.labels_added, labels_removed = excluded.labels_removed, origin = excluded.origin, forgotten_at = null
     returning id`,
    [canteenId, key, siren, name, supplier, JSON.stringify(lessons), by, now],
  )
  return kept.map(({ id }) => id)
}
const PARTS = ['no_food', 'family', 'labels_added', 'labels_removed', 'origin']
const SAME_AS_KNOWN = `(known.forgotten_at is null and (${PARTS.map((part) => `known.${part}`)}) is not distinct from (${PARTS.map((part) => `excluded.${part}`)}))`

/** Lessons that hold in this canteen, the latest first; those hidden by one of here are left out. */
export const listLearned = (db: Queries, canteenId: number, most: number) =>
  db.rows<LearnedRow>(
    `select * from (
       select ${columns} from learned_wording where canteen_id = $1 and forgotten_at is null
       union all select ${columns} ${FROM_ELSEWHERE} and not exists (
         select from learned_wording own where own.canteen_id = $1 and own.wording = learned_wording.wording
           and ${sameSupplier('own', 'learned_wording')})) found
     order by "learnedAt" desc, id desc limit $2`,
    [canteenId, most],
  )

/** Forgets lessons in this canteen: its own are marked, those of another canteen are hidden here by a mark of its own. Gives those marked. */
export const markForgotten = (db: Queries, canteenId: number, ids: readonly number[], now: Date) =>
  db.rows<{ id: number }>(
    `insert into learned_wording (canteen_id, supplier_key, supplier_siren, supplier_name, supplier, wording, example, no_food, family, labels_added,
       labels_removed, origin, learned_by, learned_at, forgotten_at)
     select $1, supplier_key, supplier_siren, supplier_name, supplier, wording, example, no_food, family, labels_added, labels_removed, origin,
            learned_by, learned_at, $3
     from learned_wording where id = any($2) and forgotten_at is null
       and (canteen_id = $1 or id in (select learned_wording.id ${FROM_ELSEWHERE}))
     on conflict (canteen_id, supplier_key, wording) do update set forgotten_at = excluded.forgotten_at returning id`,
    [canteenId, ids, now],
  )

/** Takes back that it was forgotten; gives whether it was. */
export const unmarkForgotten = async (db: Queries, canteenId: number, id: number) =>
  (await db.run('update learned_wording set forgotten_at = null where canteen_id = $1 and id = $2 and forgotten_at is not null', [
    canteenId,
    id,
  ])) === 1
