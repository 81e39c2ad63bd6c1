// Purchases that come back: each proposes days, a person decides of each, once.
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { addPurchases, purchasesStream, takeOutForGood } from '../purchases/purchases.ts'
import {
  type Day,
  decideDays,
  decidedDays,
  insertRecurring,
  type KeptRecurring,
  lockUnderWay,
  type Model,
  notePurchases,
  type Outcome,
  restoreRecurring,
  resumeRecurring,
  stopRecurring,
  undecideDays,
  updateRecurring,
} from './recurring.sql.ts'
import { daysMissed, dueDays, type Schedule } from './schedule.ts'

type Deed = { readonly by: string | null; readonly now: Date }

/** Under way in one canteen: more than its suppliers. */
export const MOST_RECURRING = 150

const tell = (db: Queries, canteenId: number, { by, now }: Deed, kind: string, detail: Record<string, unknown>) =>
  addToTrail(db, [{ stream: purchasesStream(canteenId), at: now, actor: by, kind, detail }])

/** Repeats a purchase; gives false when this form was sent before. Call it in a transaction. */
export async function repeatPurchase(
  db: Queries,
  made: Schedule & { canteenId: number; key: string; model: Model; purchaseId: number },
  deed: Deed,
): Promise<boolean> {
  const id = await insertRecurring(db, { ...made, ...deed })
  if (id === null) return false
  const { purchaseId, every, endsOn } = made
  await tell(db, made.canteenId, deed, 'recurring-started', { id, purchaseId, every, endsOn })
  return true
}

export type Proposed = { readonly recurring: KeptRecurring; readonly day: IsoDate }

/** What waits for a person's word, the oldest day first. */
export async function proposedDays(db: Queries, recurring: readonly KeptRecurring[], today: IsoDate): Promise<Proposed[]> {
  const due = recurring.flatMap((one) => dueDays(one, today).map((day) => ({ recurring: one, day })))
  if (due.length === 0) return []
  const ids = [...new Set(due.map((one) => one.recurring.id))]
  const decided = new Set((await decidedDays(db, ids)).map((one) => `${one.recurringId} ${one.day}`))
  return due
    .filter((one) => !decided.has(`${one.recurring.id} ${one.day}`))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.recurring.id - b.recurring.id))
}

export type Decision = Day & { readonly outcome: Exclude<Outcome, 'paused'>; readonly cents: number }

/** Writes decisions: each day that still waits, once. Gives how many purchases were added and how many days let go by. Call it in a transaction. */
export async function decide(db: Queries, canteenId: number, decisions: readonly Decision[], batchId: string, deed: Deed) {
  const today = dayInParis(deed.now)
  const models = new Map((await lockUnderWay(db, canteenId)).map((one) => [one.id, one]))
  const waiting = decisions.filter(({ recurringId, day }) => {
    const recurring = models.get(recurringId)
    return recurring !== undefined && dueDays(recurring, today).includes(day)
  })
  const written = await decideDays(db, waiting, { ...deed, batchId })
  const isNew = new Set(written.map((one) => `${one.recurringId} ${one.day}`))
  const taken = waiting.filter((one) => isNew.has(`${one.recurringId} ${one.day}`))
  const added = taken.filter(({ outcome }) => outcome === 'added')
  for (const id of new Set(added.map(({ recurringId }) => recurringId))) {
    const days = added.filter(({ recurringId }) => recurringId === id)
    const rows = days.map(({ day, cents }) => ({ ...models.get(id)!.model, canteenId, date: day, priceExclTaxCents: cents }))
    const ids = await addPurchases(db, rows, { source: 'recurring', sourceId: `recurrent-${id}`, ...deed })
    await notePurchases(
      db,
      id,
      days.map(({ day }) => day),
      ids,
    )
  }
  const skipped = taken.length - added.length
  if (skipped > 0) await tell(db, canteenId, deed, 'recurring-skipped', { count: skipped, batchId })
  return { added: added.length, skipped }
}

/** Takes back what was decided together: the days wait again, the purchases are taken out. Gives how many days. Call it in a transaction. */
export async function takeBack(db: Queries, canteenId: number, batchId: string, removalId: string, deed: Deed) {
  const days = await undecideDays(db, canteenId, batchId)
  const ids = days.flatMap(({ purchaseId }) => (purchaseId === null ? [] : [purchaseId]))
  if (ids.length > 0) await takeOutForGood(db, canteenId, ids, removalId, deed)
  if (days.length > 0) await tell(db, canteenId, deed, 'recurring-taken-back', { count: days.length, batchId })
  return days.length
}

/** Changes what the next days propose; false when someone changed it since, or ended it. Call it in a transaction. */
export async function changeRecurring(db: Queries, recurring: KeptRecurring, to: { model: Model; endsOn: IsoDate }, deed: Deed) {
  if (!(await updateRecurring(db, recurring, { ...to, now: deed.now }))) return false
  await tell(db, recurring.canteenId, deed, 'recurring-changed', { id: recurring.id })
  return true
}

export type TurnTo = 'paused' | 'ended' | 'resumed' | 'restored'

/**
 * Pauses it, ends it, sets it going again, the days in between being let go by, or takes its end back: it is as it was, its days wait. `full`: so many
 * are under way that this one stays ended. Call it in a transaction.
 */
export async function turn(db: Queries, recurring: KeptRecurring, to: TurnTo, deed: Deed): Promise<'done' | 'full'> {
  const { id, canteenId, endedOn } = recurring
  const comesBack = to === 'resumed' || to === 'restored'
  if (comesBack && endedOn !== null && (await lockUnderWay(db, canteenId)).length >= MOST_RECURRING) return 'full'
  if (!(await written())) return 'done'
  await tell(db, canteenId, deed, `recurring-${to}`, { id })
  return 'done'

  async function written(): Promise<boolean> {
    const today = dayInParis(deed.now)
    if (to === 'restored') return restoreRecurring(db, id, deed.now)
    if (to !== 'resumed') return stopRecurring(db, id, to === 'ended' ? { ended: true } : { pausedOn: today }, deed.now)
    if (!(await resumeRecurring(db, id, deed.now))) return false
    const missed = daysMissed(recurring, today).map((day) => ({ recurringId: id, day, outcome: 'paused' as const }))
    await decideDays(db, missed, { ...deed, batchId: null })
    return true
  }
}
