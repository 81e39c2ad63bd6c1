// The dates that matter to a canteen, for a calendar page or an .ics file. Days are passed in: nothing here reads a clock.
import { all, isPublic } from './audiences.ts'
import { campaigns, FIRST_DECLARED_YEAR, statutoryDeadline } from './campaigns.ts'
import type { CanteenFacts } from './canteen.ts'
import { SMALL_COMMUNE_INHABITANTS } from './conditions.ts'
import type { MeasureId } from './obligation.ts'
import { anySector } from './sectors.ts'
import { shareTargets } from './targets.data.ts'
import type { TextId } from './texts.ts'
import type { IsoDate } from './timeline.ts'

export type Deadline = {
  /** Stable: the same deadline keeps the same id from one export to the next. */
  readonly id: string
  readonly date: IsoDate
  /** Last day, for a period. */
  readonly until?: IsoDate
  readonly title: string
  readonly text: string
  readonly source: TextId
  readonly measure: MeasureId | null
  /** `statutory`: by law; `campaign`: published calendar; `advice`: a good moment, chosen by us, for a yearly duty. */
  readonly kind: 'statutory' | 'campaign' | 'advice'
}

/** What concerns this canteen between two days, both included, oldest first; periods count by their first or last day. */
export function deadlinesFor(canteen: CanteenFacts, from: IsoDate, to: IsoDate): Deadline[] {
  const firstYear = Number(from.slice(0, 4))
  const lastYear = Number(to.slice(0, 4))
  const found = [...campaignDeadlines(), ...lawChanges(canteen)]
  for (let year = firstYear; year <= lastYear; year++) found.push(...yearly(year))
  return found
    .filter(({ date, until = date }) => date <= to && until >= from)
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
}

function yearly(year: number): Deadline[] {
  const declared = year - 1
  const found: Deadline[] = [
    {
      id: `achats-${year}`,
      date: `${year}-12-31`,
      title: `Dernier jour des achats de ${year}`,
      text: `Les parts se calculent par année civile : les achats d’après le 31 décembre compteront pour ${year + 1}.`,
      source: 'crpm-r230-30-1',
      measure: 'appro',
      kind: 'statutory',
    },
    {
      id: `affichage-${year}`,
      date: `${year}-12-31`,
      title: 'Affichage et information des convives à jour',
      text: 'L’affiche se met à jour, et l’information électronique se fait, au moins une fois par an.',
      source: 'crpm-l230-5-3',
      measure: 'info',
      kind: 'advice',
    },
  ]
  if (declared >= FIRST_DECLARED_YEAR) {
    found.push({
      id: `declaration-${declared}`,
      date: statutoryDeadline(declared),
      title: `Déclarer les achats de ${declared}`,
      text: `Les achats de ${declared} se déclarent avant le 31 mars ${year}.`,
      source: 'arrete-2022-09-14',
      measure: null,
      kind: 'statutory',
    })
  }
  return found
}

function campaignDeadlines(): Deadline[] {
  return campaigns.flatMap(({ dataYear, declaration, correction }) => {
    const about = { source: 'arrete-2022-09-14', measure: null, kind: 'campaign' } as const
    const campaign: Deadline = {
      ...about,
      id: `campagne-${dataYear}`,
      date: declaration.from,
      until: declaration.to,
      title: `Campagne de déclaration des achats de ${dataYear}`,
      text: 'La déclaration est ouverte.',
    }
    if (!correction) return [campaign]
    const title = `Correction des déclarations des achats de ${dataYear}`
    const text = 'Une déclaration déjà faite peut être corrigée.'
    return [campaign, { ...about, id: `correction-${dataYear}`, date: correction.from, until: correction.to, title, text }]
  })
}

function lawChanges(canteen: CanteenFacts): Deadline[] {
  const found: Deadline[] = [
    {
      id: 'fin-niveau-2',
      date: '2026-12-31',
      title: 'Dernier jour de la certification environnementale de niveau 2',
      text: 'À partir des achats de 2027, seule la Haute Valeur Environnementale (niveau 3) compte.',
      source: 'crpm-l230-5-1-i-niveau-2',
      measure: 'appro',
      kind: 'statutory',
    },
  ]
  const [, ...steps] = shareTargets[canteen.territory.zone]
  for (const { from, value, source } of steps) {
    found.push({
      id: `objectifs-${from}`,
      date: `${from}-01-01`,
      title: `Nouveaux objectifs : ${value.quality} % durables et de qualité, dont ${value.organic} % bio`,
      text: `Ces objectifs s’appliquent aux achats de ${from} dans votre territoire.`,
      source,
      measure: 'appro',
      kind: 'statutory',
    })
  }
  if (mayHaveSmallCommuneDelay(canteen) !== false) {
    found.push({
      id: 'contenants-plastique-2028',
      date: '2028-01-01',
      title: 'Fin des contenants en plastique dans les petites collectivités',
      text: 'Les services gérés par une collectivité de moins de 2 000 habitants n’utilisent plus de contenants en plastique pour cuire, réchauffer et servir.',
      source: 'ce-l541-15-10-contenants',
      measure: 'plastic',
      kind: 'statutory',
    })
  }
  return found
}

const mayHaveSmallCommuneDelay = (canteen: CanteenFacts): boolean | null =>
  all(
    canteen.communePopulation === null ? null : canteen.communePopulation < SMALL_COMMUNE_INHABITANTS,
    anySector(canteen.sectorList, 'municipal'),
    anySector(canteen.sectorList, 'youth'),
    isPublic(canteen),
  )
