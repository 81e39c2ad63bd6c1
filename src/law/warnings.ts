// What a verdict assumes or cannot be sure of: said beside it, never hidden in it.
import { isStateManaged } from './audiences.ts'
import type { CanteenFacts } from './canteen.ts'
import { costPerMeal } from './checks.ts'
import { certificationLevel2 } from './labels.ts'
import type { Procurement } from './procurement.ts'
import type { Targets } from './targets.ts'
import type { TextId } from './texts.ts'
import { type DataYear, inForce } from './timeline.ts'

export type Warning = {
  readonly code:
    | 'unusual_cost_per_meal'
    | 'unknown_territory'
    | 'territory_to_verify'
    | 'state_nature_unknown'
    | 'hospital_reading'
    | 'level_2_ended'
  /** French. */
  readonly text: string
  readonly source?: TextId
}

const UNKNOWN_TERRITORY: Warning = {
  code: 'unknown_territory',
  text: 'Sans commune, nous appliquons la règle générale. Certains territoires d’outre-mer ont des seuils adaptés.',
  source: 'decret-2021-1235',
}
const TERRITORY_TO_VERIFY: Warning = {
  code: 'territory_to_verify',
  text: 'L’application de ces règles dans ce territoire reste à vérifier : nous montrons la règle générale.',
  source: 'decret-2021-1235',
}
const STATE_NATURE_UNKNOWN: Warning = {
  code: 'state_nature_unknown',
  text: 'Si l’État, un de ses établissements publics ou une entreprise publique nationale gère le restaurant, toutes les viandes et tous les poissons doivent être durables ou de qualité.',
  source: 'crpm-l230-5-1-i-viandes-poissons',
}
const HOSPITAL_READING: Warning = {
  code: 'hospital_reading',
  text: 'Nous comptons l’hôpital public parmi les établissements publics de l’État, comme la Fédération hospitalière de France (lecture à vérifier).',
  source: 'crpm-l230-5-1-i-viandes-poissons',
}
const LEVEL_2_ENDED: Warning = {
  code: 'level_2_ended',
  text: 'La certification environnementale de niveau 2 ne compte plus : seule la Haute Valeur Environnementale (niveau 3) entre dans les autres achats EGalim.',
  source: 'crpm-l230-5-1-i-niveau-2',
}

/** The warnings that go with a verdict, in the order in which they matter. */
export function warningsOf(canteen: CanteenFacts, dataYear: DataYear, procurement: Procurement, targets: Targets): Warning[] {
  const found: Warning[] = []
  if (!canteen.territory.known) found.push(UNKNOWN_TERRITORY)
  if (canteen.territory.toVerify) found.push(TERRITORY_TO_VERIFY)
  if (targets.meatFish) {
    const isState = isStateManaged(canteen)
    if (isState === null) found.push(STATE_NATURE_UNKNOWN)
    if (isState === true && canteen.lineMinistry === null && canteen.sectorList?.includes('sante_hopital'))
      found.push(HOSPITAL_READING)
  }
  if (inForce(certificationLevel2, dataYear)?.value.counts === false) found.push(LEVEL_2_ENDED)
  for (const { message } of costPerMeal(procurement.amounts, canteen.yearlyMealCount)) {
    found.push({ code: 'unusual_cost_per_meal', text: message })
  }
  return found
}
