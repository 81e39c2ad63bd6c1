// What each satellite will show: the totals of the group, shared out to the cent, with the rule and what it leaves in doubt.
import type { FC } from 'hono/jsx'
import { FIRST_DATA_YEAR } from '../../law/timeline.ts'
import { AmountField, ErrorSummary, errorOf, SelectField } from '../../platform/html/fields.tsx'
import { Pagination } from '../../platform/html/pagination.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame, listWords } from '../canteens/canteens.ts'
import { Narrow } from './narrow.tsx'
import type { Simulation } from './simulation.ts'
import { SplitRule } from './split-rule.tsx'
import { ResultTable } from './split-table.tsx'
import { datesWords } from './words.ts'

export type SplitProps = {
  canteen: Canteen
  mayRun: boolean
  simulation: Simulation
  typed: { total: string; bio: string }
  lastYear: number
  errors: readonly FieldError[]
  page: number
  perPage: number
}

export const SplitPage: FC<SplitProps> = ({ canteen, mayRun, simulation, typed, lastYear, errors, page, perPage }) => {
  const { split, rows, totals } = simulation
  const base = `/cantines/${canteen.id}/groupe`
  const years = Array.from({ length: lastYear - FIRST_DATA_YEAR + 1 }, (_, index) => String(lastYear - index))
  const query = (more: Record<string, string> = {}) =>
    new URLSearchParams({
      annee: String(split.dataYear),
      ...(typed.total && { total: typed.total }),
      ...(typed.bio && { bio: typed.bio }),
      ...more,
    })
  return (
    <CanteenFrame canteen={canteen} tab="groupe" title="Simuler la répartition des achats">
      <ErrorSummary errors={errors} />
      <Narrow>
        <p>
          Indiquez les achats du groupe dans l’année : voici ce que montrera chaque restaurant. Rien n’est enregistré, et personne
          d’autre ne voit ces montants.
        </p>
      </Narrow>
      <form method="get" action={`${base}/repartition#resultat`} class="no-print">
        <div class="fr-grid-row fr-grid-row--gutters">
          <div class="fr-col-12 fr-col-sm-4">
            <SelectField
              name="annee"
              label="Année des achats"
              empty={null}
              value={String(split.dataYear)}
              choices={years.map((year) => ({ value: year, label: year }))}
            />
          </div>
          <div class="fr-col-12 fr-col-sm-4">
            <AmountField name="total" label="Total des achats, hors taxe" value={typed.total} error={errorOf(errors, 'total')} />
          </div>
          <div class="fr-col-12 fr-col-sm-4">
            <AmountField
              name="bio"
              label="Dont bio ou en conversion"
              required={false}
              value={typed.bio}
              error={errorOf(errors, 'bio')}
            />
          </div>
        </div>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Répartir
          </button>
        </p>
      </form>
      <section aria-labelledby="resultat">
        <h2 id="resultat" tabindex={-1}>{`Répartition des achats de ${split.dataYear}`}</h2>
        <Doubts simulation={simulation} canteen={canteen} mayRun={mayRun} />
        {rows.length === 0 ? null : (
          <>
            <ResultTable simulation={simulation} page={page} perPage={perPage} />
            <Pagination
              page={page}
              pages={Math.ceil(rows.length / perPage)}
              href={(one) => `${base}/repartition?${query({ page: String(one) })}#resultat`}
            />
            {totals.total !== null && split.outcome === 'shared' ? (
              <p class="actions">
                <a class="fr-link" href={`${base}/repartition.xlsx?${query()}`}>
                  Télécharger le tableau (XLSX)
                </a>
                <a class="fr-link" href={`${base}/repartition.csv?${query()}`}>
                  En CSV
                </a>
              </p>
            ) : null}
          </>
        )}
        <SplitRule simulation={simulation} />
      </section>
    </CanteenFrame>
  )
}

/** Days without anyone, meals that are not known: said before any figure. */
const Doubts: FC<{ simulation: Simulation; canteen: Canteen; mayRun: boolean }> = ({ simulation, canteen, mayRun }) => {
  const { split, missingMeals } = simulation
  if (split.outcome === 'nobody')
    return (
      <Notice title={`Aucun restaurant dans ce groupe en ${split.dataYear}`} kind="warning">
        <p>
          Les achats de cette année ne reviennent à personne.{' '}
          {mayRun ? (
            <a href={`/cantines/${canteen.id}/groupe/ajouter`}>Rattachez les restaurants livrés</a>
          ) : (
            'Rattachez les restaurants livrés'
          )}
          , ou corrigez leurs dates.
        </p>
      </Notice>
    )
  return (
    <>
      {split.outcome === 'unknown_meals' ? (
        <Notice title="Des repas restent à préciser" kind="warning">
          <p>Sans le nombre de repas par an de chacun, rien ne peut être réparti. À compléter :</p>
          <ul>
            {missingMeals.map(({ id, name }) => (
              <li>
                <a href={`/cantines/${id}/modifier`}>{name}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {split.outcome === 'no_meals' ? (
        <Notice title="Aucun repas dans ce groupe" kind="warning">
          <p>Tous ses restaurants annoncent zéro repas : les achats ne peuvent être répartis.</p>
        </Notice>
      ) : null}
      {split.uncovered.length > 0 ? (
        <Notice title="Des jours sans restaurant">
          <p>
            Aucun restaurant dans le groupe {listWords(split.uncovered.map(datesWords))}. Ces jours ne portent aucun montant : les
            achats suivent les repas. S’il manque un restaurant, corrigez ses dates.
          </p>
        </Notice>
      ) : null}
    </>
  )
}
