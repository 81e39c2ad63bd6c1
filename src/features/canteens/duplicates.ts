// Is a new canteen one that is already there? Same number, or alike names in the same commune.

import type { CanteenRecord } from '../../law/canteen-record.ts'
import { sirenOf } from '../../law/identifiers.ts'
import type { Queries } from '../../platform/database/database.ts'
import { type Candidate, candidateBySiret, candidatesBySiren, candidatesInCommune } from './duplicates.sql.ts'
import { areAlike } from './likeness.ts'

/** More canteens than any commune or legal unit has, Paris aside: names are compared one by one. */
const MOST_COMPARED = 2_500
const MOST_SHOWN = 10

/**
 * Canteens that this record may be a second time, the likeliest first. The same SIRET is certain: then it is the only one.
 * Otherwise: in the same commune, an alike name, or the same legal unit for two places without a SIRET; for groups, an alike name in it.
 * Among those that the person already works on, only names count: they know the others.
 */
export async function likelyTwins(db: Queries, record: CanteenRecord, personId: string): Promise<readonly Candidate[]> {
  const { siret, inseeCode, name } = record
  const same = siret === null ? null : await candidateBySiret(db, personId, siret)
  if (same) return [same]
  const siren = record.siren ?? sirenOf(siret!)
  const isGroup = record.productionType === 'groupe'
  const near = isGroup
    ? (await candidatesBySiren(db, personId, siren, MOST_COMPARED)).filter(({ productionType }) => productionType === 'groupe')
    : inseeCode === null
      ? await candidatesBySiren(db, personId, siren, MOST_COMPARED)
      : await candidatesInCommune(db, personId, inseeCode, MOST_COMPARED)
  const alike = near.filter((one) => (one.productionType === 'groupe') === isGroup && areAlike(one.name, name))
  const unnumbered =
    siret !== null || isGroup ? [] : near.filter((one) => one.siren === siren && one.role === null && !alike.includes(one))
  return [...alike, ...unnumbered.filter(({ productionType }) => productionType !== 'groupe')].slice(0, MOST_SHOWN)
}

/** Does this canteen have the very number that was given? Then there cannot be two. */
export const isCertain = (record: Pick<CanteenRecord, 'siret'>, one: Candidate) =>
  record.siret !== null && one.siret === record.siret
