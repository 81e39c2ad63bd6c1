// Invitations that wait for an answer.
import type { Queries } from '../../platform/database/database.ts'
import type { Role } from '../canteens/canteens.ts'
import type { Joined } from './members.sql.ts'

/** What is asked for: someone, by their address in lower case, with a role on a canteen. */
export type Invited = { readonly canteenId: number; readonly email: string; readonly role: Role }

const WANTED = `(select distinct on (canteen_id, email) canteen_id, email, role
  from jsonb_to_recordset($1) as r (canteen_id bigint, email text, role text) order by canteen_id, email) wanted`
const asRows = (invited: readonly Invited[]) =>
  JSON.stringify(invited.map(({ canteenId, email, role }) => ({ canteen_id: canteenId, email, role })))

type Put = { by: string | null; now: Date; expiresAt: Date; mayChangeRole: boolean }

/**
 * Adds invitations, but for people who are in the team already. One that waits keeps waiting, with its new role where that may change;
 * one that has expired starts anew. Gives what was written.
 */
export const putInvitations = (db: Queries, invited: readonly Invited[], { by, now, expiresAt, mayChangeRole }: Put) =>
  db.rows<{ id: number; canteenId: number; role: Role; isNew: boolean }>(
    `insert into canteen_invitation as known (canteen_id, email, role, invited_by, invited_at, expires_at)
     select canteen_id, email, role, $2, $3, $4 from ${WANTED}
     where not exists (
       select from canteen_member member join person on person.id = member.person_id
       where member.canteen_id = wanted.canteen_id and person.email = wanted.email and person.email_confirmed)
     on conflict (canteen_id, email) do update
       set role = excluded.role, invited_by = excluded.invited_by,
           invited_at = case when known.expires_at <= $3 then $3 else known.invited_at end,
           expires_at = case when known.expires_at <= $3 then $4 else known.expires_at end
       where known.expires_at <= $3 or ($5 and known.role <> excluded.role)
     returning id, canteen_id as "canteenId", role, invited_at = $3 as "isNew"`,
    [asRows(invited), by, now, expiresAt, mayChangeRole],
  )

/** Makes members at once of those who have an account, unless they are in the team already; their waiting invitations go. */
export const joinAtOnce = async (db: Queries, invited: readonly Invited[], now: Date) => {
  const joined = await db.rows<Joined>(
    `insert into canteen_member (canteen_id, person_id, role, since)
     select canteen_id, person.id, role, $2 from ${WANTED} join person on person.email = wanted.email and person.email_confirmed
     on conflict do nothing returning canteen_id as "canteenId", person_id as "personId", role`,
    [asRows(invited), now],
  )
  await db.run(
    `delete from canteen_invitation using ${WANTED} join person on person.email = wanted.email and person.email_confirmed
     where canteen_invitation.canteen_id = wanted.canteen_id and canteen_invitation.email = wanted.email`,
    [asRows(invited)],
  )
  return joined
}

export type Invitation = {
  id: number
  email: string
  role: Role
  invitedAt: Date
  /** When the last mail left; null: none did. */
  sentAt: Date | null
  sentCount: number
  expiresAt: Date
}

const INVITATION = `id, email, role, invited_at as "invitedAt", sent_at as "sentAt", sent_count as "sentCount", expires_at as "expiresAt"`

/** Those that wait, and those that have expired of late. */
export const listInvitations = (db: Queries, canteenId: number) =>
  db.rows<Invitation>(`select ${INVITATION} from canteen_invitation where canteen_id = $1 order by invited_at desc, email`, [
    canteenId,
  ])

export const findInvitation = (db: Queries, canteenId: number, id: number) =>
  db.first<Invitation>(`select ${INVITATION} from canteen_invitation where canteen_id = $1 and id = $2`, [canteenId, id])

/** Lets an invitation wait again until then. */
export const renewInvitation = (db: Queries, id: number, expiresAt: Date) =>
  db.run('update canteen_invitation set expires_at = $2 where id = $1', [id, expiresAt])

export const dropInvitation = (db: Queries, canteenId: number, id: number) =>
  db.run('delete from canteen_invitation where canteen_id = $1 and id = $2', [canteenId, id])

/** Takes invitations back; gives those that still waited. */
export const dropInvitations = (db: Queries, ids: readonly number[]) =>
  db.rows<{ id: number; canteenId: number }>(
    'delete from canteen_invitation where id = any($1) returning id, canteen_id as "canteenId"',
    [ids],
  )

export type MyInvitation = { id: number; canteenId: number; name: string; role: Role; expiresAt: Date; by: string }

/** What waits for whoever holds this mailbox. */
export const invitationsTo = (db: Queries, email: string, now: Date) =>
  db.rows<MyInvitation>(
    `select invitation.id, canteen_id as "canteenId", canteen.name, role, expires_at as "expiresAt",
            coalesce(trim(first_name || ' ' || last_name), '') as by
     from canteen_invitation invitation join canteen on canteen.id = canteen_id left join person on person.id = invited_by
     where invitation.email = $1 and expires_at > $2 and archived_at is null order by canteen.name, canteen_id`,
    [email, now],
  )

/** Takes the invitations that wait for this mailbox, all of them or those of one canteen: they are there no longer. */
export const takeInvitations = (db: Queries, email: string, canteenId: number | null, now: Date) =>
  db.rows<{ id: number; canteenId: number; role: Role; invitedBy: string | null; name: string }>(
    `delete from canteen_invitation using canteen
     where canteen.id = canteen_id and email = $1 and ($2::bigint is null or canteen_id = $2) and expires_at > $3 and archived_at is null
     returning canteen_invitation.id, canteen_id as "canteenId", role, invited_by as "invitedBy", canteen.name`,
    [email, canteenId, now],
  )

/**
 * What the job that writes to invited people is given: invitations, or all those that someone made at one moment, however many calls it took;
 * `asked` tells a mail that has left from one to send.
 */
export type SendInvitations = {
  ids: readonly number[]
  made?: { by: string | null; at: string }
  url: string
  asked: string
}

export type Unsent = {
  id: number
  canteenId: number
  email: string
  role: Role
  name: string
  expiresAt: Date
  invitedBy: string | null
}

/** Among these, or those that someone made at one moment, the ones that no mail has told since then; those of one address together. */
export const unsentInvitations = (db: Queries, { ids, made, asked }: SendInvitations, now: Date) =>
  db.rows<Unsent>(
    `select invitation.id, canteen_id as "canteenId", email, role, canteen.name, expires_at as "expiresAt", invited_by as "invitedBy"
     from canteen_invitation invitation join canteen on canteen.id = canteen_id
     where (invitation.id = any($1) or (invited_by is not distinct from $4 and invited_at = $5))
       and (sent_at is null or sent_at < $2) and expires_at > $3 and archived_at is null
     order by email, canteen.name, canteen_id`,
    [ids, new Date(asked), now, made?.by ?? null, made?.at ?? null],
  )

export const markSent = (db: Queries, ids: readonly number[], now: Date) =>
  db.run('update canteen_invitation set sent_at = $2, sent_count = sent_count + 1 where id = any($1)', [ids, now])

/** Addresses of people who never answered are not kept. */
export const forgetInvitations = (db: Queries, expiredBefore: Date) =>
  db.run('delete from canteen_invitation where expires_at < $1', [expiredBefore])
