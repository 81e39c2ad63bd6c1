// A canteen in French words.
import { formerProductionTypes, productionTypes } from '../../law/canteen.ts'
import type { CanteenRecord } from '../../law/canteen-record.ts'

/** « Restaurant satellite », « Groupe de restaurants satellites »; « Type à préciser » when not known. */
export function kindWords({ productionType }: Pick<CanteenRecord, 'productionType'>): string {
  if (productionType === 'groupe') return 'Groupe de restaurants satellites'
  return [...productionTypes, ...formerProductionTypes].find(({ id }) => id === productionType)?.label ?? 'Type à préciser'
}

/** « Cesson-Sévigné (35510) »; empty when the commune is not known. */
export const placeWords = ({ commune, postcode }: { commune: string | null; postcode: string | null }): string =>
  commune === null ? '' : postcode === null ? commune : `${commune} (${postcode})`
