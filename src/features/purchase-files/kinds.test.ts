import { expect, test } from 'vitest'
import { csvOf, type Line, sendFile, sendLines, takeBackAll, type Who } from '../../../tools/testing/canteen-files.ts'
import { canteenWith, group as groupRecord, school } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { readTrail } from '../../platform/database/trail.ts'
import type { AnyImportKind } from '../imports/imports.ts'
import {
  addPurchases,
  bringBack,
  changePurchase,
  findPurchase,
  newRemovalId,
  PURCHASE,
  type Purchase,
  purchasesStream,
  takeOut,
} from '../purchases/purchases.ts'
import { formerIdKind, formerSiretKind, idKind, siretKind } from './kinds.ts'

const line: Line = {
  siret: school.siret!,
  description: 'Carottes',
  date: '2026-03-02',
  prix_ht: '125.40',
  famille_produits: 'FRUITS_ET_LEGUMES',
}

async function opened() {
  const site = await testSite()
  const { platform } = site
  const { person, get, request } = await site.as('elodie@ecole.example')
  const { person: paul } = await site.as('paul@ailleurs.example')
  const canteen = await canteenWith(platform, [
    [person, 'entry'],
    [paul, 'reader'],
  ])
  const elodie = { person, isStaff: false }
  const send = (kind: AnyImportKind, lines: Line[], who: Who = elodie) => sendLines(platform, kind, lines, who)
  const all = () => platform.database.rows<Purchase>(`select ${PURCHASE} from purchase where removal_id is null order by id`)
  return { platform, get, request, canteen, elodie, paul: { person: paul, isStaff: false }, send, all }
}

test('a line says a purchase, by codes or by names, whatever the spelling of yes', async () => {
  const { send, all, canteen } = await opened()
  const { errors } = await send(siretKind, [
    {
      ...line,
      est_circuit_court: 'X',
      est_local: 'Oui',
      definition_local: 'KM',
      definition_local_km: '50',
      fournisseur: 'Bio 35',
    },
    {
      ...line,
      famille_produits: 'Poissons, produits de la mer et de l’aquaculture',
      categories_egalim: 'Label rouge, Pêche durable, AOP',
      origine: 'france',
      prix_ht: '1 234,50',
    },
    { ...line, prix_ht: '12.34567', est_local: '1', est_circuit_court: 'non' },
    { ...line, prix_ht: '-10,00' },
  ])
  expect(errors).toEqual([])
  expect(await all()).toMatchObject([
    {
      canteenId: canteen.id,
      source: 'import',
      sourceId: 'import-1',
      date: '2026-03-02',
      supplier: 'Bio 35',
      priceExclTaxCents: 12540,
      family: 'fruits_et_legumes',
      characteristics: [],
      shortChain: true,
      local: true,
      localDefinition: 'KM',
      localKm: 50,
      credit: false,
    },
    {
      family: 'produits_de_la_mer',
      characteristics: ['LABEL_ROUGE', 'PECHE_DURABLE', 'AOCAOP'],
      origin: 'FRANCE',
      priceExclTaxCents: 123450,
    },
    { priceExclTaxCents: 1235, local: true, shortChain: false },
    { priceExclTaxCents: -1000, credit: true },
  ])
})

test('what is wrong is said at its column, in the words of the law', async () => {
  const { send, all } = await opened()
  const { errors, messages } = await send(siretKind, [
    { ...line, date: '2027-01-01' },
    { ...line, date: '2012-01-01' },
    { ...line, definition_local: 'PAT' },
    { ...line, est_local: 'oui', definition_local: 'PAT', definition_local_km: '10' },
    { ...line, description: 'x'.repeat(501) },
    { ...line, prix_ht: '1.234' },
    {
      ...line,
      famille_produits: 'Ustensiles',
      categories_egalim: 'BIO, FRANCE',
      origine: 'FRANCE, EUROPE',
      est_local: 'peut-être',
    },
    { ...line, siret: '21330063500017' },
  ])
  expect(errors).toEqual([
    '2 date in_the_future',
    '3 date too_old',
    '4 definition_local not_local',
    '5 definition_local_km not_a_distance',
    '6 description too_long',
    '7 prix_ht too_many_decimals',
    '8 famille_produits unknown_choice',
    '8 categories_egalim unknown_choice',
    '8 origine unknown_choice',
    '8 est_local not_a_boolean',
    '9 siret unknown_canteen',
  ])
  expect(messages[0]).toBe('Cette date est à venir : indiquez le jour de l’achat ou de la facture.')
  expect(await all()).toEqual([])
})

