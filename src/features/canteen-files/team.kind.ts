// People put in the teams of many canteens at once by the staff, without a mail.
import type { ParsedRow } from '../../platform/tables/row-errors.ts'
import { findBySirets, tellTrail, trailWords } from '../canteens/canteens.ts'
import type { ImportKind, ImportScope, RowChange } from '../imports/imports.ts'
import { finish, takeBackAround, type Written } from './around.ts'
import { withoutAdministrator } from './canteen-files.sql.ts'
import type { ManagersRow } from './columns.ts'
import { managersFormat } from './formats.ts'

const IMPORTED = 'managers-imported'
trailWords[IMPORTED] = ({ source }) => `Gestionnaires ajoutés par l’équipe de ma cantine, d’après : ${source}`

export const managersKind: ImportKind<ManagersRow> = {
  format: managersFormat,
  slug: 'cantines-gestionnaires',
  lead: 'Ajoutez des gestionnaires à des cantines déjà inscrites, sans leur écrire : celles et ceux qui ont un compte rejoignent l’équipe, les autres la trouveront en créant le leur.',
  staffOnly: true,
  next: { href: '/mes-cantines', label: 'Voir mes cantines' },
  open: (scope) => ({ check: (rows) => check(scope, rows), write: (rows) => write(scope, rows) }),
  undo,
}

const bySiret = async ({ db }: ImportScope, rows: readonly ParsedRow<ManagersRow>[]) =>
  new Map(
    (
      await findBySirets(
        db,
        rows.map(({ values }) => values.siret),
      )
    ).map((canteen) => [canteen.siret, canteen]),
  )

async function check(scope: ImportScope, rows: readonly ParsedRow<ManagersRow>[]) {
  const known = await bySiret(scope, rows)
  return rows
    .filter(({ values }) => !known.has(values.siret))
    .map(({ row }) => ({
      row,
      column: 'siret' as const,
      code: 'unknown_canteen',
      message: 'Aucune cantine inscrite ne porte ce SIRET : vérifiez-le, ou inscrivez d’abord la cantine.',
    }))
}

async function write(scope: ImportScope, rows: readonly ParsedRow<ManagersRow>[]): Promise<RowChange[]> {
  const { db, person, now } = scope
  const known = await bySiret(scope, rows)
  const ids = rows.map(({ values }) => known.get(values.siret)!.id)
  const alone = new Set(await withoutAdministrator(db, ids))
  const written = rows.map(({ row, values }, at): Written => {
    const done = alone.has(ids[at]!) ? { hadNone: true as const } : {}
    return { row, canteenId: ids[at]!, outcome: 'unchanged', managers: values.managers, done }
  })
  const tell = (changed: ReadonlySet<number>) => {
    const told = rows.map(({ values }, at) => ({ canteenId: ids[at]!, detail: { source: values.origin } }))
    return tellTrail(
      db,
      told.filter(({ canteenId }) => changed.has(canteenId)),
      { kind: IMPORTED, by: person?.id ?? null, now },
    )
  }
  return finish(scope, written, [], { silent: true, tell })
}

async function undo(scope: ImportScope, changes: readonly RowChange[]) {
  const { size } = await takeBackAround(scope, changes)
  return { undone: size, kept: changes.length - size }
}
