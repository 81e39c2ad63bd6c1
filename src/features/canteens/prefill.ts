// What is already known of a new canteen: from the company register, from a positioning test. Said beside each field that it fills.
import type { CanteenRecord, RecordField } from '../../law/canteen-record.ts'
import { MOST_SECTORS } from '../../law/canteen-record.ts'
import type { Platform } from '../../platform/http/context.ts'
import { type Establishment, type LegalUnit, type LookedUp, lookUpEstablishment, lookUpLegalUnit } from '../register/register.ts'
import type { KeptTest } from '../selftest/selftest.ts'
import { type GivenNumber, recordWith } from './create-number.ts'
import { FIELD } from './record-form.ts'

/** What the register says of the number; `skipped`: it did not answer a moment ago, so we did not ask again. */
export type RegisterSaid = LookedUp<Establishment> | LookedUp<LegalUnit> | { readonly kind: 'skipped' }

export const askRegisterFor = (platform: Platform, { siret, siren }: GivenNumber): Promise<RegisterSaid> =>
  siret === null ? lookUpLegalUnit(platform, siren!) : lookUpEstablishment(platform, siret)

/** Where the value of a field comes from, in words, by the name of the field. */
export type Origins = ReadonlyMap<string, string>

/** The record as far as it is known, and where each thing comes from. What the register says of the place wins over the test. */
export function prefill(
  number: GivenNumber,
  said: RegisterSaid,
  test: KeptTest | null,
): { record: CanteenRecord; origins: Origins } {
  const isGroup = number.kind === 'groupe'
  const origins = new Map<string, string>()
  const record: { -readonly [Field in RecordField]: CanteenRecord[Field] } = { ...recordWith(number) }
  const put = <Field extends RecordField>(field: Field, value: CanteenRecord[Field] | null, origin: string) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return
    record[field] = value as CanteenRecord[Field]
    origins.set(FIELD[field], origin)
  }
  if (test) {
    const { canteen, commune } = test
    const origin = 'Repris de votre test : vérifiez.'
    if (canteen.productionType !== 'groupe' && !isGroup) put('productionType', canteen.productionType, origin)
    put('managementType', canteen.managementType, origin)
    put('dailyMealCount', canteen.dailyMealCount, origin)
    put('yearlyMealCount', canteen.yearlyMealCount, origin)
    if (!isGroup) {
      put('economicModel', canteen.economicModel, origin)
      put('sectorList', (canteen.sectorList ?? []).slice(0, MOST_SECTORS), origin)
      put('lineMinistry', canteen.lineMinistry, origin)
      put('inseeCode', commune?.code ?? null, origin)
    }
  }
  if (said.kind === 'found' && !isGroup) {
    const origin = 'D’après l’annuaire des entreprises.'
    // The name of a legal unit is not that of the place, and its head office may be elsewhere.
    if (number.kind === 'siret') {
      put('name', said.name, origin)
      put('inseeCode', said.inseeCode, origin)
    } else if (record.inseeCode === null)
      put('inseeCode', said.inseeCode, 'Commune du siège de la structure : corrigez si l’on mange ailleurs.')
    if (said.isPublic !== null && record.economicModel === null)
      put('economicModel', said.isPublic ? 'public' : 'private', origin)
  }
  return { record, origins }
}
