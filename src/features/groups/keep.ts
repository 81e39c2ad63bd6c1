// What groups object to elsewhere, and what they know of a person.
import type { CanteenRecord, RecordMistake } from '../../law/canteen-record.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { dataOf } from '../accounts/accounts.ts'
import { refusesArchive, refusesChanges } from '../canteens/canteens.ts'
import { boundCanteens, liveSatellites } from './keep.sql.ts'
import { requestsOfPerson } from './requests.sql.ts'

refusesArchive.push(async (db, { id, productionType }, now) => {
  if (productionType !== 'groupe') return null
  const count = await liveSatellites(db, id, dayInParis(now))
  if (count === 0) return null
  return count === 1
    ? 'Ce groupe livre encore un restaurant, aujourd’hui ou plus tard : mettez d’abord fin à sa période, dans l’onglet « Satellites ».'
    : `Ce groupe livre encore ${count} restaurants, aujourd’hui ou plus tard : mettez d’abord fin à leurs périodes, dans l’onglet « Satellites ».`
})

refusesChanges.push(async (db, changes, now) => {
  const changing = changes.filter(({ before, record }) => before.productionType !== record.productionType)
  const ids = changing.map(({ id }) => id)
  const bound = await boundCanteens(db, ids, dayInParis(now))
  return new Map(changing.filter(({ id }) => bound.has(id)).map(({ id, before }) => [id, typeMistake(before)]))
})

/** A satellite may cook on the spot one day, once its period is over; a group that has delivered stays one: past splits rest on it. */
const typeMistake = ({ productionType }: CanteenRecord): RecordMistake => ({
  field: 'productionType',
  code: 'bound_to_group',
  message:
    productionType === 'groupe'
      ? 'Ce groupe a livré des restaurants : il reste un groupe, car la répartition de ses achats en dépend. Pour un autre lieu, créez une autre fiche.'
      : 'Cette cantine est dans un groupe, aujourd’hui ou plus tard : mettez d’abord fin à sa période, dans l’onglet « Groupe », puis changez son type.',
})

dataOf.groupRequests = ({ database }, person) => requestsOfPerson(database, person.id)
