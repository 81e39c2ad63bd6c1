// Links sent by mail: asked for by anyone, useful only to whoever opens the mailbox.
import { type Platform, publicUrl } from '../../platform/http/context.ts'
import type { Mail } from '../../platform/mail.ts'
import { findAnyone, putUnconfirmed } from './accounts.sql.ts'
import { authOf } from './auth.ts'
import { deliver } from './deliver.ts'
import { mayTry } from './limits.ts'
import { alreadyMail, confirmMail, passwordLinkMail, signInMail, unknownMail } from './mails.ts'

export const NEW_PASSWORD = '/mon-compte/mot-de-passe'

type Asked = { email: string; requestUrl: string; suite: string }

/** Whoever the mailbox belongs to, exactly one mail leaves: neither the page nor its delay says if there is an account. */
async function sendOne(platform: Platform, email: string, write: () => Promise<Mail>) {
  if (!(await mayTry(platform, 'mail to a mailbox', email))) return
  await deliver(platform, await write())
}

async function link(platform: Platform, { email, requestUrl, suite }: Asked): Promise<string> {
  const fields = new URLSearchParams({ jeton: await authOf(platform).linkToken(email), suite })
  return `${publicUrl(platform.config, requestUrl)}/connexion/lien?${fields}`
}

export const sendSignUpLink = (platform: Platform, asked: Asked, names: { firstName: string; lastName: string }) =>
  sendOne(platform, asked.email, async () => {
    const id = Buffer.from(platform.randomBytes(16)).toString('hex')
    await putUnconfirmed(platform.database, { id, email: asked.email, ...names }, platform.now())
    const person = await findAnyone(platform.database, asked.email)
    const address = await link(platform, asked)
    return person?.confirmed
      ? alreadyMail(asked.email, person.firstName, address)
      : confirmMail(asked.email, names.firstName, address)
  })

export const sendSignInLink = (platform: Platform, asked: Asked) =>
  sendOne(platform, asked.email, async () => {
    const person = await findAnyone(platform.database, asked.email)
    const address = await link(platform, asked)
    if (!person) return unknownMail(asked.email, `${publicUrl(platform.config, asked.requestUrl)}/creer-un-compte`)
    if (!person.confirmed) return confirmMail(asked.email, person.firstName, address)
    const write = asked.suite === NEW_PASSWORD ? passwordLinkMail : signInMail
    return write(asked.email, person.firstName, address)
  })
