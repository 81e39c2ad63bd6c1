// Canteens whose books have the same shares to the hundredth: asked about where they stand beside each other.
import type { FC } from 'hono/jsx'
import { partsOf, sameShares } from '../../law/consistency.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { isNarrowed } from './criteria.ts'
import type { CanteenSum, CanteenTotal } from './everywhere.sql.ts'
import type { Scope } from './everywhere.ts'

/** Beyond, reading the kinds of so many purchases costs more than the question is worth. */
const MOST_COMPARED = 100

export type Same = { readonly message: string; readonly year: number; readonly canteens: Scope['canteens'] }

/** Compared are whole years of several books, and nothing narrower: what a search leaves of them may well be alike. */
export const comparedYear = ({ criteria, canteens }: Scope): number | null =>
  canteens.length > 1 && canteens.length <= MOST_COMPARED && !isNarrowed({ ...criteria, year: null }) ? criteria.year : null

export function sameSharesIn(canteens: Scope['canteens'], sums: readonly CanteenSum[], year: number): Same | null {
  const own = (id: number) => sums.filter(({ canteenId }) => canteenId === id)
  const found = sameShares(canteens.map(({ id, name }) => ({ name, ...partsOf({ lines: own(id), dataYear: year }) })))
  return found === null ? null : { message: found.message, year, canteens: found.sites.map((at) => canteens[at]!) }
}

/** The totals that these sums come to, as `totalsEverywhere` gives them: the books are read once. */
export function totalsOf(sums: readonly CanteenSum[]): CanteenTotal[] {
  const totals = new Map<number, { canteenId: number; count: number; cents: number }>()
  for (const { canteenId, count, cents } of sums) {
    const total = totals.get(canteenId) ?? { canteenId, count: 0, cents: 0 }
    totals.set(canteenId, { canteenId, count: total.count + count, cents: total.cents + cents })
  }
  return [...totals.values()].sort((a, b) => b.cents - a.cents || a.canteenId - b.canteenId)
}

export const SameShares: FC<{ same: Same | null }> = ({ same }) =>
  same === null ? null : (
    <Notice title="À regarder">
      <p>{same.message}</p>
      <ul>
        {same.canteens.map(({ id, name }) => (
          <li>
            <a href={`/cantines/${id}/achats/bilan?annee=${same.year}`}>{`À vérifier : ${same.year}, ${name}`}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
