// Every query on the kept answers. The code itself is never stored: only its SHA-256 is.
import type { Queries } from '../../platform/database/database.ts'
import type { Answers } from './answers.ts'

export type Draft = {
  answers: Answers
  /** Fields of a screen as they were typed, by screen: only while something in them cannot be used. */
  typed: Readonly<Record<string, [name: string, value: string][]>>
}

/** Thirteen months: a test taken at one campaign is still there at the next. */
const KEPT = `interval '13 months'`

export const insertDraft = (db: Queries, codeHash: Buffer, draft: Draft, now: Date) =>
  db.run(
    `insert into selftest_draft (code_hash, answers, created_at, changed_at, expires_at)
     values ($1, $2, $3, $3, $3::timestamptz + ${KEPT})`,
    [codeHash, JSON.stringify(draft), now],
  )

/** A draft that stays, and that loading again brings back to its first state. */
export const putDemoDraft = (db: Queries, codeHash: Buffer, draft: Draft, now: Date) =>
  db.run(
    `insert into selftest_draft (code_hash, answers, created_at, changed_at, expires_at)
     values ($1, $2, $3, $3, 'infinity')
     on conflict (code_hash) do update set answers = excluded.answers, expires_at = excluded.expires_at`,
    [codeHash, JSON.stringify(draft), now],
  )

export const findDraft = (db: Queries, codeHash: Buffer, now: Date) =>
  db.first<{ answers: Draft }>('select answers from selftest_draft where code_hash = $1 and expires_at > $2', [codeHash, now])

export const updateDraft = (db: Queries, codeHash: Buffer, draft: Draft, now: Date) =>
  db.run(
    `update selftest_draft set answers = $2, changed_at = $3, expires_at = $3::timestamptz + ${KEPT}
     where code_hash = $1 and expires_at > $3`,
    [codeHash, JSON.stringify(draft), now],
  )

export const deleteDraft = (db: Queries, codeHash: Buffer) =>
  db.run('delete from selftest_draft where code_hash = $1', [codeHash])

export const deleteExpired = (db: Queries, now: Date) => db.run('delete from selftest_draft where expires_at <= $1', [now])
