// A canteen as the law sees it.
import type { CanteenFacts } from '../../law/canteen.ts'
import { territoryOf, unknownTerritory } from '../../law/territories.ts'
import { placeOf } from '../territory/territory.ts'
import type { Canteen } from './canteen.sql.ts'

/** What the law needs to know of a canteen; what its card does not say stays unknown. */
export function factsOf(canteen: Canteen): CanteenFacts {
  const territory = territoryOf({ cityInseeCode: canteen.inseeCode })
  return {
    territory: 'error' in territory ? unknownTerritory : territory,
    sectorList: canteen.sectorList.length > 0 ? canteen.sectorList : null,
    economicModel: canteen.economicModel,
    managementType: canteen.managementType,
    productionType: canteen.productionType,
    lineMinistry: canteen.lineMinistry,
    dailyMealCount: canteen.dailyMealCount,
    yearlyMealCount: canteen.yearlyMealCount,
    communePopulation: canteen.inseeCode === null ? null : (placeOf(canteen.inseeCode)?.population ?? null),
  }
}
