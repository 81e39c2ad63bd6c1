// Links sent by mail: asked for by anyone, useful only to whoever opens the mailbox.
import type { Context } from 'hono'
import { clientAddress } from '../../platform/http/client-address.ts'
import { type Env, type Platform, publicUrl } from '../../platform/http/context.ts'
import type { Mail } from '../../platform/mail.ts'
import { findAnyone, putUnconfirmed } from './accounts.sql.ts'
import { authOf } from './auth.ts'
import { deliver } from './deliver.ts'
import { mayWrite } from './limits.ts'
import { alreadyMail, confirmMail, passwordLinkMail, signInMail, unknownMail } from './mails.ts'

export const NEW_PASSWORD = '/mon-compte/mot-de-passe'

export type Asked = { email: string; requestUrl: string; suite: string; machine: string }

/** Who asks for a link to this mailbox, from where, to go where. */
export const asked = ({ config }: Platform, c: Context<Env>, email: string, suite: string): Asked => ({
  email,
  suite,
  requestUrl: c.req.url,
  machine: clientAddress(config, c),
})

/** Whoever the mailbox belongs to, exactly one mail leaves: neither the page nor its delay says if there is an account. */
async function sendOne(platform: Platform, { email, machine }: Asked, write: () => Promise<Mail>) {
  if (!(await mayWrite(platform, email, machine))) return
  await deliver(platform, await write())
}

async function link(platform: Platform, { email, requestUrl, suite }: Asked): Promise<string> {
  const fields = new URLSearchParams({ jeton: await authOf(platform).linkToken(email), suite })
  return `${publicUrl(platform.config, requestUrl)}/connexion/lien?${fields}`
}

export const sendSignUpLink = (platform: Platform, from: Asked, names: { firstName: string; lastName: string }) =>
  sendOne(platform, from, async () => {
    const id = Buffer.from(platform.randomBytes(16)).toString('hex')
    await putUnconfirmed(platform.database, { id, email: from.email, ...names }, platform.now())
    const person = await findAnyone(platform.database, from.email)
    const address = await link(platform, from)
    return person?.confirmed ? alreadyMail(from.email, person.firstName, address) : confirmMail(from.email, address)
  })

export const sendSignInLink = (platform: Platform, from: Asked) =>
  sendOne(platform, from, async () => {
    const person = await findAnyone(platform.database, from.email)
    const address = await link(platform, from)
    if (!person) return unknownMail(from.email, `${publicUrl(platform.config, from.requestUrl)}/creer-un-compte`)
    if (!person.confirmed) return confirmMail(from.email, address)
    const write = from.suite === NEW_PASSWORD ? passwordLinkMail : signInMail
    return write(from.email, person.firstName, address)
  })
