// What the company register answered, kept.
import type { Queries } from '../../platform/database/database.ts'

export type KeptAnswer = { found: unknown; askedAt: Date; expiresAt: Date | null }

export const findAnswer = (db: Queries, number: string) =>
  db.first<KeptAnswer>('select found, asked_at as "askedAt", expires_at as "expiresAt" from register_answer where number = $1', [
    number,
  ])

export const keepAnswer = (db: Queries, number: string, { found, askedAt, expiresAt }: KeptAnswer) =>
  db.run(
    `insert into register_answer (number, found, asked_at, expires_at) values ($1, $2, $3, $4)
     on conflict (number) do update set found = excluded.found, asked_at = excluded.asked_at, expires_at = excluded.expires_at`,
    [number, found === null ? null : JSON.stringify(found), askedAt, expiresAt],
  )

/** Told answers are never asked for again; telling them again changes nothing. */
export const tellAnswers = (db: Queries, told: readonly { number: string; found: unknown }[], now: Date) =>
  db.run(
    `insert into register_answer (number, found, asked_at)
     select number, found, $2 from jsonb_to_recordset($1) as told (number text, found jsonb)
     on conflict (number) do update set found = excluded.found, expires_at = null
     where register_answer.found is distinct from excluded.found or register_answer.expires_at is not null`,
    [JSON.stringify(told), now],
  )

/** Answers too old to be shown even when the register is silent. */
export const forgetAnswers = (db: Queries, askedBefore: Date) =>
  db.run('delete from register_answer where asked_at < $1 and expires_at is not null', [askedBefore])
