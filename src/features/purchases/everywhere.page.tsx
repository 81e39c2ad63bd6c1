// The purchases of all my canteens: searched, added up, canteen by canteen.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { SelectField, TextField } from '../../platform/html/fields.tsx'
import { Pagination } from '../../platform/html/pagination.tsx'
import { Breadcrumb, Disclosure } from '../../platform/html/pieces.tsx'
import { MY_CANTEENS } from '../canteens/canteens.ts'
import type { AttachedFile } from './attached-file.sql.ts'
import { LONGEST_WORDS } from './criteria.ts'
import type { CanteenTotal } from './everywhere.sql.ts'
import { CANTEEN_FIELD, CANTEEN_WORDS, EVERYWHERE, everywhereAddress, type Scope } from './everywhere.ts'
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
  const { mine, canteens, criteria } = scope
  const names = new Map(canteens.map(({ id, name }) => [id, name]))
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
          <ManyAtOnce />
          <Filters action={EVERYWHERE} criteria={criteria} years={years}>
            <CanteenChoice {...scope} />
          </Filters>
          <Narrowed {...scope} />
          <section aria-labelledby="resultats">
            <h2 id="resultats" tabindex={-1}>
              {count === 0
                ? `Aucun achat${criteria.year === null ? '' : ` en ${criteria.year}`} ne répond à cette recherche`
                : `${countWords(count)}${criteria.year === null ? '' : ` en ${criteria.year}`}, ${formatEuros(cents)} hors taxe`}
            </h2>
            {count === 0 ? (
              <p>
                Pour ajouter des achats à une cantine, ouvrez-la dans <a href={MY_CANTEENS.href}>vos cantines</a>.
              </p>
            ) : (
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

/** What one does for several canteens at once. The page of the joint requests belongs to a feature that reads this one. */
const ManyAtOnce: FC = () => (
  <div class="actions no-print">
    <a class="fr-link" href="/imports">
      Importer un tableur
    </a>
    <a class="fr-link" href="/releves">
      Demander les relevés d’un fournisseur
    </a>
  </div>
)

/** A few canteens are chosen from a list; many are looked for. */
const CanteenChoice: FC<Scope> = ({ mine, only, canteenWords }) =>
  mine.length < 2 ? null : (
    <div class="fr-col-12 fr-col-sm-6">
      {mine.length <= MOST_CHOICES ? (
        <SelectField
          name={CANTEEN_FIELD}
          label="Cantine"
          empty="Toutes"
          value={only === null ? '' : String(only)}
          choices={mine.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : (
        <>
          {only === null ? null : <input type="hidden" name={CANTEEN_FIELD} value={only} />}
          <TextField
            name={CANTEEN_WORDS}
            type="search"
            label="Cantine"
            hint="Nom, ville ou numéro."
            value={canteenWords}
            maxlength={LONGEST_WORDS}
          />
        </>
      )}
    </div>
  )

/** Which canteens are left, when a list does not show it, and the way back to all of them. */
const Narrowed: FC<Scope> = (scope) => {
  const { mine, only, canteens, canteenWords } = scope
  if (mine.length <= MOST_CHOICES || (only === null && canteenWords === '')) return null
  const all = everywhereAddress({ ...scope, only: null, canteenWords: '', criteria: { ...scope.criteria, page: 1 } })
  const [first] = canteens
  return (
    <p>
      {first === undefined
        ? `Aucune de vos cantines ne répond à « ${canteenWords} ». `
        : canteens.length === 1
          ? `${first.name} seulement. `
          : `${canteens.length} cantines répondent à « ${canteenWords} ». `}
      <a href={all}>Revenir à toutes mes cantines</a>
    </p>
  )
}

const Totals: FC<Props & { names: ReadonlyMap<number, string> }> = ({ totals, names, scope }) =>
  totals.length < 2 ? null : (
    <Disclosure summary={`Cantine par cantine (${totals.length})`}>
      <ul>
        {totals.slice(0, MOST_TOTALS).map(({ canteenId, count, cents }) => (
          <li>
            <a href={everywhereAddress({ criteria: { ...scope.criteria, page: 1 }, only: canteenId, canteenWords: '' })}>
              {names.get(canteenId)}
            </a>
            {` : ${formatEuros(cents)}, ${countWords(count)}`}
          </li>
        ))}
      </ul>
      {totals.length > MOST_TOTALS ? <p>{`Voici les ${MOST_TOTALS} qui achètent le plus.`}</p> : null}
    </Disclosure>
  )
