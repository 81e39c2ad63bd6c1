// Files that people brought: what is kept of each, and how it passes from one state to the next.
import type { Database, Queries } from '../../platform/database/database.ts'
import type { Link } from '../../platform/html/link.ts'
import type { ChosenMapping } from '../../platform/tables/header.ts'
import type { Correction, Replacement } from '../../platform/tables/row-errors.ts'
import { addContent } from './content.sql.ts'
import type { KeptReport } from './report.ts'

/** Three states are of work under way; a file rests in the others. */
export type State = 'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone'
export type Working = 'checking' | 'applying' | 'undoing'

/** What was written, and what was brought back. */
export type Outcome = {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  readonly undone?: number
  readonly kept?: number
  /** Where one sees what was written; absent when the kind of file says it. */
  readonly next?: readonly Link[]
}

export type FileImport = {
  readonly id: number
  readonly kind: string
  readonly personId: string | null
  readonly fileName: string
  readonly bytes: number
  readonly receivedAt: Date
  readonly state: State
  readonly mapping: ChosenMapping
  readonly corrections: readonly Correction[]
  readonly replacements: readonly Replacement[]
  readonly keepGood: boolean
  readonly report: KeptReport | null
  readonly outcome: Outcome | null
  readonly settledAt: Date | null
  readonly attempts: number
  readonly rowsDone: number
  readonly failed: boolean
  /** False once its pieces are erased. */
  readonly held: boolean
}

const IMPORT = `id, kind, person_id as "personId", file_name as "fileName", file_bytes as bytes, received_at as "receivedAt", state, mapping, corrections, replacements,
  keep_good as "keepGood", report, outcome, settled_at as "settledAt", attempts, rows_done as "rowsDone", failed, held`

type Received = {
  kind: string
  personId: string | null
  fileName: string
  content: AsyncIterable<Uint8Array>
  at: Date
  state: Working
  keepGood?: boolean
}

/** Keeps a file; gives its identifier and its size. It is not there for others before its last piece is. */
export const addImport = (database: Database, { kind, personId, fileName, content, at, state, keepGood = false }: Received) =>
  database.transaction(async (db) => {
    const { id } = (await db.first<{ id: number }>(
      `insert into import (kind, person_id, file_name, file_bytes, received_at, state, keep_good)
       values ($1, $2, $3, 0, $4, $5, $6) returning id`,
      [kind, personId, fileName, at, state, keepGood],
    ))!
    const bytes = await addContent(db, id, content)
    await db.run('update import set file_bytes = $2 where id = $1', [id, bytes])
    return { id, bytes }
  })

/** An import belongs to one person: it does not exist for the others. */
export const findImport = (db: Queries, id: number, personId: string) =>
  db.first<FileImport>(`select ${IMPORT} from import where id = $1 and person_id = $2`, [id, personId])

/** Whoever it belongs to. */
export const loadImport = (db: Queries, id: number) => db.first<FileImport>(`select ${IMPORT} from import where id = $1`, [id])

export const importsOf = (db: Queries, personId: string, most: number) =>
  db.rows<FileImport>(`select ${IMPORT} from import where person_id = $1 order by id desc limit $2`, [personId, most])

/** What we hold of a person's files: those that wait for their word or for us, and the bytes of all. */
export const heldOf = async (db: Queries, personId: string): Promise<{ waiting: number; bytes: number }> =>
  (await db.first<{ waiting: number; bytes: number }>(
    `select count(*) filter (where state in ('checking', 'checked', 'applying')) as waiting, coalesce(sum(file_bytes), 0)::bigint as bytes
     from import where person_id = $1 and held`,
    [personId],
  ))!

/** Gives up a file of which nothing was written. */
export const removeImport = (db: Queries, id: number) =>
  db.run(`delete from import where id = $1 and state in ('checking', 'checked', 'undone')`, [id])

type Said = {
  mapping?: ChosenMapping
  corrections?: readonly Correction[]
  replacements?: readonly Replacement[]
  keepGood?: boolean
}

/** A cell shown shortened may end in the middle of a character: PostgreSQL takes no half of one. */
const json = (value: unknown) =>
  JSON.stringify(value, (_, one) => (typeof one === 'string' ? one.replace(/\p{Surrogate}/gu, '\uFFFD') : one))

