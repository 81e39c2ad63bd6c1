// Reading and writing canteens, one or many at a time.
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { isCompleteRecord } from '../../law/canteen-record.ts'
import type { Queries } from '../../platform/database/database.ts'
import { placeColumns, searchWords } from './place.ts'

/** How a canteen came to us. */
export type CanteenSource = 'page' | 'import' | 'demo' | 'generator'

/** A canteen as kept: its record, and what is known around it. */
export type Canteen = CanteenRecord & {
  readonly id: number
  readonly commune: string | null
  readonly postcode: string | null
  readonly epci: string | null
  readonly department: string | null
  readonly region: string | null
  readonly complete: boolean
  /** What the company register last said of the SIRET; null: not asked yet. */
  readonly registerState: 'open' | 'closed' | 'unknown' | null
  readonly version: number
  readonly createdAt: Date
  readonly changedAt: Date
  readonly archivedAt: Date | null
}

const RECORD = `production_type as "productionType", name, siret, siren, insee_code as "inseeCode", management_type as "managementType",
  economic_model as "economicModel", sectors as "sectorList", line_ministry as "lineMinistry",
  daily_meals as "dailyMealCount", yearly_meals as "yearlyMealCount", kitchen_siret as "kitchenSiret"`

/** The columns of a `Canteen`, from the table `canteen`. */
export const CANTEEN = `id, ${RECORD}, commune, postcode, epci, department, region, complete, register_state as "registerState",
  version, created_at as "createdAt", changed_at as "changedAt", archived_at as "archivedAt"`

/** Archived ones included. */
export const findCanteen = (db: Queries, id: number) => db.first<Canteen>(`select ${CANTEEN} from canteen where id = $1`, [id])

export const findBySiret = (db: Queries, siret: string) =>
  db.first<Canteen>(`select ${CANTEEN} from canteen where siret = $1 and archived_at is null`, [siret])

/** Living canteens of these numbers: one at most for each. */
export const findBySirets = (db: Queries, sirets: readonly string[]) =>
  db.rows<Canteen>(`select ${CANTEEN} from canteen where siret = any($1) and archived_at is null`, [sirets])

export const findByIds = (db: Queries, ids: readonly number[]) =>
  db.rows<Canteen>(`select ${CANTEEN} from canteen where id = any($1) and archived_at is null`, [ids])

/** Archived ones included. */
export const findAnyByIds = (db: Queries, ids: readonly number[]) =>
  db.rows<Canteen>(`select ${CANTEEN} from canteen where id = any($1)`, [ids])

/** What is written of a record, in the order of `COLUMNS`. */
const COLUMNS = `production_type text, name text, siret text, siren text, insee_code text, commune text, postcode text, epci text,
  department text, region text, management_type text, economic_model text, sectors text[], line_ministry text,
  daily_meals integer, yearly_meals integer, kitchen_siret text, complete boolean, search_words text`
const NAMES = COLUMNS.split(',').map((column) => column.trim().split(' ')[0]!)

/** The columns that a record fills, by name. */
export function recordColumns(record: CanteenRecord) {
  const place = placeColumns(record.inseeCode)
  return {
    production_type: record.productionType,
    name: record.name,
    siret: record.siret,
    siren: record.siren,
    insee_code: record.inseeCode,
    ...place,
    management_type: record.managementType,
    economic_model: record.economicModel,
    sectors: record.sectorList,
    line_ministry: record.lineMinistry,
    daily_meals: record.dailyMealCount,
    yearly_meals: record.yearlyMealCount,
    kitchen_siret: record.kitchenSiret,
    complete: isCompleteRecord(record),
    search_words: searchWords(record, place),
  }
}

export type NewCanteens = {
  readonly source: CanteenSource
  /** Identifier of the person who creates them; null for the site itself. */
  readonly by: string | null
  readonly now: Date
  /** For one canteen made by a form: sent twice, it makes one. */
  readonly creationKey?: string
}

/** Adds canteens; gives their identifiers, in the order of the records. Throws on a SIRET already alive (unique violation). */
export async function insertCanteens(db: Queries, records: readonly CanteenRecord[], made: NewCanteens): Promise<number[]> {
  if (records.length === 0) return []
  const rows = await db.rows<{ id: number }>(
    `insert into canteen (${NAMES.join(', ')}, source, created_by, creation_key, created_at, changed_at)
     select ${NAMES.map((name) => `r.${name}`).join(', ')}, $2, $3, $4, $5, $5
     from jsonb_array_elements($1) with ordinality as element (value, position),
          jsonb_to_record(element.value) as r (${COLUMNS})
     order by position returning id`,
    [JSON.stringify(records.map(recordColumns)), made.source, made.by, made.creationKey ?? null, made.now],
  )
  // Identifiers are drawn in the order of the select, which is that of the records.
  return rows.map(({ id }) => id)
}

/**
 * Overwrites records. `version` is the one that was read: a canteen that someone changed since keeps what it has.
 * Gives the identifiers of those that were written.
 */
export async function updateCanteens(
  db: Queries,
  changes: readonly { readonly id: number; readonly version: number; readonly record: CanteenRecord }[],
  now: Date,
): Promise<number[]> {
  if (changes.length === 0) return []
  const rows = await db.rows<{ id: number }>(
    `update canteen set ${NAMES.map((name) => `${name} = r.${name}`).join(', ')}, version = canteen.version + 1, changed_at = $2,
            register_state = case when canteen.siret is distinct from r.siret then null else canteen.register_state end,
            register_checked_at = case when canteen.siret is distinct from r.siret then null else canteen.register_checked_at end
     from jsonb_to_recordset($1) as r (id bigint, version integer, ${COLUMNS})
     where canteen.id = r.id and canteen.version = r.version and canteen.archived_at is null
     returning canteen.id`,
    [JSON.stringify(changes.map(({ id, version, record }) => ({ id, version, ...recordColumns(record) }))), now],
  )
  return rows.map(({ id }) => id)
}

/** Archives or brings back; gives those whose state changed, with their new version. */
export const setArchived = (db: Queries, ids: readonly number[], { archivedAt, now }: { archivedAt: Date | null; now: Date }) =>
  db.rows<{ id: number; version: number }>(
    `update canteen set archived_at = $2, changed_at = $3, version = version + 1
     where id = any($1) and (archived_at is null) = ($2::timestamptz is not null) returning id, version`,
    [ids, archivedAt, now],
  )

/** What the register said of the SIRET of a canteen. */
export const setRegisterState = (db: Queries, id: number, state: Canteen['registerState'], checkedAt: Date) =>
  db.run('update canteen set register_state = $2, register_checked_at = $3 where id = $1', [id, state, checkedAt])

/** The canteen that a form sent before already made, or null. */
export const findByCreationKey = (db: Queries, key: string) =>
  db.first<{ id: number }>('select id from canteen where creation_key = $1', [key])
