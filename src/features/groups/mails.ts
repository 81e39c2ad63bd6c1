// The mails of groups: what the other side did, asks or answers. One mail for each person and deed, whatever the number of restaurants.
import type { Queries } from '../../platform/database/database.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { queueMail } from '../../platform/mail.ts'
import { letter } from '../accounts/accounts.ts'
import { harmless } from '../team/team.ts'
import { type Names, type PeriodChange, touchedGroups } from './change.ts'
import { type Administrator, administratorsOf } from './periods.sql.ts'
import { type Asked, type LinkRequest, REQUEST_DAYS } from './requests.sql.ts'
import { changeWords, datesWords, quoted } from './words.ts'

/** A mail lists this many restaurants and counts the others: the page shows them all. */
const MOST_LINES = 20

type Reader = { email: string; firstName: string }
const write = ({ email, firstName }: Reader, subject: string, parts: readonly string[]) =>
  letter(email, `${subject} – ma cantine`, firstName, parts)

const listed = (lines: readonly string[]) =>
  [
    ...lines.slice(0, MOST_LINES).map((line) => `– ${line}`),
    ...(lines.length > MOST_LINES ? [`… et ${lines.length - MOST_LINES} autres.`] : []),
  ].join('\n')

/** Names that people typed, in a mail to others: no mail reader must find a link in them. */
const plain =
  (names: Names): Names =>
  (id) =>
    harmless(names(id))

/** Who is told of what: each administrator of these canteens but the one who acts, with the items that concern them. */
async function readersOf<Item>(db: Queries, items: readonly Item[], canteensOf: (item: Item) => number[], except: string | null) {
  const people = new Map<string, { person: Administrator; items: Set<Item> }>()
  const byCanteen = new Map<number, Item[]>()
  for (const item of items) for (const id of canteensOf(item)) byCanteen.set(id, [...(byCanteen.get(id) ?? []), item])
  for (const person of await administratorsOf(db, [...byCanteen.keys()])) {
    if (person.personId === except) continue
    const known = people.get(person.personId) ?? { person, items: new Set<Item>() }
    for (const item of byCanteen.get(person.canteenId)!) known.items.add(item)
    people.set(person.personId, known)
  }
  return [...people.values()].map(({ person, items }) => ({ person, items: [...items] }))
}

export type Post = { readonly site: string; readonly by: string | null }

/** Tells the other administrators of both sides what changed. */
export async function tellChanges(
  db: Queries,
  changes: readonly PeriodChange[],
  names: Names,
  { site, by }: Post,
): Promise<void> {
  const name = plain(names)
  const readers = await readersOf(db, changes, (change) => [change.satelliteId, ...touchedGroups(change)], by)
  for (const { person, items } of readers) {
    const lines = items.map(
      ({ satelliteId, before, after }) => `${quoted(name(satelliteId))} ${changeWords(before, after, name)}`,
    )
    const one = items.length === 1
    await queueMail(
      db,
      write(person, one ? `Groupe de ${quoted(name(items[0]!.satelliteId))}` : 'Groupes de vos cantines', [
        one ? 'Une cantine que vous administrez change de groupe :' : 'Des cantines que vous administrez changent de groupe :',
        listed(lines),
        `Pour voir ces dates, les corriger ou y mettre fin :\n${site}/cantines/${person.canteenId}/groupe`,
      ]),
    )
  }
}

/** Asks those who answer. */
export async function tellRequests(db: Queries, asked: readonly Asked[], names: Names, { site, by }: Post): Promise<void> {
  const name = plain(names)
  const side = ({ askedOf, satelliteId, groupId }: Asked) => (askedOf === 'satellite' ? satelliteId : groupId)
  for (const { person, items } of await readersOf(db, asked, (one) => [side(one)], by)) {
    const line = (one: Asked) =>
      `${quoted(name(one.satelliteId))} dans le groupe ${quoted(name(one.groupId))}, ${datesWords(one)}\n  ${site}/cantines/${side(one)}/groupe`
    const one = items.length === 1
    await queueMail(
      db,
      write(person, one ? 'Une demande de rattachement' : 'Des demandes de rattachement', [
        `On vous propose de rattacher ${one ? 'ce restaurant' : 'ces restaurants'} à un groupe, dont les achats sont déclarés une seule fois :`,
        listed(items.map(line)),
        `Rien ne change sans votre accord. Vous avez ${REQUEST_DAYS} jours pour accepter ou refuser, à cette adresse.`,
      ]),
    )
  }
}

const ANSWERS = {
  accepted: 'acceptée',
  declined: 'refusée',
  expired: `restée sans réponse pendant ${REQUEST_DAYS} jours : elle n’est plus valable`,
} as const

/** Tells those who asked how it ended. */
export async function tellAnswer(
  db: Queries,
  request: LinkRequest,
  answer: keyof typeof ANSWERS,
  { site, by }: Post,
): Promise<void> {
  const askedFrom = request.askedOf === 'satellite' ? request.groupId : request.satelliteId
  for (const person of await administratorsOf(db, [askedFrom])) {
    if (person.personId === by) continue
    await queueMail(
      db,
      write(person, 'Votre demande de rattachement', [
        `Le ${frenchDay(request.askedAt.toISOString().slice(0, 10))}, vous avez demandé que ${quoted(harmless(request.satelliteName))} rejoigne le groupe ${quoted(harmless(request.groupName))} ${datesWords(request)}. Cette demande a été ${ANSWERS[answer]}.`,
        `${site}/cantines/${askedFrom}/groupe`,
      ]),
    )
  }
}

/** Tells the staff of satellites that nobody runs, taken into a group: someone has to watch. */
export async function tellStaff(
  db: Queries,
  staff: readonly string[],
  taken: readonly Asked[],
  names: Names,
  { site }: Post,
): Promise<void> {
  if (taken.length === 0) return
  const lines = taken.map((one) => `${quoted(plain(names)(one.satelliteId))} (n° ${one.satelliteId})`)
  const group = taken[0]!.groupId
  for (const email of staff)
    await queueMail(
      db,
      write({ email, firstName: '' }, 'Restaurants sans gestionnaire rattachés à un groupe', [
        `Le groupe ${quoted(plain(names)(group))} (n° ${group}) vient de rattacher des restaurants que personne ne gère encore :`,
        listed(lines),
        'Qui les revendiquera pourra défaire ce rattachement. Si quelque chose vous paraît anormal, regardez leur journal :',
        `${site}/cantines/${taken[0]!.satelliteId}/journal`,
      ]),
    )
}
