// A person signs in to the running product by the link that the mail brings.
import type { Database } from '../../src/platform/database/database.ts'
import { keptMails } from '../../src/platform/mail.ts'

/** The cookies of a session of this person. */
export async function signIn(base: string, database: Database, email: string): Promise<string> {
  const send = (path: string, fields: Record<string, string>) => {
    const headers = { 'Sec-Fetch-Site': 'same-origin' }
    return fetch(base + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers })
  }
  await send('/connexion', { courriel: email })
  const mail = (await keptMails(database)).find(({ recipient }) => recipient === email)
  const jeton = /jeton=([\w-]+)/.exec(mail?.body ?? '')?.[1]
  if (!jeton) throw new Error(`No link was sent to ${email}`)
  const answer = await send('/connexion/lien', { jeton })
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  return cookies.join('; ')
}
