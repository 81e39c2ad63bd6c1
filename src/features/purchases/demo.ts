// Writes the purchases of the told school: the year before this one, and this one until today.
import { dayInParis } from '../../platform/html/dates.ts'
import type { Platform } from '../../platform/http/context.ts'
import { toldCanteenKey, toldPurchases, toldSeason } from './demo.data.ts'
import { emptyToldCanteen } from './demo.sql.ts'
import type { NewPurchase } from './purchase.sql.ts'
import { addPurchases } from './purchases.ts'

/** Loads them once, whatever the day when they are loaded again. */
export async function loadDemo({ database, now }: Platform): Promise<void> {
  await database.transaction(async (db) => {
    const canteenId = await emptyToldCanteen(db, toldCanteenKey)
    if (canteenId === null) return
    const rows = purchasesOf(canteenId, dayInParis(now()))
    await addPurchases(db, rows, { source: 'demo', by: null, now: now() })
  })
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
