import { expect, test } from 'vitest'
import { school, someSiret } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { addMember, createCanteens, type Role } from '../canteens/canteens.ts'
import { forget, learn, learnedIn, type Reading, recall, recognise, recogniseFor } from './recognition.ts'

const COUESNON = { siren: '000000026', name: 'Primeurs du Couesnon' }
const YEAR = { dataYear: 2026 }
const MARCH = new Date('2026-03-12T10:00:00Z')

/** A clerk with two canteens, a colleague in the first one only, and a stranger with a canteen of her own. */
async function opened() {
  const site = await testSite()
  const { database } = site.platform
  const [clerk, colleague, stranger] = await Promise.all(
    ['clerc', 'collegue', 'inconnue'].map((name) => site.as(`${name}@mairie.example`)),
  )
  const canteen = (rank: number, by: string) =>
    database.transaction((db) =>
      createCanteens(db, [{ ...school, siret: someSiret(rank) }], { source: 'page', by, now: TODAY }).then(([id]) => id!),
    )
  const north = await canteen(1, clerk!.person.id)
  const south = await canteen(2, clerk!.person.id)
  const away = await canteen(3, stranger!.person.id)
  const join = (id: number, person: string, role: Role) => addMember(database, [id], person, role, TODAY)
  await join(north, colleague!.person.id, 'entry')
  const read = async (id: number, wording: string, supplier: { siren: string | null; name: string | null } = COUESNON) =>
    (await recogniseFor(database, id, [{ supplier, wording, ...YEAR }]))[0]!
  const correct = (
    id: number,
    by: string,
    wording: string,
    decided: Partial<Reading>,
    { supplier = COUESNON as Parameters<typeof learn>[2], now = MARCH } = {},
  ) => {
    const { family, labels, origin } = recognise(wording, YEAR)
    const before = { family, labels, origin }
    return database.transaction((db) =>
      learn(db, id, supplier, [{ wording, read: before, decided: { ...before, ...decided } }], { by, now }),
    )
  }
  return {
    site,
    database,
    clerk: clerk!.person.id,
    colleague: colleague!.person.id,
    stranger: stranger!.person.id,
    north,
    south,
    away,
    join,
    read,
    correct,
  }
}

test('what was corrected once comes back corrected, whatever the packaging, and says when', async () => {
  const { north, clerk, read, correct } = await opened()
  await correct(north, clerk, 'POMME GALA CAL 70 10KG', { labels: ['HVE'], origin: 'FRANCE' })
  expect(await read(north, 'POMMES GALA 5 KG')).toMatchObject({
    family: 'fruits_et_legumes',
    labels: ['HVE'],
    origin: 'FRANCE',
    confidence: 0.99,
    learnedOn: '2026-03-12',
  })
  // Another supplier, another product, or words of a label more: nothing was said of them.
  expect(await read(north, 'POMMES GALA 5 KG', { siren: null, name: 'Primeurs du Golfe' })).toMatchObject({ labels: [] })
  expect(await read(north, 'POMME GOLDEN 5KG')).toMatchObject({ labels: [] })
  expect(await read(north, 'POMME GALA BIO 5KG')).toEqual(recognise('POMME GALA BIO 5KG', YEAR))
})

test('a supplier known by its name only is the one whose number is known', async () => {
  const { north, clerk, read, correct } = await opened()
  const byName = { siren: null, name: 'SARL PRIMEURS DU COUESNON' }
  await correct(north, clerk, 'POMME GALA', { labels: ['HVE'] })
  expect(await read(north, 'POMME GALA', byName)).toMatchObject({ labels: ['HVE'] })
  await correct(north, clerk, 'POMME GALA', { labels: ['BIO'] }, { supplier: byName, now: TODAY })
  expect(await read(north, 'POMME GALA')).toMatchObject({ labels: ['BIO'], learnedOn: '2026-11-23' })
  expect(await read(north, 'POMME GALA', { siren: '000000034', name: 'Primeurs du Couesnon' })).toMatchObject({ labels: ['BIO'] })
})

test('the latest correction wins; one that says what is read anyway makes the team forget', async () => {
  const { database, north, clerk, colleague, read, correct } = await opened()
  await correct(north, clerk, 'FILET CALIB. X10', { family: 'produits_de_la_mer' })
  await correct(north, colleague, 'FILET CALIB. X20', { family: 'viandes_volailles' }, { now: TODAY })
  expect(await read(north, 'FILET CALIB. X30')).toMatchObject({ family: 'viandes_volailles', learnedOn: '2026-11-23' })
  await correct(north, clerk, 'FILET CALIB. X40', { family: 'viandes_volailles' })
  expect(await learnedIn(database, north, 9)).toMatchObject([
    { times: 2, learnedBy: colleague, example: 'FILET CALIB. X40', here: true },
  ])
  await correct(north, clerk, 'FILET CALIB. X40', {})
  expect(await read(north, 'FILET CALIB. X40')).toEqual(recognise('FILET CALIB. X40', YEAR))
  expect(await learnedIn(database, north, 9)).toEqual([])
})

