// What is told of a canteen: each change, by whom. Features to the right add their own words.
import type { CanteenRecord, RecordField } from '../../law/canteen-record.ts'
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'

export const streamOf = (canteenId: number) => `canteen:${canteenId}`

type Detail = Readonly<Record<string, unknown>>

/** Tells the same thing of one canteen or of many. `detail` names people by identifier only. */
export const tellTrail = (
  db: Queries,
  told: readonly { readonly canteenId: number; readonly detail?: Detail }[],
  { kind, by, now }: { kind: string; by: string | null; now: Date },
) =>
  addToTrail(
    db,
    told.map(({ canteenId, detail }) => ({ stream: streamOf(canteenId), at: now, actor: by, kind, ...(detail && { detail }) })),
  )

/** How each kind of entry reads, in French; `nameOf` turns the identifier of a person into a name. */
export type TrailWords = Record<string, (detail: Record<string, unknown>, nameOf: (personId: unknown) => string) => string>

/** Those of the canteen's own trail. Add yours when your feature is mounted. */
export const trailWords: TrailWords = {}

/** The fields that differ, each with what it was and what it becomes: the detail of a `changed` entry. */
export function changesBetween(before: CanteenRecord, after: CanteenRecord): Record<string, [unknown, unknown]> {
  const fields = Object.keys(after) as RecordField[]
  const same = (field: RecordField) => JSON.stringify(before[field]) === JSON.stringify(after[field])
  return Object.fromEntries(fields.filter((field) => !same(field)).map((field) => [field, [before[field], after[field]]]))
}

/** The record alone, without what is known around it. */
export const recordOf = (canteen: CanteenRecord): CanteenRecord => ({
  productionType: canteen.productionType,
  name: canteen.name,
  siret: canteen.siret,
  siren: canteen.siren,
  inseeCode: canteen.inseeCode,
  managementType: canteen.managementType,
  economicModel: canteen.economicModel,
  sectorList: canteen.sectorList,
  lineMinistry: canteen.lineMinistry,
  dailyMealCount: canteen.dailyMealCount,
  yearlyMealCount: canteen.yearlyMealCount,
  kitchenSiret: canteen.kitchenSiret,
})
