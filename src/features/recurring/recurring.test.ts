import { expect, test } from 'vitest'
import { school } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { readTrail } from '../../platform/database/trail.ts'
import { createCanteens } from '../canteens/canteens.ts'
import { purchasesStream } from '../purchases/purchases.ts'

/** A school that bought bread on Monday 16 November, and repeats it every week from Monday 23 on. */
async function withBread() {
  const site = await testSite()
  const { database, setNow } = site.platform
  const elodie = await site.as('elodie@ecole.example')
  const [id] = await database.transaction((db) =>
    createCanteens(db, [school], { source: 'page', by: elodie.person.id, now: TODAY }),
  )
  const at = (path: string) => `/cantines/${id}/achats${path}`
  const text = async (path: string) => (await (await elodie.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const bread = { produit: 'Pain bio', 'prix-ht': '20', date: '16/11/2026', famille: 'boulangerie', label: ['BIO'] }
  await elodie.post(at('/ajouter'), { ...bread, cle: 'cle-du-pain' })
  const repeat = { cle: 'cle-de-repetition', achat: '1', rythme: 'week' }
  const kept = () =>
    database.rows<{ date: string; cents: number }>(
      'select date, price_cents as cents from purchase where removal_id is null order by date',
    )
  const inDays = (days: number) => setNow(new Date(TODAY.getTime() + days * 86_400_000))
  return { elodie, at, text, repeat, kept, inDays, database, canteenId: id!, setNow }
}

test('what comes back waits for a word, with its amount put right, and counts once', async () => {
  const { elodie, at, text, repeat, kept, inDays } = await withBread()
  expect(await text(at('/1/modifier'))).toContain('Répéter cet achat')
  expect(await text(at('/recurrents/ajouter?achat=1'))).toContain('Chaque semaine, le lundi')
  for (const _ of [1, 2]) expect((await elodie.post(at('/recurrents/ajouter'), repeat)).status).toBe(303)
  inDays(15)
  expect(await text(at(''))).toContain('3 achats récurrents à confirmer')
  expect(await kept(), 'nothing counts before').toHaveLength(1)
  const choices = {
    'montant-1-2026-11-23': '21,50',
    'choix-1-2026-11-23': 'enregistrer',
    'montant-1-2026-11-30': '20',
    'choix-1-2026-11-30': 'passer',
    'choix-1-2027-01-04': 'enregistrer',
  }
  const wrong = await elodie.post(at('/recurrents/confirmer'), { ...choices, 'montant-1-2026-11-23': 'beaucoup' })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('value="beaucoup"')])
  const done = (await elodie.post(at('/recurrents/confirmer'), choices)).headers.get('location')!
  await elodie.post(at('/recurrents/confirmer'), choices)
  expect(await kept()).toEqual([
    { date: '2026-11-16', cents: 20_00 },
    { date: '2026-11-23', cents: 21_50 },
  ])
  const after = await text(done)
  expect(after).toMatch(
    /1 achat enregistré dans le cahier, 1 échéance passée.*1 achat récurrent à confirmer.*lundi 7 décembre 2026/,
  )
  const lot = new URL(done, 'http://x').searchParams.get('lot')!
  expect((await elodie.post(at('/recurrents/annuler'), { lot })).headers.get('location')).toBe(at('/recurrents?annules=2'))
  expect(await text(at('/recurrents'))).toContain('3 achats récurrents à confirmer')
  expect(await kept()).toHaveLength(1)
})

test('a day taken back and decided anew counts once, whatever an old page brings back', async () => {
  const { elodie, at, repeat, kept } = await withBread()
  await elodie.post(at('/recurrents/ajouter'), repeat)
  const choices = { 'montant-1-2026-11-23': '21', 'choix-1-2026-11-23': 'enregistrer' }
  const confirm = async () => (await elodie.post(at('/recurrents/confirmer'), choices)).headers.get('location')!
  const [done, removed] = [await confirm(), (await elodie.post(at('/retirer'), { achat: ['2'] })).headers.get('location')!]
  const said = (address: string, field: string) => new URL(address, 'http://x').searchParams.get(field)!
  await elodie.post(at('/recurrents/annuler'), { lot: said(done, 'lot') })
  await confirm()
  await elodie.post(at('/remettre'), { retrait: said(removed, 'retrait') })
  expect(await kept()).toHaveLength(2)
})

