// Learning from what a team corrects, supplier by supplier, and reading wordings with what it taught.
import type { FamilyId } from '../../law/families.ts'
import type { DataYear } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import {
  keepLessons,
  type LearnedRow,
  learnedFor,
  listLearned,
  markForgotten,
  type NewLesson,
  unmarkForgotten,
} from './learned.sql.ts'
import { type Lesson, lessonBetween, type Reading, withLesson } from './lesson.ts'
import { type Recognition, recognise } from './recognise.ts'
import { type Supplier, supplierName, wordingKey } from './wording-key.ts'

/** Where these lessons are told. */
const streamOf = (canteenId: number) => `habits:${canteenId}`

const keysOf = (supplier: Supplier) => {
  const name = supplierName(supplier)
  return { key: supplier.siren ?? name, siren: supplier.siren, name }
}

export type SoldWording = { readonly supplier: Supplier; readonly wording: string }

/**
 * What a canteen's team taught of these wordings, in their order; null where it taught nothing. One query. Corrections made here win, then those that
 * members of the team made in other canteens of theirs.
 */
async function lessonsFor(db: Queries, canteenId: number, lines: readonly SoldWording[]): Promise<(LearnedRow | null)[]> {
  const asked = lines
    .map(({ supplier, wording }, at) => ({ at, wording: wordingKey(wording), ...keysOf(supplier) }))
    .filter(({ wording }) => wording !== '')
  const found = new Map((asked.length === 0 ? [] : await learnedFor(db, canteenId, asked)).map((row) => [row.at, row]))
  return lines.map((_, at) => {
    const row = found.get(at)
    return row === undefined || row.forgottenAt !== null ? null : row
  })
}

/** Corrects readings with what the team of the canteen taught. One query, whatever their number. */
export async function taughtBy(
  db: Queries,
  canteenId: number,
  lines: readonly (SoldWording & { readonly reading: Recognition })[],
): Promise<Recognition[]> {
  const lessons = await lessonsFor(db, canteenId, lines)
  return lines.map(({ reading }, at) => {
    const lesson = lessons[at]
    return lesson ? withLesson(reading, lesson, dayInParis(lesson.learnedAt)) : reading
  })
}

/** Reads wordings for a canteen: by the dictionary, then by what its team taught. One query, whatever their number. */
export const recogniseFor = (
  db: Queries,
  canteenId: number,
  lines: readonly (SoldWording & { readonly dataYear: DataYear; readonly family?: FamilyId | null })[],
): Promise<Recognition[]> =>
  taughtBy(
    db,
    canteenId,
    lines.map((line) => ({ ...line, reading: recognise(line.wording, line) })),
  )

export type Correction = {
  readonly wording: string
  /** What is read without any lesson. */
  readonly read: Reading
  /** What a person of the team decided. */
  readonly decided: Reading
}
type Deed = { readonly by: string | null; readonly now: Date }

/**
 * Learns what a person corrected on wordings of one supplier; the last time wins. A correction that says what is read anyway makes the canteen forget;
 * two that disagree, made at once on the same wording, teach nothing.
 * Call it in a transaction, with what was changed only: a line that a person let pass teaches nothing.
 */
export async function learn(
  db: Queries,
  canteenId: number,
  supplier: Supplier,
  corrections: readonly Correction[],
  { by, now }: Deed,
): Promise<void> {
  const said = new Map<string, { wording: string; lesson: Lesson | null; isSame: boolean }>()
  for (const { wording, read, decided } of corrections) {
    const [key, lesson] = [wordingKey(wording), lessonBetween(read, decided)]
    const before = said.get(key)
    said.set(key, {
      wording,
      lesson,
      isSame: before === undefined || (before.isSame && JSON.stringify(before.lesson) === JSON.stringify(lesson)),
    })
  }
  const clear = [...said].filter(([key, { isSame }]) => key !== '' && isSame)
  const lessons = clear.flatMap(([key, { wording, lesson }]): NewLesson[] =>
    lesson ? [{ ...lesson, wording: key, example: wording }] : [],
  )
  const denied = clear.flatMap(([, { wording, lesson }]) => (lesson ? [] : [wording]))
  if (lessons.length > 0) {
    const ids = await keepLessons(db, canteenId, keysOf(supplier), supplier.name, lessons, { by, now })
    // Not the words: a supplier may write the name of a farmer.
    await addToTrail(db, [{ stream: streamOf(canteenId), at: now, actor: by, kind: 'learned', detail: { ids } }])
  }
  const known = await lessonsFor(
    db,
    canteenId,
    denied.map((wording) => ({ supplier, wording })),
  )
  const ids = known.flatMap((row) => row?.id ?? [])
  if (ids.length > 0) await forget(db, canteenId, ids, { by, now })
}

/** What a team taught, as it is listed. */
export type Learned = Omit<LearnedRow, 'wording' | 'forgottenAt'>

/** What holds in a canteen, supplier by supplier. */
export const learnedIn = (db: Queries, canteenId: number, most: number): Promise<Learned[]> => listLearned(db, canteenId, most)

/** Forgets lessons in this canteen, and gives the one to recall; those of another canteen go on there. Call it in a transaction. */
export async function forget(db: Queries, canteenId: number, ids: readonly number[], { by, now }: Deed): Promise<number | null> {
  const marked = await markForgotten(db, canteenId, ids, now)
  await addToTrail(
    db,
    marked.map(({ id }) => ({ stream: streamOf(canteenId), at: now, actor: by, kind: 'forgotten', detail: { id } })),
  )
  return marked[0]?.id ?? null
}

/** Takes back `forget`; gives whether there was something to take back. Call it in a transaction. */
export async function recall(db: Queries, canteenId: number, id: number, { by, now }: Deed): Promise<boolean> {
  const done = await unmarkForgotten(db, canteenId, id)
  if (done) await addToTrail(db, [{ stream: streamOf(canteenId), at: now, actor: by, kind: 'recalled', detail: { id } }])
  return done
}
