// What groups object to elsewhere, and what they know of a person.
import type { CanteenRecord, RecordMistake } from '../../law/canteen-record.ts'
import type { Queries } from '../../platform/database/database.ts'
import { dataOf } from '../accounts/accounts.ts'
import { refusesArchive, refusesChanges } from '../canteens/canteens.ts'
import { boundCanteens, liveSatellites } from './keep.sql.ts'
import { requestsOfPerson } from './requests.sql.ts'

refusesArchive.push(async (db, { id, productionType }) => {
  if (productionType !== 'groupe') return null
  const count = await liveSatellites(db, id)
  return count === 0
    ? null
    : `Ce groupe livre encore ${count === 1 ? 'un restaurant' : `${count} restaurants`}, aujourd’hui ou plus tard : mettez d’abord fin à ${count === 1 ? 'sa période' : 'leurs périodes'}, dans l’onglet « Satellites ».`
})

/** A canteen that has been in a group, or a group that has had satellites, keeps its type: the split of past years rests on it. */
refusesChanges.push(async (db: Queries, changes) => {
  const changing = changes.filter(({ before, record }) => before.productionType !== record.productionType)
  const bound = await boundCanteens(
    db,
    changing.map(({ id }) => id),
  )
  return new Map(changing.filter(({ id }) => bound.has(id)).map(({ id, before }) => [id, typeMistake(before)]))
})

const typeMistake = ({ productionType }: CanteenRecord): RecordMistake => ({
  field: 'productionType',
  code: 'bound_to_group',
  message:
    productionType === 'groupe'
      ? 'Ce groupe a livré des restaurants : il reste un groupe, car la répartition de ses achats en dépend. Pour un autre lieu, créez une autre fiche.'
      : 'Cette cantine est ou a été dans un groupe : elle reste un restaurant satellite, car la répartition des achats en dépend. Si elle cuisine désormais sur place, mettez fin à sa période, archivez cette fiche et créez-en une autre ; si elle n’a jamais été livrée, retirez la période dans l’onglet « Groupe ».',
})

dataOf.groupRequests = ({ database }, person) => requestsOfPerson(database, person.id)
