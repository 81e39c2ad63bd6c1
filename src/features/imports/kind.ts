// What a feature says of a kind of file: its columns, how its rows are checked against the database, written, and taken back.
import type { Queries } from '../../platform/database/database.ts'
import type { Link } from '../../platform/html/link.ts'
import type { Platform } from '../../platform/http/context.ts'
import type { TableFormat } from '../../platform/tables/columns.ts'
import type { BatchError, ParsedRow } from '../../platform/tables/row-errors.ts'
import type { Person } from '../accounts/accounts.ts'

/** In whose name and on what an import works. */
export type ImportScope = {
  readonly platform: Platform
  /** Every read and write of the import; a transaction once rows are written. */
  readonly db: Queries
  /** Who imports; null for the operator at the command line. */
  readonly person: Person | null
  /** The operator, or one of the staff. */
  readonly isStaff: boolean
  readonly now: Date
  /** The import that writes or takes back; null for a file that is only tried. */
  readonly importId: number | null
}

/** What one row did. `subject` names what it touched, `before` holds what `undo` needs to bring it back (JSON, kept 30 days). */
export type RowChange = {
  readonly row: number
  readonly outcome: 'created' | 'changed' | 'unchanged'
  readonly subject: string
  readonly before?: unknown
}

/** Rows that were created and that need no change of their own: each carries the import it came by, which `undoAll` finds again. */
export type Added = { readonly added: number }

export type Undone = { readonly undone: number; readonly kept: number }

/** One reading of one file: it may remember the rows it has seen. A file is read several times: checked first, then checked again as it is written. */
export type ImportRun<Row> = {
  /** What is wrong with rows that read well by themselves, for this person, on this database. Reads only (PostgreSQL refuses writes). */
  check(rows: readonly ParsedRow<Row>[]): Promise<readonly BatchError<Row>[]>
  /** Writes rows that passed `check`, in the transaction of the scope. One change for each row, in their order; or how many were added. */
  write(rows: readonly ParsedRow<Row>[]): Promise<readonly RowChange[] | Added>
  /** Called once the last rows were given, in the same transaction: what `write` left for the end. Gives where one sees what was written, when that is closer than `next`. */
  finish?(): Promise<readonly Link[]>
}

/** The way back, in the transaction of the scope; what someone changed since is kept, and counted. */
type Undoing =
  | {
      /** Brings back what these changes did. Called batch by batch, the last rows first, with the changes whose outcome is not `unchanged`. */
      undo(scope: ImportScope, changes: readonly RowChange[]): Promise<Undone>
      readonly undoAll?: never
    }
  | {
      /** Takes out whatever the import of the scope added; `onProgress` hears how many rows are done. Gives how many. */
      undoAll(scope: ImportScope, onProgress: (rows: number) => void): Promise<number>
      readonly undo?: never
    }

export type ImportKind<Row> = Undoing & {
  /** `format.kind` is the word of the command line and of the published schema (`canteens-create`). */
  readonly format: TableFormat<Row>
  /** The last part of its addresses, in French: `cantines-creer`. Its schema is published as `/schemas/cantines_creer.json`. */
  readonly slug: string
  /** What this file does, for the page, in French sentences. */
  readonly lead: string
  /** Rows checked and written at a time; left to the engine unless said. Fewer live less long in memory, more share the questions that are asked of the database. */
  readonly batchSize?: number
  /** Staff only: the others do not see the page. */
  readonly staffOnly?: boolean
  open(scope: ImportScope): ImportRun<Row>
  /** A file to start from other than the empty one: what is known already, ready to be changed. */
  readonly start?: Link
  /** Where one sees what was imported. */
  readonly next: Link
}

/** Kinds of all rows, as the site lists them. */
// biome-ignore lint/suspicious/noExplicitAny: each kind reads and writes its own rows; the engine only hands them over
export type AnyImportKind = ImportKind<any>