/** Asks for work on a file that rests in `from`; false when it no longer does, for instance because someone pressed twice. */
export async function askForWork(db: Queries, id: number, from: State, to: Working, said: Said = {}): Promise<boolean> {
  const asked = await db.run(
    `update import set state = $3, attempts = 0, rows_done = 0, failed = false, mapping = coalesce($4, mapping),
       corrections = coalesce($5, corrections), replacements = coalesce($6, replacements), keep_good = coalesce($7, keep_good)
     where id = $1 and state = $2 and held`,
    [
      id,
      from,
      to,
      said.mapping && json(said.mapping),
      said.corrections && json(said.corrections),
      said.replacements && json(said.replacements),
      said.keepGood ?? null,
    ],
  )
  return asked === 1
}

export const underWay = (db: Queries) =>
  db.rows<{ id: number }>(`select id from import where state in ('checking', 'applying', 'undoing') order by id`)

/** One run at a time for one file, in all processes: the lock lasts as long as the transaction, and goes when its process dies. */
export const lockImport = async (db: Queries, id: number): Promise<boolean> =>
  (await db.first<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended('import', $1)) as mine`, [id]))!.mine

/** The file to work on, counted as begun once more; null when there is nothing left to do. */
export const beginWork = (db: Queries, id: number) =>
  db.first<FileImport>(
    `update import set attempts = attempts + 1, rows_done = 0 where id = $1 and state in ('checking', 'applying', 'undoing') returning ${IMPORT}`,
    [id],
  )

/** Told while the work goes on, on another connection than its transaction. */
export const tellProgress = (db: Queries, id: number, rows: number) =>
  db.run('update import set rows_done = $2 where id = $1', [id, rows])

export const markChecked = (db: Queries, id: number, from: Working, report: KeptReport) =>
  db.run(`update import set state = 'checked', report = $3, digest = $4, attempts = 0 where id = $1 and state = $2`, [
    id,
    from,
    json(report),
    report.digest,
  ])

/** The error is ours: the file goes back to where it rested. */
export const markFailed = (db: Queries, id: number, from: Working) =>
  db.run(
    `update import set state = case $2 when 'undoing' then 'applied' else 'checked' end, attempts = 0, failed = true where id = $1 and state = $2`,
    [id, from],
  )

/** 0 when another run has just written it. */
export const markApplied = (db: Queries, id: number, report: KeptReport, outcome: Outcome, at: Date) =>
  db.run(
    `update import set state = 'applied', report = $2, digest = $3, outcome = $4, settled_at = $5, attempts = 0 where id = $1 and state = 'applying'`,
    [id, json(report), report.digest, json(outcome), at],
  )

export const markUndone = (db: Queries, id: number, undone: number, kept: number, at: Date) =>
  db.run(
    `update import set state = 'undone', outcome = outcome || jsonb_build_object('undone', $2::int, 'kept', $3::int), settled_at = $4, attempts = 0
     where id = $1 and state = 'undoing'`,
    [id, undone, kept, at],
  )

/** The import, still standing, of a file that says the same. */
export const findSame = (db: Queries, file: Pick<FileImport, 'id' | 'kind' | 'personId'>, digest: string | null) =>
  db.first<{ id: number; at: Date }>(
    `select id, settled_at as at from import
     where kind = $1 and person_id is not distinct from $2 and digest = $3 and id <> $4 and state in ('applied', 'undoing')`,
    [file.kind, file.personId, digest, file.id],
  )

/** Files older than this day leave us, with what people typed in them; that they came, and what was written, stays told. */
export const eraseContents = (db: Queries, before: Date) =>
  db.run(
    `with erased as (
       update import set held = false, corrections = '[]', replacements = '[]',
         report = report || '{"errors": [], "repeated": []}'
       where held and received_at < $1 and state in ('checked', 'applied', 'undone') returning id),
     emptied as (delete from import_piece where import_id in (select id from erased)),
     forgotten as (delete from import_change where import_id in (select id from erased))
     select id from erased`,
    [before],
  )
