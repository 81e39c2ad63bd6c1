// Where the shares of a year stand, from its purchases: each with its target, its gap, its sum, and the way down to the lines.
import type { FC } from 'hono/jsx'
import { families } from '../../law/families.ts'
import type { TargetFigure } from '../../law/figures.ts'
import { type Label, labelName, labels } from '../../law/labels.ts'
import { type Cents, formatEuros, formatEurosRounded, formatPercent } from '../../law/money.ts'
import { gapTo } from '../../law/ratio.ts'
import { spendingIn } from '../../law/spending.ts'
import type { Verdict } from '../../law/verdict.ts'
import { Disclosure, Gauge } from '../../platform/html/pieces.tsx'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import { Source } from '../guide/guide.ts'
import { bookAddress } from './criteria.ts'
import type { Summary } from './months.ts'
import { comparedWords, FamiliesChart, MonthsChart } from './summary-charts.tsx'
import { ToCheck } from './to-check.tsx'
import type { EnteredTwice } from './twice.sql.ts'
import { countWords, familyWords } from './words.ts'

export type SummaryProps = {
  canteen: Canteen
  year: number
  years: readonly number[]
  verdict: Verdict
  /** Is the year under way? */
  isCurrent: boolean
  twice: readonly EnteredTwice[]
} & Summary

