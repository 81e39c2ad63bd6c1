// What the rows of an import did, kept as long as it can be undone.
import type { Queries } from '../../platform/database/database.ts'
import type { RowChange } from './kind.ts'

export const addChanges = (db: Queries, importId: number, changes: readonly RowChange[]) =>
  db.run(
    `insert into import_change (import_id, file_row, outcome, subject, before)
     select $1, "row", outcome, subject, before
     from jsonb_to_recordset($2) as change ("row" integer, outcome text, subject text, before jsonb)`,
    [importId, JSON.stringify(changes)],
  )

const BATCH = 500

/** What undoing must bring back, the last rows first. */
export async function* changesToUndo(db: Queries, importId: number): AsyncGenerator<RowChange[]> {
  let above: number | null = null
  for (;;) {
    const changes: RowChange[] = await db.rows<RowChange>(
      `select file_row as "row", outcome, subject, before from import_change
       where import_id = $1 and outcome <> 'unchanged' and file_row < coalesce($2, 2147483647)
       order by file_row desc limit $3`,
      [importId, above, BATCH],
    )
    if (changes.length === 0) return
    yield changes
    above = changes.at(-1)!.row
  }
}

export const forgetChanges = (db: Queries, importId: number) =>
  db.run('delete from import_change where import_id = $1', [importId])

/** The rows that were written: an error file leaves them out. */
export const writtenRows = async (db: Queries, importId: number): Promise<ReadonlySet<number>> =>
  new Set(
    (await db.rows<{ row: number }>('select file_row as row from import_change where import_id = $1', [importId])).map(
      ({ row }) => row,
    ),
  )
