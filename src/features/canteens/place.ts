// Where a canteen is: everything that follows from the code of its commune, and the words by which one finds it.
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { findCommune, foldWords } from '../territory/territory.ts'

export type PlaceColumns = {
  commune: string | null
  postcode: string | null
  epci: string | null
  department: string | null
  region: string | null
}

/** What the official list says of the commune; nothing where there is no code, or one that it does not know. */
export function placeColumns(inseeCode: string | null): PlaceColumns {
  const found = inseeCode === null ? null : findCommune(inseeCode)
  return {
    commune: found?.name ?? null,
    postcode: found?.postcodes[0] ?? null,
    epci: null,
    department: found?.departmentCode ?? null,
    region: found?.regionCode ?? null,
  }
}

/** In lower case, without accents: name, commune, postcode and numbers. */
export const searchWords = ({ name, siret, siren }: Pick<CanteenRecord, 'name' | 'siret' | 'siren'>, place: PlaceColumns) =>
  [foldWords(name), place.commune === null ? null : foldWords(place.commune), place.postcode, siret, siren]
    .filter((part) => part !== null && part !== '')
    .join(' ')
