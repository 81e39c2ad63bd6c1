// Writes the purchases of the told school: the year before this one, and this one until today.
import type { Queries } from '../../platform/database/database.ts'
import { readTrail } from '../../platform/database/trail.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import type { Platform } from '../../platform/http/context.ts'
import { findCanteenMadeWith } from '../canteens/canteens.ts'
import { toldCanteenKey, toldPurchases, toldSeason } from './demo.data.ts'
import type { NewPurchase } from './purchase.sql.ts'
import { addPurchases } from './purchases.ts'
import { purchasesStream } from './stream.ts'

/** Loads them once, whatever the day when they are loaded again. */
export async function loadDemo({ database, now }: Platform): Promise<void> {
  await database.transaction(async (db) => {
    const canteenId = await untoldCanteen(db)
    if (canteenId === null) return
    const rows = purchasesOf(canteenId, dayInParis(now()))
    await addPurchases(db, rows, { source: 'demo', by: null, now: now() })
  })
}

/** As long as nothing was ever written in its book; null after. The trail tells it at once, however many purchases others have. */
async function untoldCanteen(db: Queries): Promise<number | null> {
  const canteen = await findCanteenMadeWith(db, toldCanteenKey)
  if (canteen === null) return null
  const told = await readTrail(db, purchasesStream(canteen.id), { most: 1 })
  return told.length === 0 ? canteen.id : null
}

function purchasesOf(canteenId: number, today: string): NewPurchase[] {
  const first = Number(today.slice(0, 4)) - 1
  return Array.from({ length: 24 }, (_, rank) => rank)
    .flatMap((rank) =>
      toldPurchases.map(
        ({ day, cents, labelledFrom = 0, characteristics = [], ...told }, index): NewPurchase => ({
          ...told,
          canteenId,
          date: `${first + Math.floor(rank / 12)}-${String((rank % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
          // No two months cost the same: prices move by a few hundredths, always the same way.
          priceExclTaxCents: Math.round((cents * toldSeason[rank % 12]! * (97 + ((rank * 3 + index * 5) % 11))) / 10_000),
          characteristics: rank >= labelledFrom ? characteristics : [],
          origin: told.origin ?? null,
          shortChain: told.local ?? false,
          local: told.local ?? false,
          localDefinition: told.local ? 'DEPARTEMENT' : null,
          localKm: null,
        }),
      ),
    )
    .filter(({ date, priceExclTaxCents }) => date <= today && priceExclTaxCents > 0)
}
