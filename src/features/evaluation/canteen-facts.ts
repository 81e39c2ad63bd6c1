// The canteen as it was described, checked against the official list of places and against itself.
import { type CanteenFacts, mealCountsAgree } from '../../law/canteen.ts'
import { territoryOf, unknownTerritory } from '../../law/territories.ts'
import { findCommune } from '../territory/territory.ts'
import type { RequestErrors } from './errors.ts'
import type { CanteenSent } from './request.ts'

/** What is known of the canteen; null where nothing was said. Adds what contradicts itself to the errors. */
export function readCanteen(sent: CanteenSent, errors: RequestErrors): CanteenFacts {
  const { dailyMealCount: daily = null, yearlyMealCount: yearly = null } = sent
  if (!mealCountsAgree(daily, yearly))
    for (const field of ['dailyMealCount', 'yearlyMealCount']) errors.add(['canteen', field], () => DAILY_NOT_BELOW_YEARLY)
  if (sent.economicModel === 'private' && sent.lineMinistry) errors.add(['canteen', 'lineMinistry'], () => NOT_FOR_PRIVATE)
  return {
    ...readPlace(sent, errors),
    sectorList: sent.sectorList?.length ? sent.sectorList : null,
    economicModel: sent.economicModel ?? null,
    managementType: sent.managementType ?? null,
    productionType: sent.productionType ?? null,
    lineMinistry: sent.lineMinistry ?? null,
    dailyMealCount: daily,
    yearlyMealCount: yearly,
  }
}

const DAILY_NOT_BELOW_YEARLY = {
  code: 'daily_not_below_yearly',
  message: 'Les repas par jour doivent être moins nombreux que les repas par an : vérifiez les deux nombres.',
} as const
const NOT_FOR_PRIVATE = {
  code: 'not_for_private',
  message: 'Un restaurant privé n’a pas de ministère de tutelle : retirez-le, ou corrigez le modèle économique.',
} as const
const UNKNOWN = {
  cityInseeCode:
    'Ce code INSEE de commune n’existe pas dans la liste officielle. Attention : ce n’est pas le code postal (Ajaccio : « 2A004 »).',
  department: 'Ce code de département n’existe pas. Exemples : « 29 », « 2A », « 974 ».',
  region: 'Ce code INSEE de région n’existe pas. Exemples : « 53 » (Bretagne), « 04 » (La Réunion).',
}

function readPlace(sent: CanteenSent, errors: RequestErrors): Pick<CanteenFacts, 'territory' | 'communePopulation'> {
  const nowhere = { territory: unknownTerritory, communePopulation: null }
  const commune = sent.cityInseeCode ? findCommune(sent.cityInseeCode) : null
  const isUnknown = {
    cityInseeCode: Boolean(sent.cityInseeCode) && commune === null,
    department: 'error' in territoryOf({ department: sent.department }),
    region: 'error' in territoryOf({ region: sent.region }),
  }
  for (const field of ['cityInseeCode', 'department', 'region'] as const)
    if (isUnknown[field]) errors.add(['canteen', field], () => ({ code: 'unknown_code', message: UNKNOWN[field] }))
  if (Object.values(isUnknown).includes(true)) return nowhere

  // The list knows better than the first figures of the code: a few former communes changed department.
  const department = commune?.departmentCode ?? sent.department
  if (commune && sent.department && sent.department !== department) {
    const message = `La commune ${commune.code} (${commune.name}) est dans le département ${department} : corrigez l’un des deux codes.`
    errors.add(['canteen', 'department'], () => ({ code: 'contradiction', message }))
  }
  const territory = territoryOf({ department, region: sent.region })
  if ('error' in territory) {
    const message = `Ce lieu n’est pas dans la région ${sent.region} : corrigez l’un des codes, ou ne gardez que le plus précis.`
    errors.add(['canteen', 'region'], () => ({ code: 'contradiction', message }))
    return nowhere
  }
  return { territory, communePopulation: commune?.population ?? null }
}
