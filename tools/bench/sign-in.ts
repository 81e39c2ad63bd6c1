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
  // The mail leaves by a job.
  let jeton: string | undefined
  for (let tries = 0; jeton === undefined && tries < 100; tries++) {
    const mails = (await keptMails(database)).filter(({ recipient }) => recipient === email)
    jeton = mails.map(({ body }) => /connexion\/lien\S*jeton=([\w-]+)/.exec(body)?.[1]).find((found) => found !== undefined)
    if (jeton === undefined) await new Promise((wake) => setTimeout(wake, 100))
  }
  if (!jeton) throw new Error(`No link was sent to ${email}`)
  const answer = await send('/connexion/lien', { jeton })
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  return cookies.join('; ')
}