test('a pause lets its days go by; an end is taken back; all of it is told', async () => {
  const { elodie, at, text, repeat, inDays, database, canteenId } = await withBread()
  await elodie.post(at('/recurrents/ajouter'), repeat)
  inDays(1)
  await elodie.post(at('/recurrents/1/pause'))
  inDays(22)
  const waiting = async () => /(\d+) achats? récurrents? à confirmer/.exec(await text(at('/recurrents')))?.[1]
  expect(await waiting(), 'the day before the pause').toBe('1')
  await elodie.post(at('/recurrents/1/reprendre'))
  expect(await waiting()).toBe('1')
  inDays(29)
  expect(await waiting()).toBe('2')
  const ended = (await elodie.post(at('/recurrents/1/arreter'))).headers.get('location')!
  expect(await text(ended)).toMatch(/est arrêté.*Annuler l’arrêt/)
  expect(await waiting()).toBeUndefined()
  await elodie.post(at('/recurrents/1/reprendre'))
  expect(await waiting()).toBe('2')
  const told = await readTrail(database, purchasesStream(canteenId), { most: 9 })
  expect(told.map(({ kind }) => kind)).toEqual([
    'recurring-resumed',
    'recurring-ended',
    'recurring-resumed',
    'recurring-paused',
    'recurring-started',
    'added',
  ])
})

test('an end taken back puts it as it was: in pause, or its days waiting', async () => {
  const { elodie, at, text, repeat, inDays } = await withBread()
  await elodie.post(at('/recurrents/ajouter'), repeat)
  const end = async () => (await elodie.post(at('/recurrents/1/arreter'))).headers.get('location')!
  const undo = async () => text((await elodie.post(at('/recurrents/1/annuler-arret'))).headers.get('location')!)
  inDays(1)
  expect(await (await elodie.get(await end())).text()).toMatch(/action="[^"]*\/1\/annuler-arret"/)
  inDays(8)
  expect(await undo()).toMatch(/L’arrêt est annulé.*2 achats récurrents à confirmer/)
  await elodie.post(at('/recurrents/1/pause'))
  await end()
  expect(await undo()).toContain('En pause depuis le 1er décembre 2026')
  expect(await text(at('/journal'))).toContain('Arrêt d’un achat récurrent annulé')
})

test('no more are under way than may be, those that had ended included', async () => {
  const { elodie, at, text, repeat, database } = await withBread()
  await elodie.post(at('/recurrents/ajouter'), repeat)
  await elodie.post(at('/recurrents/1/arreter'))
  await database.run(
    `insert into recurring_purchase (canteen_id, creation_key, model, every, starts_on, ends_on, created_at, changed_at)
     select canteen_id, 'autre-' || n, model, every, starts_on, ends_on, created_at, changed_at
     from recurring_purchase, generate_series(1, 150) n`,
  )
  for (const path of ['/recurrents/1/reprendre', '/recurrents/1/annuler-arret'])
    expect(await text((await elodie.post(at(path))).headers.get('location')!)).toContain('150 achats reviennent déjà')
  expect(await text(at('/recurrents'))).toContain('Ceux qui sont arrêtés (1)')
})

test('what comes back is changed for the next days; a stale change and a wrong end are refused', async () => {
  const { elodie, at, text, repeat, database } = await withBread()
  await elodie.post(at('/recurrents/ajouter'), repeat)
  const wanted = { produit: 'Pain complet', 'prix-ht': '25', famille: 'boulangerie', 'jusqu-au': '30/06/2027', version: '1' }
  const late = await elodie.post(at('/recurrents/1/modifier'), { ...wanted, 'jusqu-au': '01/01/2028' })
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('31 décembre 2027')])
  expect((await elodie.post(at('/recurrents/1/modifier'), wanted)).status).toBe(303)
  expect((await elodie.post(at('/recurrents/1/modifier'), { ...wanted, 'prix-ht': '30' })).status).toBe(409)
  expect(await text(at('/recurrents'))).toMatch(/Pain complet.*25,00 €.*Chaque lundi, jusqu’au 30 juin 2027/)
  const kept = await database.first<{ model: unknown }>('select model from recurring_purchase')
  expect(kept?.model).toMatchObject({ description: 'Pain complet', characteristics: [], family: 'boulangerie' })
})
