// Every query on the statements of suppliers.
import type { Queries } from '../../platform/database/database.ts'
import type { Content, Given, LineDecision, Statement } from './statement.ts'

const STATEMENT = `id, canteen_id as "canteenId", year, supplier, supplier_key as "supplierKey", email, contractor, word,
  link_version as "linkVersion", asked_by as "askedBy", asked_at as "askedAt", expires_at as "expiresAt", cut_at as "cutAt",
  mailed_at as "mailedAt", mail_count as "mailCount", state, draft, given, version, sent_at as "sentAt", decisions,
  decided_at as "decidedAt", joint_id as "jointId"`

export type NewStatement = Pick<
  Statement,
  'canteenId' | 'year' | 'supplier' | 'supplierKey' | 'email' | 'contractor' | 'word' | 'jointId'
> & {
  readonly by: string | null
  readonly now: Date
  readonly expiresAt: Date
}

/** Keeps a request; null when this supplier was asked for this year already. */
export const addStatement = (db: Queries, asked: NewStatement) =>
  db.first<Statement>(
    `insert into statement (canteen_id, year, supplier, supplier_key, email, contractor, word, asked_by, asked_at, expires_at, joint_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (canteen_id, year, supplier_key) do nothing returning ${STATEMENT}`,
    [
      asked.canteenId,
      asked.year,
      asked.supplier,
      asked.supplierKey,
      asked.email,
      asked.contractor,
      asked.word,
      asked.by,
      asked.now,
      asked.expiresAt,
      asked.jointId,
    ],
  )

export const findTwin = (db: Queries, { canteenId, year, supplierKey }: Pick<Statement, 'canteenId' | 'year' | 'supplierKey'>) =>
  db.first<Statement>(`select ${STATEMENT} from statement where canteen_id = $1 and year = $2 and supplier_key = $3`, [
    canteenId,
    year,
    supplierKey,
  ])

/** Those that wait for the canteen first, then the latest. */
export const listStatements = (db: Queries, canteenId: number, most: number) =>
  db.rows<Statement>(
    `select ${STATEMENT} from statement where canteen_id = $1
     order by case state when 'sent' then 0 when 'asked' then 1 else 2 end, year desc, asked_at desc, id desc limit $2`,
    [canteenId, most],
  )

/** Those of a list, in the order in which they were asked. */
export const statementsOfJoint = (db: Queries, jointId: number) =>
  db.rows<Statement>(`select ${STATEMENT} from statement where joint_id = $1 order by id`, [jointId])

export const findStatement = (db: Queries, canteenId: number, id: number) =>
  db.first<Statement>(`select ${STATEMENT} from statement where canteen_id = $1 and id = $2`, [canteenId, id])

/** The statement that a link opens, cut and expired ones included; null once the link was replaced. */
export const findLinked = (db: Queries, id: number, linkVersion: number) =>
  db.first<Statement>(`select ${STATEMENT} from statement where id = $1 and link_version = $2`, [id, linkVersion])

/** Keeps what the supplier has filled in; false once the canteen has decided, or the link is closed. */
export const keepDraft = async (db: Queries, id: number, draft: Content, now: Date) =>
  (await db.run(`update statement set draft = $2 where id = $1 and state <> 'decided' and cut_at is null and expires_at > $3`, [
    id,
    JSON.stringify(draft),
    now,
  ])) === 1

/** Moves the draft to what is given; null when there is none (any more), or nothing may be sent. */
export const sendDraft = (db: Queries, id: number, { name, job }: Pick<Given, 'name' | 'job'>, now: Date) =>
  db.first<Statement>(
    `update statement set given = draft || $2::jsonb, draft = null, state = 'sent', version = version + 1, sent_at = $3, decisions = null
     where id = $1 and draft is not null and state <> 'decided' and cut_at is null and expires_at > $3 returning ${STATEMENT}`,
    [id, JSON.stringify({ name, job }), now],
  )

export type Decided = {
  readonly decisions: readonly LineDecision[]
  readonly version: number
  readonly by: string
  readonly now: Date
}

/** Writes what was decided of the version that was read; false when it was sent again or decided since. */
export const writeDecisions = async (db: Queries, { canteenId, id }: Statement, { decisions, version, by, now }: Decided) =>
  (await db.run(
    `update statement set state = 'decided', decisions = $4, decided_by = $5, decided_at = $6
     where canteen_id = $1 and id = $2 and state = 'sent' and version = $3`,
    [canteenId, id, version, JSON.stringify(decisions), by, now],
  )) === 1

/** What was decided waits again, and stays as a proposal. */
export const reopen = async (db: Queries, { canteenId, id }: Statement) =>
  (await db.run(
    `update statement set state = 'sent', decided_by = null, decided_at = null where canteen_id = $1 and id = $2 and state = 'decided'`,
    [canteenId, id],
  )) === 1

export const cutLink = async (db: Queries, { canteenId, id }: Statement, now: Date) =>
  (await db.run('update statement set cut_at = $3 where canteen_id = $1 and id = $2 and cut_at is null', [
    canteenId,
    id,
    now,
  ])) === 1

/** Another link: the former ones open nothing any more, that of a list included. */
export const renewLink = (db: Queries, { canteenId, id, linkVersion }: Statement, expiresAt: Date) =>
  db.first<Statement>(
    `update statement set cut_at = null, link_version = link_version + 1, expires_at = $4, joint_id = null
     where canteen_id = $1 and id = $2 and link_version = $3 returning ${STATEMENT}`,
    [canteenId, id, linkVersion, expiresAt],
  )

/** False when it was mailed, or its link cut, since it was read. */
export const markMailed = async (db: Queries, { id, mailCount }: Statement, expiresAt: Date, now: Date) =>
  (await db.run(
    `update statement set mailed_at = $2, mail_count = mail_count + 1, expires_at = $3
     where id = $1 and mail_count = $4 and cut_at is null`,
    [id, now, expiresAt, mailCount],
  )) === 1

const MOST_SIBLINGS = 300

/** What the same supplier sent for other canteens for that year, by mailbox or by name. */
export const sentElsewhere = (db: Queries, { id, year, supplierKey, email }: Statement) =>
  db.rows<{ canteenId: number; given: Given }>(
    `select canteen_id as "canteenId", given from statement
     where year = $1 and (supplier_key = $2 or email = $3) and id <> $4 and given is not null
     order by canteen_id limit ${MOST_SIBLINGS}`,
    [year, supplierKey, email, id],
  )

/** Requests whose link ended before then, and that were never answered. */
export const forgetStatements = (db: Queries, endedBefore: Date) =>
  db.run(`delete from statement where state = 'asked' and expires_at < $1`, [endedBefore])
