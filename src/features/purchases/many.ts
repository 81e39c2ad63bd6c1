// Purchases by the thousand: added batch by batch and taken out together, with one trail entry for each canteen.
import { checkPurchase, type PurchaseRecord } from '../../law/purchase.ts'
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import {
  insertPurchases,
  type MadePurchases,
  moveRemovedOfSource,
  type NewPurchase,
  purchaseLines,
  removeOfSource,
} from './purchase.sql.ts'
import { type Deed, purchasesStream } from './stream.ts'

export type Adding = {
  /**
   * Takes purchases that are right, under these identifiers when they are given: for all of them, or for none. They are sent to PostgreSQL by the thousand,
   * while the next are made ready. Throws on a mistake.
   */
  add(rows: readonly NewPurchase[], ids?: readonly number[]): Promise<void>
  /** Waits until nothing is on its way: nothing else can be asked on this connection before. */
  rest(): Promise<void>
  /** Sends what is left, and tells the trail of each canteen what was added. Once, when all is. */
  tell(): Promise<void>
}

/** Bytes of lines sent at a time: some two thousand purchases. Fewer would leave PostgreSQL waiting for us; more would weigh. */
const SENT_AT_A_TIME = 500_000

/** Call it in a transaction, and `tell` at its end. */
export function addingPurchases(db: Queries, made: MadePurchases): Adding {
  const today = dayInParis(made.now)
  const told = new Map<number, { count: number; cents: number; id?: number }>()
  const linesOf = purchaseLines(made)
  // As bytes at once: a text made of many holds them all, each in its place, until someone reads it.
  let lines: Buffer[] = []
  let bytes = 0
  let withIds = false
  let sending: Promise<void> = Promise.resolve()
  async function send() {
    await sending
    sending = insertPurchases(db, Buffer.concat(lines), withIds)
    lines = []
    bytes = 0
    // Whoever waits for it next hears of its failure.
    sending.catch(() => {})
  }
  return {
    async add(rows, ids) {
      rows.forEach((row, at) => {
        const { canteenId, priceExclTaxCents: cents } = row
        refuseMistakes(row, today, row.credit ?? false)
        const known = told.get(canteenId)
        if (known) {
          known.count++
          known.cents += cents
        } else told.set(canteenId, { count: 1, cents, ...(ids && { id: ids[at]! }) })
      })
      withIds = ids !== undefined
      const some = Buffer.from(linesOf(rows, ids ?? null))
      lines.push(some)
      bytes += some.length
      if (bytes > SENT_AT_A_TIME) await send()
    },
    rest: () => sending,
    async tell() {
      if (bytes > 0) await send()
      await sending
      const alone = told.size === 1 && [...told.values()][0]!.count === 1
      await addToTrail(
        db,
        [...told].map(([canteenId, { id, ...detail }]) => ({
          stream: purchasesStream(canteenId),
          at: made.now,
          actor: made.by,
          kind: 'added',
          detail: { ...detail, source: made.source, sourceId: made.sourceId ?? null, ...(alone && id !== undefined && { id }) },
        })),
      )
    },
  }
}

type Removal = Deed & { readonly removalId: string; readonly canteenIds: readonly number[] }

/** Taken out at a time. */
const BATCH = 20_000

/**
 * Takes out what a source added to these canteens and nobody changed or took out since. Gives how many. No page kept open brings any of it back, nor
 * what was taken out before: it may come anew, by the same file. Call it in a transaction.
 */
export async function takeOutSource(
  db: Queries,
  sourceId: string,
  { removalId, canteenIds, by, now }: Removal,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  const told = new Map<number, number>()
  let done = 0
  for (let after = 0; ; ) {
    const { last, removed } = await removeOfSource(db, { sourceId, canteenIds, after, most: BATCH, removalId, now })
    if (last === null) break
    for (const { canteenId, count } of removed) {
      told.set(canteenId, (told.get(canteenId) ?? 0) + count)
      done += count
    }
    after = last
    onProgress(done)
  }
  await moveRemovedOfSource(db, sourceId, canteenIds, removalId)
  await addToTrail(
    db,
    [...told].map(([canteenId, count]) => ({
      stream: purchasesStream(canteenId),
      at: now,
      actor: by,
      kind: 'removed',
      detail: { count, removalId, sourceId },
    })),
  )
  return done
}

/** Callers show mistakes to people first; what comes here wrong is a mistake of ours. */
export function refuseMistakes(record: PurchaseRecord, today: string, credit: boolean) {
  const mistakes = checkPurchase(record, { today, credit }).filter(
    ({ code, field }) => !(field === 'family' && code === 'missing'),
  )
  if (mistakes.length > 0)
    throw new Error(`a wrong purchase: ${mistakes.map(({ field, code }) => `${field} ${code}`).join(', ')}`)
}
