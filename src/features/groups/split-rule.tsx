// How a split is worked out: the rule, one satellite worked through, the text it comes from and what the text does not say.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { allocationKeys } from '../../law/split.ts'
import { legalText, reference } from '../../law/texts.ts'
import { Disclosure } from '../../platform/html/pieces.tsx'
import { figures } from '../canteens/canteens.ts'
import type { Simulation } from './simulation.ts'
import { quoted } from './words.ts'

const byMeals = allocationKeys.find(({ value }) => value === 'by_yearly_meals')!

export const SplitRule: FC<{ simulation: Simulation }> = ({ simulation }) => {
  const { split, totals } = simulation
  const text = legalText(split.source)
  const isEqual = split.key === 'equal'
  const example = simulation.rows[0]
  return (
    <Disclosure summary="Comment est-ce calculé ?">
      <p>
        {isEqual
          ? `Pour les achats de ${byMeals.from - 1} et d’avant, chaque restaurant reçoit une part égale, quels que soient ses repas, au prorata des jours où la cuisine l’a livré.`
          : `Depuis les achats de ${byMeals.from}, chaque restaurant compte selon ses repas par an, au prorata des jours où la cuisine l’a livré : un restaurant arrivé au milieu de l’année compte pour la moitié de ses repas.`}
      </p>
      {example && example.total !== null && totals.total !== null && !isEqual ? (
        <p>
          {`${quoted(example.satellite.name)} : ${figures.format(example.satellite.yearlyMealCount ?? 0)} repas par an × ${example.days} jours sur ${split.daysInYear} = ${figures.format(example.meals ?? 0)} repas. Rapportés à ceux de tous les restaurants, ils donnent ${formatEuros(example.total)} sur ${formatEuros(totals.total)}.`}
        </p>
      ) : null}
      <p>
        Chaque part est arrondie au centime inférieur, puis les centimes qui restent vont aux plus grands restes : la somme des
        parts est exactement le total. Les achats bio et les autres sont répartis séparément.
      </p>
      <p>
        La loi compte par restaurant et par année civile (
        {text.url ? <a href={text.url}>{reference(split.source)}</a> : reference(split.source)}). Elle ne dit pas comment partager
        les achats d’une cuisine : cette clé est celle que l’administration applique aux déclarations. Le prorata des jours, que
        nous y ajoutons, ne change rien quand tous les restaurants sont livrés toute l’année.
      </p>
    </Disclosure>
  )
}
