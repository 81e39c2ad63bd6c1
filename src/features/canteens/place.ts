// Where a canteen is: everything that follows from the code of its commune, and the words by which one finds it.
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { foldWords, placeOf } from '../territory/territory.ts'

export type PlaceColumns = {
  commune: string | null
  postcode: string | null
  /** Code of the intercommunality. */
  epci: string | null
  department: string | null
  region: string | null
}

/** What the official list says of the commune; nothing where there is no code, or one that it does not know. */
export function placeColumns(inseeCode: string | null): PlaceColumns {
  const place = inseeCode === null ? null : placeOf(inseeCode)
  return {
    commune: place?.name ?? null,
    postcode: place?.postcode ?? null,
    epci: place?.epci?.code ?? null,
    department: place?.department.code ?? null,
    region: place?.region.code ?? null,
  }
}

/** In lower case, without accents: name, commune, postcode and numbers. */
export const searchWords = ({ name, siret, siren }: Pick<CanteenRecord, 'name' | 'siret' | 'siren'>, place: PlaceColumns) =>
  [foldWords(name), place.commune === null ? null : foldWords(place.commune), place.postcode, siret, siren]
    .filter((part) => part !== null && part !== '')
    .join(' ')