export const SummaryPage: FC<SummaryProps> = (props) => {
  const { canteen, year, years, rollUp, verdict } = props
  const { organic, quality, meatFish } = verdict.shares
  return (
    <CanteenFrame canteen={canteen} tab="achats" title={`Vos parts en ${year}`}>
      <p class="fr-text--lead">{headline(props)}</p>
      <Compared {...props} />
      <nav class="no-print" aria-label="Autres années">
        <ul class="fr-tags-group years">
          {years.map((one) => (
            <li>
              <a
                class="fr-tag"
                href={`/cantines/${canteen.id}/achats/bilan?annee=${one}`}
                aria-current={one === year ? 'page' : undefined}
              >
                {one}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rollUp.total.count === 0 ? (
        <p>
          Une facture suffit pour les voir bouger : <a href={bookAddress(canteen.id)}>ouvrir le cahier d’achats</a>.
        </p>
      ) : (
        <>
          <div class="fr-grid-row fr-grid-row--gutters fr-mb-3w">
            <Share name="Durable et de qualité, bio compris" figure={quality} />
            <Share name="Bio" figure={organic} />
            <Share name="Viandes et poissons durables et de qualité" figure={meatFish} />
          </div>
          <ToCheck {...props} />
          <Projected {...props} />
          <MonthsChart {...props} />
          <FamiliesChart rollUp={rollUp} />
          <Grid {...props} />
        </>
      )}
    </CanteenFrame>
  )
}

function headline({ year, rollUp, verdict: { shares } }: SummaryProps): string {
  const { count, cents } = rollUp.total
  if (count === 0) return `Pas encore d’achat en ${year}.`
  const share = ({ percent }: TargetFigure) => (percent === null ? 'à préciser' : percentWords(percent))
  return `${share(shares.quality)} de durable et de qualité, dont ${share(shares.organic)} de bio, sur ${formatEuros(cents)} (${countWords(count)}).`
}

const Compared: FC<SummaryProps> = ({ year, rollUp, before, isCurrent }) => {
  const when = isCurrent ? `qu’à la même date en ${year - 1}` : `qu’en ${year - 1}`
  return before === null || rollUp.total.count === 0 ? null : <p>{comparedWords(spendingIn(rollUp), before, when)}</p>
}

/** « 30 % », « 18,42 % ». */
const percentWords = (percent: string) => formatPercent(Number(percent))

const Share: FC<{ name: string; figure: TargetFigure }> = ({ name, figure }) => {
  const { target, met, percent, gapCents, gapPerMeal, part, whole, rule } = figure
  const value = percent === null ? null : percentWords(percent)
  if (whole.cents === 0)
    return (
      <section class="fr-col-12 fr-col-md-4">
        <h2 class="fr-h5">{name}</h2>
        <p>Rien d’acheté cette année : rien à atteindre.</p>
      </section>
    )
  const goal = target === null ? null : formatPercent(target.percent)
  const finding = `${name} : ${value ?? 'à préciser'}${goal === null ? '' : `, objectif ${goal}${met ? ' atteint' : ''}`}`
  return (
    <section class="fr-col-12 fr-col-md-4">
      <h2 class="fr-h5">{name}</h2>
      <p>
        <strong>{value ?? 'À préciser'}</strong>
        {goal === null ? ' : pas d’objectif cette année-là' : `, objectif ${goal}${met ? ' atteint' : ''}`}
      </p>
      <Gauge
        value={percent === null ? null : Number(percent)}
        target={target?.percent ?? null}
        finding={finding}
        reached={met === true}
      />
      {gapCents !== null && gapCents > 0 ? (
        <p>
          Il reste <strong>{formatEurosRounded(gapCents)}</strong>
          {gapPerMeal === null || Number(gapPerMeal) === 0 ? '' : `, soit ${gapPerMeal.replace('.', ',')} € par repas`}, à dépense
          égale.
        </p>
      ) : null}
      <Disclosure summary="Comment est-ce calculé ?">
        <ul>
          {part.operands.map(({ label, cents }) => (
            <li>{`${label} : ${cents === null ? 'à préciser' : formatEuros(cents)}`}</li>
          ))}
        </ul>
        <p>{`${part.cents === null ? '' : formatEuros(part.cents)} sur ${whole.cents === null ? '' : formatEuros(whole.cents)}. ${rule}.`}</p>
        {target ? (
          <p>
            {target.reason}. Depuis les achats de {target.from} : <Source text={target.source} />.
          </p>
        ) : null}
      </Disclosure>
    </section>
  )
}

const Projected: FC<SummaryProps> = ({ year, projection, verdict: { shares }, rollUp }) => {
  if (projection === null) return null
  const left = Math.max(0, projection.cents - rollUp.total.cents)
  const { target, part } = shares.quality
  const needed = target === null || part.cents === null ? 0 : gapTo(part.cents, projection.cents, target.percent)
  return (
    <section>
      <h2>{`D’ici au 31 décembre ${year}`}</h2>
      <p>
        {`À ce rythme, l’année finirait vers ${formatEurosRounded(projection.cents)} : il resterait ${formatEurosRounded(left)} à acheter. `}
        {projection.by === 'past'
          ? 'Nous suivons le rythme de vos achats de l’an dernier, vacances comprises.'
          : 'Sans achats l’an dernier, nous comptons comme si chaque jour se valait.'}
      </p>
      {needed === 0 ? null : needed <= left ? (
        <p>
          L’objectif est à portée : <strong>{formatEurosRounded(needed)}</strong>
          {` de ces achats à venir en produits durables et de qualité suffiraient.`}
        </p>
      ) : (
        <p>
          {`L’objectif demande ${formatEurosRounded(needed)} de produits durables et de qualité, plus que ce qui reste à acheter cette année. Chaque euro déplacé compte, et prépare l’année prochaine.`}
        </p>
      )}
    </section>
  )
}

/** Every cell leads to its lines. */
const Grid: FC<SummaryProps> = ({ canteen, year, rollUp: { detailed } }) => {
  const cents = (family: string, label: string): Cents => detailed[`valeur_${family}_${label}`] ?? 0
  const used = labels.filter((label) => families.some(({ id }) => cents(id, label.id) !== 0))
  const columns: readonly (Label | null)[] = [...used, null]
  const cell = (family: (typeof families)[number]['id'], label: Label | null) => {
    const amount = cents(family, label?.id ?? 'non_egalim')
    return amount === 0 ? (
      '–'
    ) : (
      <a href={bookAddress(canteen.id, { year, family, counted: label?.id ?? 'none' })}>{formatEuros(amount)}</a>
    )
  }
  const name = (label: Label | null) => (label === null ? 'Sans label' : labelName(label, year).replaceAll("'", '’'))
  return (
    <section>
      <h2>Par famille et par label</h2>
      <p>Chaque montant mène à ses achats.</p>
      <div class="fr-table fr-table--no-caption">
        <table class="stacked purchase-book">
          <caption>{`Achats de ${year} par famille et par label, en euros hors taxe`}</caption>
          <thead>
            <tr>
              <th scope="col">Famille</th>
              {columns.map((label) => (
                <th scope="col" class="amount">
                  {name(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {families
              .filter(({ id }) => columns.some((label) => cents(id, label?.id ?? 'non_egalim') !== 0))
              .map(({ id }) => (
                <tr>
                  <th scope="row">{familyWords(id)}</th>
                  {columns.map((label) => (
                    <td
                      class={cents(id, label?.id ?? 'non_egalim') === 0 ? 'amount purchase-book__none' : 'amount'}
                      data-label={name(label)}
                    >
                      {cell(id, label)}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
