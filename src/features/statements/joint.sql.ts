// Every query on the requests that several canteens make together.
import type { Queries } from '../../platform/database/database.ts'
import type { Statement, StatementRequest } from './statement.ts'

export type JointRequest = StatementRequest

const JOINT = `id, year, supplier, email, word, link_version as "linkVersion", asked_by as "askedBy", asked_at as "askedAt",
  expires_at as "expiresAt", cut_at as "cutAt", mailed_at as "mailedAt", mail_count as "mailCount"`

export type NewJoint = Pick<JointRequest, 'year' | 'supplier' | 'email' | 'word' | 'expiresAt'> & {
  readonly by: string
  readonly now: Date
}

export const addJoint = async (db: Queries, { year, supplier, email, word, by, now, expiresAt }: NewJoint) =>
  (await db.first<JointRequest>(
    `insert into joint_request (year, supplier, email, word, asked_by, asked_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7) returning ${JOINT}`,
    [year, supplier, email, word, by, now, expiresAt],
  ))!

export const dropJoint = (db: Queries, id: number) => db.run('delete from joint_request where id = $1', [id])

export const findJoint = (db: Queries, id: number) =>
  db.first<JointRequest>(`select ${JOINT} from joint_request where id = $1`, [id])

/** The request that a link opens, cut and expired ones included; null once the link was replaced. */
export const findLinkedJoint = (db: Queries, id: number, linkVersion: number) =>
  db.first<JointRequest>(`select ${JOINT} from joint_request where id = $1 and link_version = $2`, [id, linkVersion])

export const findJointOf = (db: Queries, personId: string, id: number) =>
  db.first<JointRequest>(`select ${JOINT} from joint_request where id = $1 and asked_by = $2`, [id, personId])

/** Those of a person, the latest first, with how many canteens they are about and how many of these have their statement. */
export const listJointsOf = (db: Queries, personId: string, most: number) =>
  db.rows<JointRequest & { readonly canteens: number; readonly sent: number }>(
    `select ${JOINT}, (select count(*) from statement where joint_id = joint_request.id) as canteens,
            (select count(*) from statement where joint_id = joint_request.id and state <> 'asked') as sent
     from joint_request where asked_by = $1 order by id desc limit $2`,
    [personId, most],
  )

export const cutJoint = async (db: Queries, id: number, now: Date) =>
  (await db.run('update joint_request set cut_at = $2 where id = $1 and cut_at is null', [id, now])) === 1

/** Another link: the former one opens nothing any more, nor do those of the statements opened from it. */
export const renewJoint = async (db: Queries, { id, linkVersion }: JointRequest, expiresAt: Date) =>
  (await db.run(
    `update joint_request set cut_at = null, link_version = link_version + 1, expires_at = $3 where id = $1 and link_version = $2`,
    [id, linkVersion, expiresAt],
  )) === 1

/** The statements of the other canteens leave the list, each keeps its own link; gives which. */
export const keepInJoint = (db: Queries, id: number, canteenIds: readonly number[]) =>
  db.rows<Pick<Statement, 'id' | 'canteenId'>>(
    `update statement set joint_id = null where joint_id = $1 and canteen_id <> all($2::bigint[])
     returning id, canteen_id as "canteenId"`,
    [id, canteenIds],
  )

/** Statements stay open as long as the list that they are opened from; those that their canteen cut stay cut. */
export const extendInJoint = (db: Queries, id: number, expiresAt: Date) =>
  db.run('update statement set expires_at = greatest(expires_at, $2) where joint_id = $1', [id, expiresAt])

/** Mailed as a list: no statement of it needs a mail of its own today. False when it was mailed, or cut, since it was read. */
export async function markJointMailed(
  db: Queries,
  { id, mailCount }: JointRequest,
  expiresAt: Date,
  now: Date,
): Promise<boolean> {
  const mailed = 'mailed_at = $2, mail_count = mail_count + 1'
  const isFirst = await db.run(
    `update joint_request set ${mailed}, expires_at = $3 where id = $1 and mail_count = $4 and cut_at is null`,
    [id, now, expiresAt, mailCount],
  )
  if (isFirst === 0) return false
  await db.run(`update statement set ${mailed} where joint_id = $1`, [id, now])
  await extendInJoint(db, id, expiresAt)
  return true
}

/** Lists whose link ended before then, and that hold no statement any more. */
export const forgetJoints = (db: Queries, endedBefore: Date) =>
  db.run(
    'delete from joint_request where expires_at < $1 and not exists (select from statement where joint_id = joint_request.id)',
    [endedBefore],
  )
