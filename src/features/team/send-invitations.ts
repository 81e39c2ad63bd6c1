// The job that writes to invited people: one mail to each address, however many canteens; safe to repeat.
import type { Platform } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import { findPerson, isWithin } from '../accounts/accounts.ts'
import { markSent, type Unsent, unsentInvitations } from './invitations.sql.ts'
import type { SendInvitations } from './invitations.ts'
import { invitationMail } from './mails.ts'

/** Whoever invites, nobody gets more in a day; what is held back shows on the page of the team, where it can be sent later. */
const TO_ONE_MAILBOX = { name: 'invitations to a mailbox', most: 10, minutes: 24 * 60 }
/** Addresses written to by one call: a file of thousands of strangers is not a mailing. */
const MOST_ADDRESSES = 1000

export async function sendInvitations(platform: Platform, asked: SendInvitations): Promise<void> {
  const { database, now } = platform
  const byAddress = new Map<string, Unsent[]>()
  for (const one of await unsentInvitations(database, asked, now()))
    byAddress.set(one.email, [...(byAddress.get(one.email) ?? []), one])
  for (const [email, theirs] of [...byAddress].slice(0, MOST_ADDRESSES)) {
    if (!(await isWithin(platform, TO_ONE_MAILBOX, email))) continue
    await database.transaction(async (db) => {
      const inviter = theirs[0]!.invitedBy
      const by = inviter === null ? null : await findPerson(db, { id: inviter })
      const known = await findPerson(db, { email })
      await queueMail(db, invitationMail({ to: email, known, by, invitations: theirs, url: asked.url }))
      await markSent(
        db,
        theirs.map(({ id }) => id),
        now(),
      )
    })
  }
}
