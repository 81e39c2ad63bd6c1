// A year drawn: month by month, then family by family. Each drawing is a sentence, a picture and a table.
import type { FC } from 'hono/jsx'
import { families } from '../../law/families.ts'
import { familyTotals } from '../../law/family-totals.ts'
import { formatEuros, formatEurosRounded, formatPercent } from '../../law/money.ts'
import type { RollUp } from '../../law/roll-up.ts'
import type { Spending } from '../../law/spending.ts'
import { Disclosure } from '../../platform/html/pieces.tsx'
import { type Month, percentOf, type Summary } from './months.ts'
import { BarsLegend, StackedBars } from './stacked-bars.tsx'
import { familyWords } from './words.ts'

const monthName = new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'UTC' })
const nameOf = (month: number) => monthName.format(new Date(Date.UTC(2000, month - 1, 1)))
const capital = (word: string) => word.replace(/^./, (first) => first.toUpperCase())
const percentWords = (part: number, whole: number) => {
  const percent = percentOf(part, whole)
  return percent === null ? '–' : formatPercent(percent)
}

export const MonthsChart: FC<Pick<Summary, 'months' | 'projection'> & { year: number }> = ({ months, projection, year }) => (
  <section aria-labelledby="mois" class="fr-mt-4w">
    <h2 id="mois">Mois par mois</h2>
    <p>{monthsFinding(months)}</p>
    <BarsLegend withProjection={projection !== null} />
    <StackedBars bars={months.map((one) => ({ ...one, name: capital(nameOf(one.month)) }))} />
    <Disclosure summary="Les chiffres, mois par mois">
      <div class="fr-table fr-table--no-caption">
        <table class="stacked purchase-book">
          <caption>{`Achats de ${year}, mois par mois, en euros hors taxe`}</caption>
          <thead>
            <tr>
              <th scope="col">Mois</th>
              {['Achats', 'Bio', 'Durable et de qualité', 'Part durable et de qualité'].map((name) => (
                <th scope="col" class="amount">
                  {name}
                </th>
              ))}
              {projection ? (
                <th scope="col" class="amount">
                  À venir
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, total, organic, quality, projected }) => (
              <tr>
                <th scope="row">{capital(nameOf(month))}</th>
                <td class="amount" data-label="Achats">
                  {formatEuros(total)}
                </td>
                <td class="amount" data-label="Bio">
                  {formatEuros(organic)}
                </td>
                <td class="amount" data-label="Durable et de qualité">
                  {formatEuros(quality)}
                </td>
                <td class="amount" data-label="Part">
                  {percentWords(quality, total)}
                </td>
                {projection ? (
                  <td class="amount" data-label="À venir">
                    {projected === 0 ? '–' : formatEurosRounded(projected)}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  </section>
)

/** « Le mois où vous achetez le plus : septembre (12 340 €). La part la plus haute : 42 % en mars. » */
function monthsFinding(months: readonly Month[]): string {
  const bought = months.filter(({ total }) => total > 0)
  const most = largest(bought, ({ total }) => total)
  const best = largest(bought, ({ quality, total }) => percentOf(quality, total) ?? 0)
  if (!most || !best) return 'Les avoirs de l’année dépassent ses achats.'
  const parts = [`C’est en ${nameOf(most.month)} que vous avez le plus acheté : ${formatEurosRounded(most.total)}.`]
  if (best.quality > 0)
    parts.push(
      `Votre part durable et de qualité la plus haute : ${percentWords(best.quality, best.total)}, en ${nameOf(best.month)}.`,
    )
  return parts.join(' ')
}

const largest = <One,>(list: readonly One[], read: (one: One) => number): One | undefined =>
  list.reduce<One | undefined>((most, one) => (most === undefined || read(one) > read(most) ? one : most), undefined)

export const FamiliesChart: FC<{ rollUp: RollUp }> = ({ rollUp: { detailed } }) => {
  const bars = families
    .map(({ id }) => {
      const { spend, organic, quality } = familyTotals({ depth: 'detailed', amounts: detailed }, id)
      return { name: familyWords(id), total: spend.atLeast, organic: organic.atLeast, quality: quality.atLeast }
    })
    .filter(({ total }) => total !== 0)
    .sort((a, b) => b.total - a.total)
  const whole = bars.reduce((sum, { total }) => sum + total, 0)
  return bars.length === 0 ? null : (
    <section aria-labelledby="familles" class="fr-mt-4w">
      <h2 id="familles">Famille par famille</h2>
      <p>{`Ce qui pèse le plus : ${bars[0]!.name}, ${percentWords(bars[0]!.total, whole)} de vos achats classés.`}</p>
      <StackedBars bars={bars} />
    </section>
  )
}

/** « 8 points de plus qu’à la même date en 2025 (22 %). » */
export function comparedWords(now: Spending, before: Spending, when: string): string {
  const [share, past] = [percentOf(now.quality, now.total), percentOf(before.quality, before.total)]
  if (share === null || past === null) return ''
  const points = Math.round((share - past) * 10) / 10
  const many = `${Math.abs(points).toLocaleString('fr-FR')} point${Math.abs(points) >= 2 ? 's' : ''}`
  const gap = points === 0 ? `Autant ${when}` : points > 0 ? `C’est ${many} de plus ${when}` : `C’est ${many} de moins ${when}`
  return `${gap} : ${formatPercent(past)} de durable et de qualité, dont ${percentWords(before.organic, before.total)} de bio.`
}
