// Trying the access table: one real request for each address, role and canteen.
import type { Role } from '../../src/features/canteens/canteens.ts'
import type { CanteenRecord } from '../../src/law/canteen-record.ts'
import { type Outcome, type Params, type People, type Place, type Rule, STAFF, WHO, type Where, type Who } from './access.ts'
import { canteenWith, someSiret } from './canteens.ts'
import { digestOf, keepPeople } from './database-digest.ts'
import type { SignedInClient, testSite } from './platform.ts'

type Site = Awaited<ReturnType<typeof testSite>>

const WORDS: Record<Where, string> = {
  own: 'at home',
  other: 'on a canteen of others',
  mixed: 'at home, with things of a canteen of others',
}

/** One question of the table: this address, asked by this person, at home or on a canteen of others. */
type Cell = { route: string; rule: Rule; method: string; path: string; who: Who; where: Where }

function* cellsOf(table: Readonly<Record<string, Rule>>): Generator<Cell> {
  for (const [route, rule] of Object.entries(table)) {
    const [method = '', path = ''] = route.split(' ')
    const hasThings = rule.about === 'canteen' && path.split(':').length > 2
    const places: Where[] = rule.about === 'neither' ? ['own'] : hasThings ? ['own', 'other', 'mixed'] : ['own', 'other']
    for (const who of WHO) for (const where of places) yield { route, rule, method, path, who, where }
  }
}

/** Tries every cell of the table; gives one sentence for each that is not as the table says. */
export async function tryAll(site: Site, table: Readonly<Record<string, Rule>>, params: Params): Promise<string[]> {
  const { database } = site.platform
  const people = await signInAll(site)
  const kept = await keepPeople(database)
  const digest = await digestOf(database)
  const places = placesOf(site, people)
  const faults: string[] = []
  for (const { route, rule, method, path, who, where } of cellsOf(table)) {
    const owner = where === 'own' && who !== 'visitor' ? people[who] : people.colleague
    const atPerson: Place = { canteenId: 0, owner, people, database }
    const there = rule.about === 'canteen' ? await places.at(where === 'other' ? 'other' : 'own', rule.record) : atPerson
    const things = rule.about === 'canteen' ? await places.at(where === 'own' ? 'own' : 'other', rule.record) : atPerson
    const address = await addressOf(path, { ...params, ...rule.params }, there, things)
    const expected = rule.outcome(who, where)
    const isWrite = method !== 'GET' && expected === 'lets in'
    // A write that is let in may change what it is about, and nothing of the canteen of others.
    const watched = isWrite ? (where === 'mixed' ? things.canteenId : 'nothing') : 'everything'
    await database.run('delete from account_attempt')
    const before = await digest(watched)
    const answer = await ask(site, who === 'visitor' ? null : people[who], method, address, rule.form)
    const after = await digest(watched)
    const cell = `${route}, ${who} ${WORDS[where]}`
    if (!isAsExpected(answer, expected, rule, where))
      faults.push(`${cell}: the table says « ${expected} », the answer is « ${outcomeOf(answer)} » (${answer.status})`)
    const changed = Object.keys(after).filter((name) => before[name] !== after[name])
    if (changed.length > 0 && !(rule.marks && expected === 'lets in'))
      faults.push(`${cell}: it must not change ${changed.join(', ')}`)
    if (isWrite) {
      places.renew()
      await kept.restore()
    }
  }
  return faults
}

function isAsExpected(answer: Response, expected: Outcome, rule: Rule, where: Where): boolean {
  const got = outcomeOf(answer)
  if (got === expected) return true
  if (expected !== 'lets in') return false
  // What does not exist may be shown as unknown to whoever is let in: an invented code, a thing of others.
  return rule.also.includes(answer.status) || (got === 'hides' && (where === 'mixed' || rule.about === 'neither'))
}

async function signInAll(site: Site): Promise<People> {
  const named = (email: string, prenom: string) => site.as(email, { prenom, nom: 'Essai' })
  return {
    stranger: await named('ailleurs@access.example', 'Ailleurs'),
    reader: await named('lecture@access.example', 'Lecture'),
    entry: await named('saisie@access.example', 'Saisie'),
    administrator: await named('administration@access.example', 'Administration'),
    colleague: await named('collegue@access.example', 'Collègue'),
    newcomer: await named('nouveau@access.example', 'Nouveau'),
    staff: await named(STAFF, 'Équipe'),
  }
}

/** Two canteens, made anew once something was written: one's own, with one person in each role, and that of others. */
function placesOf({ platform }: Site, people: People) {
  // Past the numbers of the told stories.
  let made = 2000
  const make = async (team: readonly Role[], record: CanteenRecord): Promise<Place> => {
    const members = team.map((role) => [people[role].person, role] as const)
    const others = [people.colleague.person, 'administrator'] as const
    const siret = record.siret === null ? null : someSiret(++made)
    const canteen = await canteenWith(platform, [others, ...members], { ...record, siret })
    return { canteenId: canteen.id, owner: people.colleague, people, database: platform.database }
  }
  const known = new Map<string, Promise<Place>>()
  return {
    at(which: 'own' | 'other', record: CanteenRecord): Promise<Place> {
      const key = `${which} ${record.productionType}`
      const place = known.get(key) ?? make(which === 'own' ? ['reader', 'entry', 'administrator'] : [], record)
      known.set(key, place)
      return place
    },
    renew: () => known.clear(),
  }
}

/** Things made once in each place. */
const thingsOf = new WeakMap<Place, Map<string, string>>()

async function addressOf(path: string, params: Params, there: Place, things: Place): Promise<string> {
  const made = thingsOf.get(things) ?? new Map<string, string>()
  thingsOf.set(things, made)
  const parts: string[] = []
  for (const part of path.split('/')) {
    const name = part.startsWith(':') ? part.slice(1) : null
    if (name === null) parts.push(part)
    else if (name === 'id' && params.id === undefined) parts.push(String(there.canteenId))
    else {
      const value = params[name]
      if (value === undefined) throw new Error(`${path}: say in PARAMS of tools/access.test.ts what « :${name} » may be`)
      if (!made.has(name)) made.set(name, typeof value === 'string' ? value : await value(things))
      parts.push(made.get(name)!)
    }
  }
  return parts.join('/')
}

async function ask(
  site: Site,
  client: SignedInClient | null,
  method: string,
  address: string,
  form: Rule['form'],
): Promise<Response> {
  const init: RequestInit = { method }
  if (method !== 'GET') {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one)
    init.body = body
  }
  return client ? client.request(address, init) : site.request(address, { ...init, headers: { 'Sec-Fetch-Site': 'same-origin' } })
}

/** What an answer means for whoever asks; anything broken is its own outcome. */
function outcomeOf({ status, headers }: Response): Outcome | 'breaks' {
  if (status >= 500 || status === 429 || status === 405) return 'breaks'
  // What was typed waits in a page until its person has signed in.
  if (status === 401 && headers.get('content-type')?.startsWith('text/html')) return 'asks to sign in'
  if (status === 401 || status === 403) return 'forbids'
  if (status === 404) return 'hides'
  const leadsToSignIn = status >= 300 && status < 400 && /^\/connexion\?suite=/.test(headers.get('location') ?? '')
  return leadsToSignIn ? 'asks to sign in' : 'lets in'
}
