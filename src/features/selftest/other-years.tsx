// The same canteen under the rules of other years: the one before, the next ones, and the next change of its targets.
import type { FC } from 'hono/jsx'
import { formatPercent } from '../../law/money.ts'
import { type Target, targetsFor } from '../../law/targets.ts'
import { reference } from '../../law/texts.ts'
import { type DataYear, isDataYear } from '../../law/timeline.ts'
import { Source } from './side-note.tsx'
import type { Subject } from './subject.ts'

export const OtherYears: FC<{ subject: Subject; dataYear: DataYear; here: string }> = ({ subject, dataYear, here }) => {
  const asKey = (year: DataYear) => JSON.stringify(targetsOf(subject, year).map((target) => target?.percent ?? null))
  const near = [dataYear - 1, dataYear, dataYear + 1]
  const change = Array.from({ length: 12 }, (_, index) => dataYear + 2 + index).find(
    (year) => isDataYear(year) && asKey(year) !== asKey(dataYear + 1),
  )
  const years = [...near, ...(change === undefined ? [] : [change])].filter(isDataYear)
  const cited = years.flatMap((year) => targetsOf(subject, year).flatMap((target) => target?.source ?? []))
  // Two rows of the law's table may stand in one article: it is named once.
  const sources = [...new Map(cited.map((source) => [reference(source), source])).values()]
  return (
    <section class="keep-together" aria-labelledby="annees">
      <h2 id="annees">Et les autres années ?</h2>
      <table class="plain-table">
        <caption>Vos objectifs, par année des achats</caption>
        <thead>
          <tr>
            <th scope="col">Année</th>
            <th scope="col">Durable et de qualité</th>
            <th scope="col">dont bio</th>
            <th scope="col">Viandes et poissons</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => {
            const [quality, organic, meatFish] = targetsOf(subject, year)
            return (
              <tr>
                <th scope="row">{year === dataYear ? year : <a href={`${here}/resultat?annee=${year}`}>{year}</a>}</th>
                <td>{inCell(quality)}</td>
                <td>{inCell(organic)}</td>
                <td>{inCell(meatFish)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p class="rule">
        Textes :{' '}
        {sources.map((source, index) => (
          <>
            {index > 0 ? ' ; ' : ''}
            <Source text={source} />
          </>
        ))}
        . <span class="no-print">Choisir une année relit vos réponses avec ses règles.</span>
      </p>
    </section>
  )
}

function targetsOf({ canteen }: Subject, year: DataYear): (Target | null)[] {
  const { quality, organic, meatFish } = targetsFor(canteen, year)
  return [quality, organic, meatFish].map((target) => (target?.applies === false ? null : target))
}
const inCell = (target: Target | null | undefined) => (target ? formatPercent(target.percent) : '–')