test('one enters purchases where one may; groups by their number; the operator everywhere', async () => {
  const { send, platform, canteen, elodie, paul } = await opened()
  const group = await canteenWith(platform, [[elodie.person, 'administrator']], groupRecord)
  const byId = (id: number) => ({ ...line, siret: '', cantine_id: String(id) })
  expect((await send(siretKind, [line], paul)).errors).toEqual(['2 siret not_in_team'])
  expect((await send(idKind, [byId(canteen.id), byId(group.id)], paul)).errors).toEqual([
    '2 cantine_id not_in_team',
    '3 cantine_id not_in_team',
  ])
  expect((await send(idKind, [byId(canteen.id), byId(group.id), byId(99_999)])).errors).toEqual(['4 cantine_id unknown_canteen'])
  expect((await send(siretKind, [line], { person: null, isStaff: true })).errors).toEqual([])
})

test('taking a file back leaves what someone changed or took out since', async () => {
  const { send, platform, elodie, all, canteen } = await opened()
  await send(siretKind, [line, { ...line, description: 'Navets' }, { ...line, description: 'Poireaux' }])
  const [, navets] = await all()
  const { database } = platform
  const changed = (await findPurchase(database, canteen.id, navets!.id))!
  await database.transaction((db) =>
    changePurchase(db, changed, { ...changed, description: 'Navets boule d’or' }, { by: elodie.person.id, now: platform.now() }),
  )
  expect(await takeBackAll(platform, siretKind, elodie)).toBe(2)
  expect((await all()).map(({ description }) => description)).toEqual(['Navets boule d’or'])
  expect(await takeBackAll(platform, siretKind, elodie)).toBe(0)
})

test('an old page that brings purchases back cannot count twice a file taken back and brought again', async () => {
  const { send, platform, elodie, all, canteen } = await opened()
  const [database, deed, removalId] = [platform.database, { by: elodie.person.id, now: platform.now() }, newRemovalId(platform)]
  const lines = [line, { ...line, description: 'Navets' }]
  await send(siretKind, lines)
  const [carrots] = await all()
  await database.transaction((db) => takeOut(db, canteen.id, [carrots!.id], removalId, deed))
  await takeBackAll(platform, siretKind, elodie)
  await send(siretKind, lines)
  expect(await database.transaction((db) => bringBack(db, canteen.id, removalId, deed))).toBe(0)
  expect(await all()).toHaveLength(2)
})

test('taking a file back leaves the canteens that one may no longer write to', async () => {
  const { send, platform, elodie, all, canteen } = await opened()
  const group = await canteenWith(platform, [[elodie.person, 'entry']], groupRecord)
  const byId = (id: number) => ({ ...line, siret: '', cantine_id: String(id) })
  await send(idKind, [byId(canteen.id), byId(group.id)])
  await platform.database.run(`update canteen_member set role = 'reader' where canteen_id = $1 and person_id = $2`, [
    canteen.id,
    elodie.person.id,
  ])
  expect(await takeBackAll(platform, idKind, elodie)).toBe(1)
  expect((await all()).map(({ canteenId }) => canteenId)).toEqual([canteen.id])
})

test('the former eight columns say the same purchases', async () => {
  const { send, all, canteen } = await opened()
  const { siret: _, ...rest } = line
  const former = { cantine_id: String(canteen.id), ...rest }
  const { errors } = await send(formerIdKind, [
    { ...former, caracteristiques: 'BIO,FRANCE,CIRCUIT_COURT,LOCAL', definition_local: 'AUTOUR_SERVICE' },
    { ...former, caracteristiques: 'LOCAL', definition_local: 'AUTRE' },
    { ...former, caracteristiques: 'LOCAL', definition_local: 'REGION' },
    { ...former, caracteristiques: 'FRANCE, EUROPE' },
    { ...former, caracteristiques: 'BIO', definition_local: 'PAT' },
    former,
  ])
  expect(errors).toEqual(['5 caracteristiques two_origins', '6 definition_local not_local'])
  expect(await all()).toMatchObject([
    { characteristics: ['BIO'], origin: 'FRANCE', shortChain: true, local: true, localDefinition: 'KM', localKm: 200 },
    { characteristics: [], origin: null, shortChain: false, local: true, localDefinition: 'KM', localKm: null },
    { localDefinition: 'REGION', localKm: null },
    { local: false, localDefinition: null },
  ])
})

