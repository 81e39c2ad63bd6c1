// Creating canteens by a file.
import type { ParsedRow } from '../../platform/tables/row-errors.ts'
import { archiveCanteens, createCanteens, findByIds } from '../canteens/canteens.ts'
import type { ImportKind, ImportScope, RowChange } from '../imports/imports.ts'
import { finish, takeBackAround, type Written } from './around.ts'
import { findTaken, type Taken } from './canteen-files.sql.ts'
import type { CreateRow } from './columns.ts'
import { createFormat, recordIn } from './formats.ts'
import { groupErrors } from './group-column.ts'

export const createKind: ImportKind<CreateRow> = {
  format: createFormat,
  slug: 'cantines-creer',
  lead: 'Inscrivez d’un coup toutes les cantines que vous gérez : une ligne par lieu de service. Vous en deviendrez l’administratrice ou l’administrateur.',
  next: { href: '/mes-cantines', label: 'Voir mes cantines' },
  open: (scope) => ({ check: (rows) => check(scope, rows), write: (rows) => write(scope, rows) }),
  undo,
}

async function check(scope: ImportScope, rows: readonly ParsedRow<CreateRow>[]) {
  const sirets = rows.map(({ values }) => values.siret)
  const taken = new Map((await findTaken(scope.db, sirets, scope.person?.id ?? null)).map((one) => [one.siret, one]))
  const exist = rows.flatMap(({ row, values }) => {
    const one = taken.get(values.siret)
    return one ? [{ row, column: 'siret' as const, code: 'siret_exists', message: alreadyThere(one) }] : []
  })
  const joining = rows.flatMap(({ row, values }) => (values.groupId === null ? [] : [{ row, groupId: values.groupId }]))
  return [...exist, ...(await groupErrors(scope, joining))]
}

function alreadyThere({ id, name, role, hasTeam }: Taken): string {
  const there = `« ${name} » (n° ${id}) porte déjà ce SIRET`
  if (role === 'administrator')
    return `${there} et vous l’administrez. Laissez cette ligne de côté ; pour changer sa fiche, utilisez le fichier « Cantines à modifier ».`
  if (role !== null) return `${there} et vous faites partie de son équipe. Laissez cette ligne de côté.`
  return hasTeam
    ? `${there} et une équipe s’en occupe. Laissez cette ligne de côté, puis demandez à rejoindre l’équipe : /cantines/${id}/rejoindre.`
    : `${there} et personne ne s’en occupe. Laissez cette ligne de côté, puis revendiquez la cantine : /cantines/${id}/revendiquer.`
}

async function write(scope: ImportScope, rows: readonly ParsedRow<CreateRow>[]): Promise<RowChange[]> {
  const { db, person, now } = scope
  const records = rows.map(({ values }) => recordIn(values))
  const ids = await createCanteens(db, records, { source: 'import', by: person?.id ?? null, now })
  const written = rows.map(
    ({ row, values }, at): Written => ({ row, canteenId: ids[at]!, outcome: 'created', managers: values.managers, done: {} }),
  )
  const wishes = rows.flatMap(({ values: { groupId } }, at) => (groupId === null ? [] : [{ satelliteId: ids[at]!, groupId }]))
  return finish(scope, written, wishes)
}

/** Archived rather than removed: their trail stays, their numbers are free again. */
async function undo(scope: ImportScope, changes: readonly RowChange[]) {
  const { db, person, now } = scope
  const left = await takeBackAround(scope, changes)
  const { archived } = await archiveCanteens(db, await findByIds(db, [...left.keys()]), { by: person?.id ?? null, now })
  return { undone: archived.length, kept: changes.length - archived.length }
}
