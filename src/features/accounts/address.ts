// Changing the address of an account: nothing changes before the new mailbox answers.
import { type Platform, publicUrl } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import { closeOtherSessions, findAnyone, findConfirmed } from './accounts.sql.ts'
import { changeAddress, dropProof, findProof, NEW_ADDRESS, putProof } from './address.sql.ts'
import { hashOf, LINK_MINUTES } from './auth.ts'
import { deliver } from './deliver.ts'
import { note, onEmailConfirmed } from './events.ts'
import { mayWrite } from './limits.ts'
import type { Asked } from './links.ts'
import { addressChangedMail, addressTakenMail, newAddressMail } from './mails.ts'
import type { Person } from './person.ts'

const kind = (token: string) => NEW_ADDRESS + hashOf(token)

/** Writes to the new mailbox. Whether it has an account already shows in the mail only. */
export async function askNewAddress(platform: Platform, person: Person, { email, requestUrl, machine }: Asked): Promise<void> {
  if (!(await mayWrite(platform, email, machine))) return
  const { database, now, config } = platform
  const owner = await findAnyone(database, email)
  if (owner?.confirmed) return deliver(platform, addressTakenMail(email, owner.firstName))
  const token = Buffer.from(platform.randomBytes(32)).toString('base64url')
  const id = Buffer.from(platform.randomBytes(16)).toString('hex')
  const expiresAt = new Date(now().getTime() + LINK_MINUTES * 60_000)
  await putProof(
    database,
    { id, identifier: kind(token), value: JSON.stringify({ personId: person.id, email }), expiresAt },
    now(),
  )
  const link = `${publicUrl(config, requestUrl)}/connexion/nouvelle-adresse?jeton=${token}`
  await deliver(platform, newAddressMail(email, person.firstName, link))
}

export type NewAddress = { personId: string; email: string }

/** What this link would confirm, or null when it is no longer good. */
export async function newAddressOf({ database, now }: Platform, token: string): Promise<NewAddress | null> {
  const proof = await findProof(database, kind(token), now())
  return proof ? (JSON.parse(proof.value) as NewAddress) : null
}

/** Takes the new address; gives the person, or null when the link has been used or the address taken meanwhile. */
export async function confirmNewAddress(platform: Platform, token: string): Promise<Person | null> {
  const { database, now, config } = platform
  const asked = await newAddressOf(platform, token)
  if (!asked || (await dropProof(database, kind(token))) === 0) return null
  const before = await findConfirmed(database, { id: asked.personId })
  if (!before) return null
  const changed = await database.transaction(async (db) => {
    if (!(await changeAddress(db, before.id, asked.email, now()))) return false
    await closeOtherSessions(db, before.id, null)
    await note({ database: db, now }, before.id, 'email-changed')
    await queueMail(db, addressChangedMail(before, asked.email, config.contactEmail))
    return true
  })
  if (!changed) return null
  const person = { ...before, email: asked.email }
  for (const hook of onEmailConfirmed) await hook(platform, person)
  return person
}