test('corrections that disagree in one go teach nothing: the wording does not tell these products apart', async () => {
  const { database, north, clerk } = await opened()
  const line = (labels: Reading['labels']) => {
    const read = { family: 'fruits_et_legumes', labels: [], origin: null } as const
    return { wording: 'CAROTTES', read, decided: { ...read, labels } }
  }
  const teach = (lines: readonly Reading['labels'][]) =>
    database.transaction((db) => learn(db, north, COUESNON, lines.map(line), { by: clerk, now: MARCH }))
  await teach([['BIO'], []])
  expect(await learnedIn(database, north, 9)).toEqual([])
  await teach([['BIO'], ['BIO']])
  expect(await learnedIn(database, north, 9)).toMatchObject([{ labelsAdded: ['BIO'], times: 1 }])
})

test('only the corrected part is learned: a label that the wording says for one year is not carried to another', async () => {
  const { database, north, clerk, read, correct } = await opened()
  const wording = 'POMME REINETTE CERTIFICATION ENVIRONNEMENTALE NIVEAU 2'
  await correct(north, clerk, wording, { origin: 'FRANCE' })
  const in2027 = await recogniseFor(database, north, [{ supplier: COUESNON, wording, dataYear: 2027 }])
  expect(in2027).toMatchObject([{ labels: [], origin: 'FRANCE' }])
  await correct(north, clerk, 'YRT BIO NAT', { labels: [] })
  expect(await read(north, 'YRT BIO NAT')).toMatchObject({
    labels: [],
    evidence: [{ of: 'family' }],
  })
})

test('a lesson reaches the other canteens of whoever taught it, as long as they write in both, and nobody else’s', async () => {
  const { database, north, south, away, clerk, colleague, stranger, join, read, correct } = await opened()
  await correct(north, clerk, 'POMME GALA', { labels: ['HVE'] })
  await correct(north, colleague, 'POIRE WILLIAMS', { labels: ['HVE'] })
  expect(await read(south, 'POMME GALA')).toMatchObject({ labels: ['HVE'] })
  expect(await read(south, 'POIRE WILLIAMS')).toMatchObject({ labels: [] })
  expect(await read(away, 'POMME GALA')).toMatchObject({ labels: [] })
  expect(await learnedIn(database, away, 9)).toEqual([])
  // Reading what a team does is not writing with it.
  await join(away, clerk, 'reader')
  await join(north, stranger, 'reader')
  expect(await read(away, 'POMME GALA')).toMatchObject({ labels: [] })
  expect(await learnedIn(database, away, 9)).toEqual([])
  // A correction of here wins over one of there, and changes nothing there.
  await correct(south, clerk, 'POMME GALA', { labels: ['BIO'] }, { now: MARCH })
  expect(await read(south, 'POMME GALA')).toMatchObject({ labels: ['BIO'] })
  expect(await read(north, 'POMME GALA')).toMatchObject({ labels: ['HVE'] })
  // What was taught stays with the canteen; it does not follow someone who left.
  await correct(north, clerk, 'KIWI', { labels: ['HVE'] })
  expect(await read(south, 'KIWI')).toMatchObject({ labels: ['HVE'] })
  await database.run('update canteen_member set role = $3 where canteen_id = $1 and person_id = $2', [
    north,
    colleague,
    'administrator',
  ])
  await database.run('delete from canteen_member where canteen_id = $1 and person_id = $2', [north, clerk])
  expect(await read(north, 'KIWI')).toMatchObject({ labels: ['HVE'] })
  expect(await read(south, 'KIWI')).toMatchObject({ labels: [] })
})

test('what is forgotten in a canteen stays so there, may be recalled, and goes on elsewhere', async () => {
  const { database, north, south, away, clerk, stranger, read, correct } = await opened()
  await correct(north, clerk, 'POMME GALA', { labels: ['HVE'] })
  const [known] = await learnedIn(database, south, 9)
  expect(known).toMatchObject({ here: false, supplier: 'Primeurs du Couesnon', labelsAdded: ['HVE'] })
  const deed = { by: clerk, now: TODAY }
  // Not theirs: nothing to forget.
  expect(await forget(database, away, [known!.id], { by: stranger, now: TODAY })).toBeNull()
  const mark = await forget(database, south, [known!.id], deed)
  expect(await read(south, 'POMME GALA')).toMatchObject({ labels: [] })
  expect(await read(north, 'POMME GALA')).toMatchObject({ labels: ['HVE'] })
  expect(await learnedIn(database, south, 9)).toEqual([])
  expect(await recall(database, away, mark!, deed)).toBe(false)
  expect(await recall(database, south, mark!, deed)).toBe(true)
  expect(await recall(database, south, mark!, deed)).toBe(false)
  expect(await read(south, 'POMME GALA')).toMatchObject({ labels: ['HVE'] })
  // Said again after it was forgotten: learned anew.
  await forget(database, north, [known!.id], deed)
  await correct(north, clerk, 'POMME GALA', { labels: ['HVE'] }, { now: TODAY })
  expect(await learnedIn(database, north, 9)).toMatchObject([{ times: 1, learnedAt: TODAY }])
})

test('lines that are no food are set aside as the team did', async () => {
  const { north, clerk, read, correct } = await opened()
  await correct(north, clerk, 'FORFAIT VERT ZONE B', { noFood: true })
  expect(await read(north, 'FORFAIT VERT ZONE B 2026')).toMatchObject({
    noFood: 'comme votre équipe l’a fait le 12 mars 2026',
    family: null,
  })
})
