// The shares to reach: for the canteen described, and for every territory and period, straight from the tables of the law.
import type { FC } from 'hono/jsx'
import { formatPercent } from '../../law/money.ts'
import { meatFishTargets, shareTargets } from '../../law/targets.data.ts'
import { type Target, targetsFor } from '../../law/targets.ts'
import { type Zone, zoneLabels } from '../../law/territories.ts'
import { type DataYear, inForce } from '../../law/timeline.ts'
import { warningsOf } from '../../law/warnings.ts'
import { Disclosure } from '../../platform/html/pieces.tsx'
import { type Profile, profileInWords, profileQuery, years } from './profile.ts'
import { Source } from './source.tsx'

const CALCULATION = {
  quality:
    'Achats alimentaires durables et de qualité de l’année, bio compris, divisés par tous les achats alimentaires, en valeur hors taxes.',
  organic: 'Achats bio ou en conversion de l’année, divisés par tous les achats alimentaires, en valeur hors taxes.',
  meatFish:
    'Viandes, volailles et poissons durables et de qualité, divisés par toutes les viandes, volailles et poissons, réunis.',
} as const
const NAMES = {
  quality: 'de produits durables et de qualité',
  organic: 'dont produits bio',
  meatFish: 'de viandes et poissons durables et de qualité',
} as const

/** What this canteen must reach for the purchases of the year, each with its reason and its text. */
export const MyTargets: FC<{ profile: Profile; path: string }> = ({ profile, path }) => {
  const { facts, year } = profile
  const targets = targetsFor(facts, year)
  const warnings = warningsOf(facts, year, { depth: 'simple', amounts: {} }, targets)
  return (
    <>
      <p>
        {profile.asked ? 'Pour vous' : 'Règle générale'} : {profileInWords(profile)}. Voir aussi{' '}
        {[year - 1, year + 1]
          .filter((other) => years.includes(other))
          .map((other, index) => (
            <>
              {index > 0 ? ' et ' : null}
              <a href={`${path}${profileQuery(profile.values, { annee: String(other) })}`}>les achats de {other}</a>
            </>
          ))}
        .
      </p>
      <ul class="plain-list figures">
        {(['quality', 'organic', 'meatFish'] as const).map((name) => (
          <TargetLine name={name} target={targets[name]} year={year} />
        ))}
      </ul>
      {warnings.map(({ text, source }) => (
        <p class="fr-text--sm fr-mb-1w">
          {text} {source ? <Source text={source} /> : null}
        </p>
      ))}
    </>
  )
}

const TargetLine: FC<{ name: keyof typeof NAMES; target: Target | null; year: DataYear }> = ({ name, target, year }) =>
  target === null ? (
    <li>
      Pas d’objectif {NAMES[name]} pour les achats de {year}.
    </li>
  ) : (
    <li>
      <strong class="figures__value">{formatPercent(target.percent)}</strong> {NAMES[name]}
      {target.applies === false ? ' – cet objectif ne concerne pas votre cantine cette année-là' : null}
      <Disclosure summary="Comment est-ce calculé ?">
        <p>
          {CALCULATION[name]} {target.reason}. Objectif en vigueur depuis les achats de {target.from} :{' '}
          <Source text={target.source} />.
        </p>
      </Disclosure>
    </li>
  )

const zones = Object.keys(shareTargets) as Zone[]
const starts = [...new Set(zones.flatMap((zone) => shareTargets[zone].map(({ from }) => from)))].sort()
const periods = starts.map((from, index) => {
  const next = starts[index + 1]
  return { from, label: next === undefined ? `à partir de ${from}` : `${from} à ${next - 1}` }
})

/** Every territory, every period: a line added to the law's table is a column or a cell here. */
export const TargetTable: FC = () => (
  <>
    <div class="fr-table">
      <table class="stacked">
        <caption>Part de produits durables et de qualité, dont part de bio, selon l’année des achats</caption>
        <thead>
          <tr>
            <th scope="col">Territoire</th>
            {periods.map(({ label }) => (
              <th scope="col">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr>
              <th scope="row">{zoneLabels[zone]}</th>
              {periods.map(({ from, label }) => {
                const line = inForce(shareTargets[zone], from)
                return (
                  <td data-label={label}>
                    {line
                      ? `${formatPercent(line.value.quality)}, dont ${formatPercent(line.value.organic)} bio`
                      : 'pas de règle'}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p class="fr-text--sm">
      Textes : <Source text={shareTargets.hexagone[0].source} /> et <Source text={shareTargets.outre_mer[0].source} />.
    </p>
    {meatFishTargets.map(({ from, value, source }) => (
      <p>
        Viandes et poissons, partout, depuis les achats de {from} : {formatPercent(value.everyone)} durables et de qualité ;{' '}
        {formatPercent(value.state)} quand l’État, un de ses établissements publics ou une entreprise publique nationale gère le
        restaurant. <Source text={source} />
      </p>
    ))}
  </>
)
