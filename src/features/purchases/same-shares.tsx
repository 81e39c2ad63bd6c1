// Canteens whose books have the same shares to the hundredth: asked about where they stand beside each other.
import type { FC } from 'hono/jsx'
import { partsOf, sameShares } from '../../law/consistency.ts'
import type { Queries } from '../../platform/database/database.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { isNarrowed } from './criteria.ts'
import { yearSumsEverywhere } from './everywhere.sql.ts'
import type { Scope } from './everywhere.ts'

/** Beyond, reading every book again costs more than the question is worth. */
const MOST_COMPARED = 100

export type Same = { readonly message: string; readonly year: number; readonly canteens: Scope['canteens'] }

/** Asks of whole years only: what a search leaves of several books may well be alike. */
export async function sameSharesIn(db: Queries, { canteens, canteenIds, only, criteria }: Scope): Promise<Same | null> {
  const { year } = criteria
  if (year === null || only !== null || isNarrowed({ ...criteria, year: null }) || canteens.length > MOST_COMPARED) return null
  const sums = await yearSumsEverywhere(db, canteenIds, year)
  const own = (id: number) => sums.filter(({ canteenId }) => canteenId === id)
  const found = sameShares(canteens.map(({ id, name }) => ({ name, ...partsOf({ lines: own(id), dataYear: year }) })))
  return found === null ? null : { message: found.message, year, canteens: found.sites.map((at) => canteens[at]!) }
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