test.each(['csv', 'xlsx'] as const)('what goes out as %s comes back the same, filtered as the list is', async (type) => {
  const { send, platform, get, canteen, all, elodie } = await opened()
  await send(siretKind, [
    { ...line, description: '=1+1; « a »', fournisseur: '-12', categories_egalim: 'BIO, CONVERSION_BIO' },
    { ...line, est_local: 'oui', definition_local: 'KM', definition_local_km: '0', prix_ht: '0.1', origine: 'EUROPE' },
    { ...line, prix_ht: '-3.07', est_circuit_court: 'oui', date: '2025-12-31' },
    { ...line, famille_produits: '' },
  ])
  const free = { ...(await all())[1]!, priceExclTaxCents: 0, credit: true }
  await platform.database.transaction((db) =>
    addPurchases(db, [free], { source: 'import', sourceId: 'import-1', by: null, now: platform.now() }),
  )
  const before = await all()
  expect(before.map(({ family, credit }) => [family, credit]).slice(3), 'nothing is given back for nothing').toEqual([
    [null, false],
    ['fruits_et_legumes', false],
  ])
  const answer = await get(`/cantines/${canteen.id}/achats/export.${type}`)
  expect(answer.headers.get('Content-Disposition')).toContain(`achats-cantine-${canteen.id}-`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect((await sendFile(platform, idKind, { name: 'x', bytes }, elodie)).errors).toEqual([])
  const said = ({ id: _, createdAt: __, ...purchase }: Purchase) => purchase
  const after = (await all()).slice(before.length)
  expect(after.map(said)).toEqual(before.map(said))
  const csv = await (await get(`/cantines/${canteen.id}/achats/export.csv?annee=2025`)).text()
  expect(csv.split('\r\n')).toEqual([
    'cantine_id;description;fournisseur;date;prix_ht;famille_produits;categories_egalim;origine;est_circuit_court;est_local;definition_local;definition_local_km',
    ...Array(2).fill(`${canteen.id};Carottes;;2025-12-31;-3.07;FRUITS_ET_LEGUMES;;;oui;non;;`),
    '',
  ])
})

test('an empty family is kept as unknown; a file that leaves the column out has forgotten it', async () => {
  const { send, all } = await opened()
  const { famille_produits: _, ...without } = line
  expect((await send(siretKind, [without])).errors).toEqual(['1 null missing_columns'])
  expect((await send(siretKind, [{ ...line, famille_produits: ' ' }])).errors).toEqual([])
  expect(await all()).toMatchObject([{ family: null }])
  const { siret, ...rest } = line
  expect((await send(formerSiretKind, [{ siret: siret!, ...rest, famille_produits: '' }])).errors).toEqual([
    '2 famille_produits required',
  ])
})

test('the page of an import leads to the books that it filled, and to what lacks a family there', async () => {
  const { platform, get, canteen, elodie, request } = await opened()
  const group = await canteenWith(platform, [[elodie.person, 'administrator']], groupRecord)
  const bring = async (lines: Line[]) => {
    const body = new FormData()
    const { bytes } = csvOf(lines) as { bytes: Uint8Array }
    body.set('fichier', new File([bytes as never], 'achats.csv'))
    const address = (await request('/imports/achats-id', { method: 'POST', body })).headers.get('location')!
    await request(`${address}/enregistrer`, { method: 'POST' })
    return (await get(address)).text()
  }
  const { siret: _, ...rest } = line
  const mine = { cantine_id: String(canteen.id), ...rest }
  const one = await bring([mine, { ...mine, famille_produits: '' }])
  expect(one).toContain(`<a class="fr-btn" href="/cantines/${canteen.id}/achats?origine-saisie=import-1">Voir ces achats</a>`)
  expect(one).toContain('Donner une famille à l’achat qui n’en a pas')
  expect(await (await get(`/cantines/${canteen.id}/achats?origine-saisie=import-1&famille=sans`)).text()).toContain('1 achat')
  const two = await bring([mine, { ...mine, cantine_id: String(group.id) }])
  expect(two).toContain(`Voir ces achats (${canteen.name})`)
  expect(two).toContain(`/cantines/${group.id}/achats?origine-saisie=import-2`)
})

test('a file of many batches tells the trail of each canteen once', async () => {
  const { send, platform, canteen } = await opened()
  const { errors } = await send(
    siretKind,
    Array.from({ length: 1201 }, (_, at) => ({ ...line, description: `Carottes, lot ${at}` })),
  )
  expect(errors).toEqual([])
  expect(await readTrail(platform.database, purchasesStream(canteen.id), { most: 5 })).toMatchObject([
    { kind: 'added', detail: { count: 1201, cents: 1201 * 12540, source: 'import', sourceId: 'import-1' } },
  ])
})

test.each([
  ['early, while others follow', 10],
  ['late, with the last ones', 5900],
])('a line that PostgreSQL refuses %s leaves nothing of the file', async (_, refused) => {
  const { send, platform, all, canteen } = await opened()
  await platform.database.run(`create function refuse() returns trigger language plpgsql as $$ begin
    if new.description = 'refused' then raise exception 'refused'; end if; return new; end $$`)
  await platform.database.run('create trigger refuse before insert on purchase for each row execute function refuse()')
  const lines = Array.from({ length: 6000 }, (_, at) => ({ ...line, description: at === refused ? 'refused' : `Lot ${at}` }))
  await expect(send(siretKind, lines)).rejects.toThrow()
  expect(await all()).toEqual([])
  expect(await readTrail(platform.database, purchasesStream(canteen.id), { most: 5 })).toEqual([])
  expect(platform.database.pool.totalCount - platform.database.pool.idleCount).toBe(0)
})
