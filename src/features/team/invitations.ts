// Inviting by mail, whether or not there is an account, and what becomes of an invitation.
import type { Queries } from '../../platform/database/database.ts'
import type { Platform } from '../../platform/http/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { queueMail } from '../../platform/mail.ts'
import { findPerson, type Person } from '../accounts/accounts.ts'
import { addMember, tellTrail } from '../canteens/canteens.ts'
import {
  dropInvitations,
  type Invited,
  joinAtOnce,
  putInvitations,
  type SendInvitations,
  takeInvitations,
} from './invitations.sql.ts'
import { closeRequests } from './joining.sql.ts'
import { joinedMail } from './mails.ts'
import { type Joined, removeMembers } from './members.sql.ts'

const DAY = 86_400_000
/** How long an invitation waits for its answer. */
export const INVITATION_DAYS = 60
export type { SendInvitations } from './invitations.sql.ts'

export const SEND_INVITATIONS = 'send-invitations'

export const invitationEnd = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * DAY)

/** Who was invited, and who joined at once. */
export type Welcomed = {
  readonly invited: readonly { readonly id: number; readonly canteenId: number }[]
  readonly joined: readonly Joined[]
}

type Inviting = {
  /** Who invites; null for the site itself. */
  by: Person | null
  now: Date
  /** Address of the site, for the links of the mails (`publicUrl`). */
  url: string
  /** For the staff: people who have an account join at once, and no mail leaves. */
  silent?: boolean
}

/**
 * Invites people, each to one canteen or to thousands. Call it in a transaction. Everyone waits until they accept: a list where people with an
 * account appeared at once would tell who has one. They get one mail each, however many canteens. Members, and invitations that wait already,
 * are left alone: asking twice changes nothing. Addresses must be right and in lower case (`readEmail`).
 */
export async function inviteMany(
  db: Queries,
  invited: readonly Invited[],
  { by, now, url, silent = false }: Inviting,
): Promise<Welcomed> {
  if (invited.length === 0) return { invited: [], joined: [] }
  const actor = by?.id ?? null
  const joined = silent ? await joinAtOnce(db, invited, now) : []
  const members = joined.map(({ canteenId, personId, role }) => ({ canteenId, detail: { person: personId, role } }))
  await tellTrail(db, members, { kind: 'member-joined', by: actor, now })
  const put = await putInvitations(db, invited, { by: actor, now, expiresAt: invitationEnd(now), mayChangeRole: !silent })
  const told = put.map(({ id, canteenId, role }) => ({ canteenId, detail: { invitation: id, role } }))
  await tellTrail(db, told, { kind: 'invited', by: actor, now })
  const fresh = put.filter(({ isNew }) => isNew)
  const made = { by: actor, at: now.toISOString() }
  if (!silent && fresh.length > 0)
    await addJob(db, SEND_INVITATIONS, { ids: [], made, url, asked: made.at } satisfies SendInvitations, {
      key: `invitations:${made.by}:${made.at}`,
    })
  return { invited: fresh, joined }
}

/**
 * Takes back what `inviteMany` did, in a transaction: invitations that still wait, members who still have the role it gave. A canteen that had
 * no administrator before may be left so; gives the canteens where someone stays, who would leave no administrator otherwise.
 */
export async function withdrawMany(
  db: Queries,
  { invited, joined }: Welcomed,
  { by, now, hadNone }: { by: string | null; now: Date; hadNone: readonly number[] },
): Promise<number[]> {
  const dropped = await dropInvitations(
    db,
    invited.map(({ id }) => id),
  )
  const withdrawn = dropped.map(({ id, canteenId }) => ({ canteenId, detail: { invitation: id } }))
  await tellTrail(db, withdrawn, { kind: 'invitation-withdrawn', by, now })
  const { removed, stayed } = await removeMembers(db, joined, hadNone)
  const told = removed.map(({ canteenId, personId, role }) => ({ canteenId, detail: { person: personId, role } }))
  await tellTrail(db, told, { kind: 'member-removed', by, now })
  return stayed
}

/** Makes a member of whoever holds the mailbox, on one canteen or on all that invite them; gives the canteens joined. */
export function acceptInvitations(
  { database, now }: Platform,
  person: Person,
  canteenId: number | null,
  url: string,
): Promise<number[]> {
  return database.transaction(async (db) => {
    const taken = await takeInvitations(db, person.email, canteenId, now())
    const joined: typeof taken = []
    for (const role of new Set(taken.map((one) => one.role))) {
      const same = taken.filter((one) => one.role === role)
      const added = new Set(
        await addMember(
          db,
          same.map((one) => one.canteenId),
          person.id,
          role,
          now(),
        ),
      )
      joined.push(...same.filter((one) => added.has(one.canteenId)))
    }
    await closeRequests(
      db,
      taken.map((one) => one.canteenId),
      person.id,
      now(),
    )
    const told = joined.map(({ id, canteenId, role }) => ({ canteenId, detail: { person: person.id, role, invitation: id } }))
    await tellTrail(db, told, { kind: 'member-joined', by: person.id, now: now() })
    for (const [inviter, theirs] of byInviter(joined)) {
      const to = await findPerson(db, { id: inviter })
      if (to) await queueMail(db, joinedMail(to, person, theirs, url))
    }
    return joined.map((one) => one.canteenId)
  })
}

function byInviter<T extends { invitedBy: string | null }>(joined: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of joined) if (one.invitedBy !== null) groups.set(one.invitedBy, [...(groups.get(one.invitedBy) ?? []), one])
  return groups
}

/** Says no. The trail does not name who did: an address that never joined stays nobody's. */
export const declineInvitation = ({ database, now }: Platform, person: Person, canteenId: number) =>
  database.transaction(async (db) => {
    const taken = await takeInvitations(db, person.email, canteenId, now())
    const told = taken.map(({ id }) => ({ canteenId, detail: { invitation: id } }))
    await tellTrail(db, told, { kind: 'invitation-declined', by: null, now: now() })
  })
