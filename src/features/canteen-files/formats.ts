// The three kinds of canteen files: what a row says, and the rules of the law on it.
import { type CanteenRecord, type RecordField, recordRules } from '../../law/canteen-record.ts'
import type { RowRule, TableFormat } from '../../platform/tables/columns.ts'
import { recordOf } from '../canteens/canteens.ts'
import { type CreateRow, created, type ManagersRow, managed, type UpdateRow, updated } from './columns.ts'
import { communeRule } from './commune.ts'

const NOTHING: CanteenRecord = {
  productionType: null,
  name: '',
  siret: null,
  siren: null,
  inseeCode: null,
  managementType: null,
  economicModel: null,
  sectorList: [],
  lineMinistry: null,
  dailyMealCount: null,
  yearlyMealCount: null,
  kitchenSiret: null,
}

const records = new WeakMap<object, CanteenRecord>()

/**
 * The record that a row says. The commune is that of the register where there is a SIRET: what the file says of it is not read.
 * Each rule asks for it: it is made once.
 */
export function recordIn(row: CreateRow | UpdateRow): CanteenRecord {
  const known = records.get(row)
  if (known) return known
  const record = recordOf({ ...NOTHING, ...row, ...(row.siret && { inseeCode: null }) })
  records.set(row, record)
  return record
}

/** The rules of the law on records, where the file has the columns that they read; and who may belong to a group. */
function rulesFor<Row extends CreateRow | UpdateRow>(columns: Record<keyof Row, unknown>): RowRule<Row>[] {
  const columnOf = (field: RecordField) => (field in columns ? (field as keyof Row & string) : null)
  const ofTheLaw = recordRules.map(
    ({ of, mistakes }): RowRule<Row> => ({
      of: of.map(columnOf).filter((key) => key !== null),
      mistakes: (row) =>
        mistakes(recordIn(row))
          // The list of communes knows better than the law which codes exist: see `communeRule`.
          .filter(({ code }) => code !== 'unknown_commune')
          .map(({ field, code, message }) => ({ column: columnOf(field), code, message })),
    }),
  )
  return [...ofTheLaw, { of: ['productionType', 'groupId'], mistakes: groupMistakes }]
}

const groupMistakes = ({ productionType, groupId }: CreateRow | UpdateRow) =>
  groupId === null || productionType === 'site_cooked_elsewhere'
    ? []
    : [
        {
          column: 'groupId' as const,
          code: 'not_for_on_site',
          message: 'Seul un restaurant satellite fait partie d’un groupe : laissez cette cellule vide.',
        },
      ]

export const createFormat: TableFormat<CreateRow> = {
  kind: 'canteens-create',
  title: 'Cantines à créer',
  version: '1.0.0',
  columns: created,
  rules: rulesFor<CreateRow>(created),
}
export const updateFormat: TableFormat<UpdateRow> = {
  kind: 'canteens-update',
  title: 'Cantines à modifier',
  version: '1.0.0',
  columns: updated,
  rules: [...rulesFor<UpdateRow>(updated), communeRule],
}
export const managersFormat: TableFormat<ManagersRow> = {
  kind: 'canteen-managers',
  title: 'Gestionnaires de cantines',
  version: '1.0.0',
  columns: managed,
}
