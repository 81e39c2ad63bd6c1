// The purchases of all my canteens: searched, added up, canteen by canteen.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { SelectField } from '../../platform/html/fields.tsx'
import { Pagination } from '../../platform/html/pagination.tsx'
import { Breadcrumb, Disclosure } from '../../platform/html/pieces.tsx'
import { MY_CANTEENS } from '../canteens/canteens.ts'
import type { AttachedFile } from './attached-file.sql.ts'
import type { CanteenTotal } from './everywhere.sql.ts'
import { CANTEEN_FIELD, EVERYWHERE, everywhereAddress, type Scope } from './everywhere.ts'
import { Filters } from './filters.tsx'
import type { Purchase } from './purchase.sql.ts'
import { PurchaseTable } from './purchase-table.tsx'
import { type Same, SameShares } from './same-shares.tsx'
import { countWords } from './words.ts'

export const TITLE = 'Achats de toutes mes cantines'
/** Beyond, a list to choose from is no help. */
const MOST_CHOICES = 150
const MOST_TOTALS = 30

type Props = {
  scope: Scope
  years: readonly number[]
  purchases: readonly Purchase[]
  files: ReadonlyMap<number, AttachedFile>
  totals: readonly CanteenTotal[]
  count: number
  cents: number
  pages: number
  same: Same | null
}

export const EverywherePage: FC<Props> = (props) => {
  const { scope, years, purchases, files, count, cents, pages } = props
  const { mine, criteria, only } = scope
  const names = new Map(mine.map(({ id, name }) => [id, name]))
  return (
    <div class="fr-container fr-pb-6w">
      <Breadcrumb trail={[MY_CANTEENS]} here={TITLE} />
      <h1>{TITLE}</h1>
      {mine.length === 0 ? (
        <p>
          Vous n’avez pas encore de cantine. <a href={MY_CANTEENS.href}>Ajoutez-en une</a> : ses achats viendront ici.
        </p>
      ) : (
        <>
          <Filters action={EVERYWHERE} criteria={criteria} years={years}>
            {mine.length > 1 && mine.length <= MOST_CHOICES ? (
              <div class="fr-col-12 fr-col-sm-6">
                <SelectField
                  name={CANTEEN_FIELD}
                  label="Cantine"
                  empty="Toutes"
                  value={only === null ? '' : String(only)}
                  choices={mine.map(({ id, name }) => ({ value: String(id), label: name }))}
                />
              </div>
            ) : null}
          </Filters>
          <section aria-labelledby="resultats">
            <h2 id="resultats" tabindex={-1}>
              {count === 0
                ? `Aucun achat${criteria.year === null ? '' : ` en ${criteria.year}`} ne répond à cette recherche`
                : `${countWords(count)}${criteria.year === null ? '' : ` en ${criteria.year}`}, ${formatEuros(cents)} hors taxe`}
            </h2>
            {count === 0 ? null : (
              <>
                <Totals {...props} names={names} />
                <SameShares same={props.same} />
                <p class="actions no-print">
                  <a class="fr-link" href={everywhereAddress({ ...scope, criteria: { ...criteria, page: 1 } }, '/export.xlsx')}>
                    Exporter
                  </a>
                </p>
                <PurchaseTable purchases={purchases} files={files} canteenNames={names} />
              </>
            )}
            <Pagination
              page={criteria.page}
              pages={pages}
              href={(page) => `${everywhereAddress({ ...scope, criteria: { ...criteria, page } })}#resultats`}
            />
          </section>
        </>
      )}
    </div>
  )
}

const Totals: FC<Props & { names: ReadonlyMap<number, string> }> = ({ totals, names, scope }) =>
  totals.length < 2 ? null : (
    <Disclosure summary={`Cantine par cantine (${totals.length})`}>
      <ul>
        {totals.slice(0, MOST_TOTALS).map(({ canteenId, count, cents }) => (
          <li>
            <a href={everywhereAddress({ criteria: { ...scope.criteria, page: 1 }, only: canteenId })}>{names.get(canteenId)}</a>
            {` : ${formatEuros(cents)}, ${countWords(count)}`}
          </li>
        ))}
      </ul>
      {totals.length > MOST_TOTALS ? <p>{`Voici les ${MOST_TOTALS} qui achètent le plus.`}</p> : null}
    </Disclosure>
  )
