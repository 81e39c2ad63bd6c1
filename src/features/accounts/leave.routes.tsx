// Taking one's data away, and leaving.
import { readTrail } from '../../platform/database/trail.ts'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import { closeOtherSessions, listCredentials, listSessions, loadProfile, setEraseAfter } from './accounts.sql.ts'
import { authOf } from './auth.ts'
import { accountTrail, dataOf, note, refusesErasure } from './events.ts'
import { DataPage, GoodbyePage } from './leave.page.tsx'
import { noticeMail } from './mails.ts'
import { type Person, signedInOf } from './person.ts'
import { copyCookies, currentPerson, justProved, proofHeaders } from './session.ts'

const HOME = '/mon-compte'
const DAY = 86_400_000
/** Time to change one's mind. */
const DAYS_TO_RETURN = 7
const ALL_EVENTS = 10_000

export function leaveRoutes(platform: Platform) {
  const app = router()
  const { database, now, config } = platform
  const refusals = async (person: Person) =>
    (await Promise.all(refusesErasure.map((ask) => ask(platform, person)))).filter((why): why is string => why !== null)

  app.get(`${HOME}/donnees`, async (c) =>
    c.render(<DataPage days={DAYS_TO_RETURN} refusals={await refusals(currentPerson(c))} />, {
      title: 'Mes données',
      robots: 'noindex',
    }),
  )

  app.use(`${HOME}/donnees.json`, justProved(platform))
  app.get(`${HOME}/donnees.json`, async (c) => {
    const person = currentPerson(c)
    await note(platform, person.id, 'data-exported')
    const parts = await Promise.all(Object.entries(dataOf).map(async ([name, read]) => [name, await read(platform, person)]))
    const file = {
      exportedAt: now().toISOString(),
      profile: await loadProfile(database, person.id),
      secondFactor: signedInOf(c)?.secondFactor ?? false,
      waysToSignIn: await listCredentials(database, person.id),
      sessions: await listSessions(database, person.id, new Date(0), now()),
      events: await readTrail(database, accountTrail(person.id), { most: ALL_EVENTS }),
      ...Object.fromEntries(parts),
    }
    c.header('Content-Type', 'application/json; charset=utf-8')
    c.header('Content-Disposition', `attachment; filename="ma-cantine-mes-donnees-${dayInParis(now())}.json"`)
    return c.body(JSON.stringify(file, null, 2))
  })

  app.use(`${HOME}/supprimer`, justProved(platform))
  app.get(`${HOME}/supprimer`, (c) => c.redirect(`${HOME}/donnees`, 303))
  app.post(`${HOME}/supprimer`, async (c) => {
    const person = currentPerson(c)
    if ((await refusals(person)).length > 0) return c.redirect(`${HOME}/donnees`, 303)
    const at = new Date(now().getTime() + DAYS_TO_RETURN * DAY)
    const day = frenchDay(dayInParis(at))
    const what = `Vous avez demandé la suppression de votre compte : elle aura lieu le ${day}. Pour le garder, reconnectez-vous avant.`
    await database.transaction(async (db) => {
      await setEraseAfter(db, person.id, at)
      await closeOtherSessions(db, person.id, null)
      await note({ database: db, now }, person.id, 'erasure-asked')
      await queueMail(db, noticeMail(person, 'Votre compte va être supprimé', what, config.contactEmail))
    })
    const left = await authOf(platform).api.signOut({ headers: proofHeaders(c), asResponse: true })
    copyCookies(c, left.headers)
    c.set('signedInName', undefined)
    return c.render(<GoodbyePage day={day} />, { title: 'Votre compte va être supprimé', robots: 'noindex' })
  })
  return app
}
