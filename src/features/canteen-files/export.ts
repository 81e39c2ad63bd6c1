// My canteens as a file: what the update import reads.
import type { Queries } from '../../platform/database/database.ts'
import { type RowToWrite, type WrittenType, writeTable } from '../../platform/tables/write-table.ts'
import { type Canteen, type Criteria, mineAfter } from '../canteens/canteens.ts'
import { groupsOn } from './canteen-files.sql.ts'
import type { UpdateRow } from './columns.ts'
import { updateFormat } from './formats.ts'

const AT_ONCE = 500

/** The canteens of a search, groups left out, by identifier; read as they are written, on the groups of that day. */
export const exportMine = (db: Queries, personId: string, criteria: Criteria, day: string, type: WrittenType) =>
  writeTable(updateFormat, rows(db, personId, criteria, day), type)

async function* rows(db: Queries, personId: string, criteria: Criteria, day: string): AsyncGenerator<RowToWrite<UpdateRow>> {
  for (let after = 0; ; ) {
    const some = await mineAfter(db, personId, criteria, after, AT_ONCE)
    const groups = await groupsOn(
      db,
      some.map(({ id }) => id),
      day,
    )
    for (const one of some) if (one.productionType !== 'groupe') yield rowOf(one, groups.get(one.id) ?? null)
    if (some.length < AT_ONCE) return
    after = some.at(-1)!.id
  }
}

/** What is not known leaves its cell empty: the import then asks for it. */
export const rowOf = (canteen: Canteen, groupId: number | null): RowToWrite<UpdateRow> => ({
  id: canteen.id,
  siret: canteen.siret,
  siren: canteen.siren,
  name: canteen.name,
  inseeCode: canteen.inseeCode,
  kitchenSiret: canteen.kitchenSiret,
  dailyMealCount: canteen.dailyMealCount,
  yearlyMealCount: canteen.yearlyMealCount,
  sectorList: canteen.sectorList.length === 0 ? null : canteen.sectorList,
  productionType: canteen.productionType as UpdateRow['productionType'],
  managementType: canteen.managementType,
  economicModel: canteen.economicModel,
  groupId,
  lineMinistry: canteen.lineMinistry,
  managers: null,
})
