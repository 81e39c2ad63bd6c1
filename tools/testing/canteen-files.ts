// Files of canteens for tests: lines sent through a kind, checked and written as an import does.
import type { AnyImportKind, ImportScope, RowChange } from '../../src/features/imports/imports.ts'
import type { Platform } from '../../src/platform/http/context.ts'
import { importTable } from '../../src/platform/tables/import-table.ts'
import type { TableSource } from '../../src/platform/tables/source.ts'

/** A line of a file, by title. */
export type Line = Record<string, string>
export type Who = Pick<ImportScope, 'person' | 'isStaff'>

export const csvOf = (lines: readonly Line[]): TableSource => {
  const titles = [...new Set(lines.flatMap(Object.keys))]
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const rows = [titles, ...lines.map((line) => titles.map((title) => line[title] ?? ''))]
  return { name: 'x.csv', bytes: Buffer.from(rows.map((cells) => cells.map(quoted).join(';')).join('\n')) }
}

/** Checks the lines and writes those that are right, in the name of the operator unless someone is named. */
export const sendFile = (
  platform: Platform,
  kind: AnyImportKind,
  file: TableSource,
  who: Who = { person: null, isStaff: true },
) =>
  platform.database.transaction(async (db) => {
    const run = kind.open({ platform, db, now: platform.now(), importId: 1, ...who })
    const changes: RowChange[] = []
    const { errors, ...report } = await importTable(file, kind.format, {
      checkBatch: run.check,
      onRows: async (rows) => {
        const written = await run.write(rows)
        if (!('added' in written)) changes.push(...written)
      },
    })
    await run.finish?.()
    return {
      ...report,
      errors: errors.map(({ row, column, code }) => `${row} ${column} ${code}`),
      messages: errors.map(({ message }) => message),
      changes,
    }
  })

export const sendLines = (platform: Platform, kind: AnyImportKind, lines: readonly Line[], who?: Who) =>
  sendFile(platform, kind, csvOf(lines), who)

/** Takes back what was written, as the product does: the last rows first, what was kept of them read again from JSON. */
export const takeBack = (
  platform: Platform,
  kind: AnyImportKind,
  changes: readonly RowChange[],
  who: Who = { person: null, isStaff: true },
) =>
  platform.database.transaction((db) => {
    const scope = { platform, db, now: platform.now(), importId: 1, ...who }
    if (kind.undoAll) throw new Error('this kind takes back whole imports')
    const kept: RowChange[] = JSON.parse(JSON.stringify(changes.filter(({ outcome }) => outcome !== 'unchanged')))
    return kind.undo(scope, kept.reverse())
  })

/** Takes back all that was sent through a kind that keeps no changes; gives how many. */
export const takeBackAll = (platform: Platform, kind: AnyImportKind, who: Who) =>
  platform.database.transaction((db) => {
    if (!kind.undoAll) throw new Error('this kind takes back change by change')
    return kind.undoAll({ platform, db, now: platform.now(), importId: 1, ...who }, () => {})
  })
