// Changing canteens by a file: what a row says replaces all that was known, an empty cell erases.
import { type CanteenRecord, checkCanteenRecord } from '../../law/canteen-record.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { cellText } from '../../platform/tables/cell.ts'
import type { BatchError, ParsedRow } from '../../platform/tables/row-errors.ts'
import { changeCanteens, changeRefusals, changesBetween, findByIds, recordOf, roleAllows } from '../canteens/canteens.ts'
import { regroupRefusals } from '../groups/groups.ts'
import type { ImportKind, ImportScope, RowChange } from '../imports/imports.ts'
import { finish, takeBackAround, type Written } from './around.ts'
import { findKnown, findTaken, type Known } from './canteen-files.sql.ts'
import type { UpdateRow } from './columns.ts'
import { recordIn, updateFormat } from './formats.ts'
import { groupErrors } from './group-column.ts'

export const updateKind: ImportKind<UpdateRow> = {
  format: updateFormat,
  slug: 'cantines-modifier',
  lead: 'Corrigez ou complétez vos cantines dans un tableur : exportez-les, changez ce qui doit l’être, renvoyez le fichier. Chaque ligne remplace toute la fiche : une cellule vide efface ce qui était connu.',
  start: { href: '/mes-cantines/export.xlsx', label: 'Exporter mes cantines (.xlsx)' },
  next: { href: '/mes-cantines', label: 'Voir mes cantines' },
  open: (scope) => ({ check: (rows) => check(scope, rows), write: (rows) => write(scope, rows) }),
  undo,
}

type Pair = { readonly row: number; readonly values: UpdateRow; readonly known: Known }

async function pairs({ db, person, now }: ImportScope, rows: readonly ParsedRow<UpdateRow>[]) {
  const ids = rows.map(({ values }) => values.id)
  const known = new Map((await findKnown(db, ids, person?.id ?? null, dayInParis(now))).map((one) => [one.id, one]))
  return (row: ParsedRow<UpdateRow>): Known | undefined => known.get(row.values.id)
}

async function check(scope: ImportScope, rows: readonly ParsedRow<UpdateRow>[]): Promise<BatchError<UpdateRow>[]> {
  const knownOf = await pairs(scope, rows)
  const refused = rows.flatMap((row) => {
    const error = access(scope, row.values.id, knownOf(row))
    return error ? [{ row: row.row, column: 'id' as const, ...error }] : []
  })
  const bad = new Set(refused.map(({ row }) => row))
  const open: Pair[] = rows.flatMap((one) => (bad.has(one.row) ? [] : [{ ...one, known: knownOf(one)! }]))
  const joining = open.flatMap(({ row, values: { groupId }, known }) =>
    groupId === null || groupId === known.groupId ? [] : [{ row, groupId }],
  )
  const overlaps = await regroupRefusals(scope.db, open.flatMap(wishIn), scope.now)
  return [
    ...refused,
    ...(await takenErrors(scope, open)),
    ...(await groupErrors(scope, joining)),
    ...open.flatMap(({ row, known }) => {
      const message = overlaps.get(known.id)
      return message === undefined ? [] : [{ row, column: 'groupId' as const, code: 'not_regrouped', message }]
    }),
    ...(await refusals(scope, open)),
  ]
}

function access({ isStaff }: ImportScope, id: number, known: Known | undefined): { code: string; message: string } | null {
  if (!known)
    return {
      code: 'unknown_canteen',
      message: `Aucune cantine ne porte le numéro ${id} : l’export de vos cantines donne leurs numéros.`,
    }
  if (!isStaff && !roleAllows(known.role, 'administrator'))
    return {
      code: 'not_administrator',
      message: `Vous n’administrez pas « ${known.name} » (n° ${id}) : laissez cette ligne de côté, ou demandez ce rôle à son équipe.`,
    }
  if (known.archivedAt !== null)
    return {
      code: 'archived',
      message: `« ${known.name} » (n° ${id}) est archivée : restaurez-la sur sa page, ou laissez cette ligne de côté.`,
    }
  if (known.productionType === 'groupe')
    return {
      code: 'not_a_place',
      message: `Le n° ${id} est le groupe « ${known.name} » : modifiez-le sur sa page et laissez cette ligne de côté.`,
    }
  return null
}

async function takenErrors({ db, person }: ImportScope, open: readonly Pair[]): Promise<BatchError<UpdateRow>[]> {
  const asked = open.flatMap(({ values: { siret }, known }) => (siret === null || siret === known.siret ? [] : [siret]))
  if (asked.length === 0) return []
  const taken = new Map((await findTaken(db, asked, person?.id ?? null)).map((one) => [one.siret, one]))
  return open.flatMap(({ row, values: { id, siret } }) => {
    const other = siret === null ? undefined : taken.get(siret)
    if (!other || other.id === id) return []
    const message = `« ${other.name} » (n° ${other.id}) porte déjà ce SIRET : vérifiez-le. S’il faut l’échanger, libérez-le d’abord.`
    return [{ row, column: 'siret', code: 'siret_exists', message }]
  })
}

const wishIn = ({ values: { groupId }, known }: Pair) => (groupId === known.groupId ? [] : [{ satelliteId: known.id, groupId }])

async function refusals({ db, now }: ImportScope, open: readonly Pair[]): Promise<BatchError<UpdateRow>[]> {
  const found = await changeRefusals(db, open.map(changeIn), now)
  return open.flatMap(({ row, known }) =>
    (found.get(known.id) ?? []).map(({ field, code, message }) => ({
      row,
      column: field in updateFormat.columns ? (field as keyof UpdateRow & string) : null,
      code,
      message,
    })),
  )
}

const changeIn = ({ values, known }: Pair) => {
  const before = recordOf(known)
  return { id: known.id, version: known.version, before, record: after(before, values) }
}

/** The record that the row leaves. What is said otherwise without saying anything else is kept as it was written. */
function after(before: CanteenRecord, values: UpdateRow): CanteenRecord {
  const said = recordIn(values)
  const sameSectors =
    said.sectorList.length === before.sectorList.length && said.sectorList.every((id) => before.sectorList.includes(id))
  return {
    ...said,
    name: said.name === cellText(before.name).normalize('NFC') ? before.name : said.name,
    // The register knows where a SIRET is: its commune stays until it says otherwise, and goes with the number.
    inseeCode: said.siret === null ? said.inseeCode : said.siret === before.siret ? before.inseeCode : null,
    sectorList: sameSectors ? before.sectorList : said.sectorList,
  }
}

async function write(scope: ImportScope, rows: readonly ParsedRow<UpdateRow>[]): Promise<RowChange[]> {
  const { db, person, now } = scope
  const knownOf = await pairs(scope, rows)
  const open = rows.map((row): Pair => ({ ...row, known: knownOf(row)! }))
  const changes = open.map(changeIn)
  const changed = new Set(await changeCanteens(db, changes, { by: person?.id ?? null, now }))
  const written = open.map(({ row, values: { id, managers } }, at): Written => {
    const fields = changesBetween(changes[at]!.before, changes[at]!.record)
    const differs = Object.keys(fields).length > 0
    // Someone changed it in this very moment: all of it starts again, and reads it anew.
    if (differs && !changed.has(id)) throw new Error(`canteen ${id} was changed while it was imported`)
    return { row, canteenId: id, outcome: differs ? 'changed' : 'unchanged', managers, done: differs ? { fields } : {} }
  })
  return finish(scope, written, open.flatMap(wishIn))
}

/** Gives the fields that the file changed what they held; canteens that someone touched since, or whose number is taken, are kept. */
async function undo(scope: ImportScope, changes: readonly RowChange[]) {
  const { db, person, now } = scope
  const left = await takeBackAround(scope, changes)
  const canteens = await findByIds(db, [...left.keys()])
  const back = canteens.map((canteen) => {
    const before = recordOf(canteen)
    const held = Object.entries(left.get(canteen.id)?.fields ?? {}).map(([field, [value]]) => [field, value])
    const record: CanteenRecord = { ...before, ...Object.fromEntries(held) }
    return { id: canteen.id, version: canteen.version, before, record }
  })
  const numbers = back.flatMap(({ before, record: { siret } }) => (siret === null || siret === before.siret ? [] : [siret]))
  const taken = new Map((await findTaken(db, numbers, null)).map(({ siret, id }) => [siret, id]))
  const refused = await changeRefusals(db, back, now)
  const possible = back.filter(
    ({ id, record }) =>
      !refused.has(id) && checkCanteenRecord(record).length === 0 && (taken.get(record.siret ?? '') ?? id) === id,
  )
  await changeCanteens(db, possible, { by: person?.id ?? null, now })
  return { undone: possible.length, kept: changes.length - possible.length }
}
