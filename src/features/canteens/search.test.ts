// Finding a canteen among all of them, to join or claim it.
import { expect, test } from 'vitest'
import { addCanteens, satellite, school, someSiret } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { searchQuery, wordsOf } from './search-words.ts'

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')

async function opened() {
  const site = await testSite()
  const [elodie, jean] = [await site.as('elodie@ecole.exemple.fr'), await site.as('jean@exemple.fr')]
  const [mine] = await addCanteens(site.platform, [school], elodie.person.id)
  const [free, away] = await addCanteens(
    site.platform,
    [
      { ...satellite, name: 'Collège Sœur-Emmanuelle', siret: someSiret(1), inseeCode: '97411' },
      { ...school, name: 'École Jean-Moulin', siret: someSiret(2), inseeCode: '33243' },
    ],
    null,
  )
  const search = async (words: string, who = jean) => {
    const html = await (await who.get(`/cantines/chercher?${new URLSearchParams({ q: words })}`)).text()
    return { html, text: textOf(html) }
  }
  return { ...site, site, elodie, mine, free, away, search }
}

test('visitors sign in first; each canteen shows the way in that is open', async () => {
  const { get, search, elodie, mine, free } = await opened()
  expect((await get('/cantines/chercher?q=jean')).headers.get('location')).toMatch(/^\/connexion\?suite=/)
  const { html, text } = await search('ecole jean moulin')
  expect(text).toContain('2 cantines')
  expect(html).toContain(`href="/cantines/${mine}/rejoindre"`)
  expect((await search('emmanuelle st denis')).html).toContain(`href="/cantines/${free}/revendiquer"`)
  expect((await search('jean cesson', elodie)).html).toContain(`href="/cantines/${mine}"`)
})

test('numbers are found however they are typed, nothing leads on', async () => {
  const { search } = await opened()
  expect((await search('213 500 515 00019')).text).toContain('1 cantine')
  expect((await search('213500515')).text).toContain('1 cantine')
  expect((await search('97400')).text).toContain('Sœur-Emmanuelle')
  const { text } = await search('nulle part')
  expect(text).toContain('Aucune cantine inscrite ne répond')
  expect(text).toContain('ajoutez-la en trois minutes')
  expect((await search('')).text).not.toContain('Aucune')
  expect((await search(`'):* & !!`)).text).toContain('Aucune')
})

test('a word misspelt still leads to the canteen, and is said', async () => {
  const { search } = await opened()
  const { text, html } = await search('ecole jean moulain cesson')
  expect(text).toContain('Aucune cantine inscrite n’a tous ces mots')
  expect(text).toContain('Un mot est peut-être écrit autrement.')
  expect(html).toContain('/rejoindre')
  expect((await search('jaen moulin')).text).toContain('approche le plus')
  expect((await search('moulin zanzibar')).text, 'another town, not a slip').not.toContain('approche')
  expect((await search('moulain')).text, 'one word alone: anything would do').not.toContain('approche')
})

test('archived canteens are not found, and a page beyond the last leads back', async () => {
  const { search, platform, site } = await opened()
  await platform.database.run(`update canteen set archived_at = now() where name like 'Coll%'`)
  expect((await search('emmanuelle')).text).toContain('Aucune cantine inscrite')
  const jean = await site.as('jean@exemple.fr')
  expect((await jean.get('/cantines/chercher?q=jean&page=4')).headers.get('location')).toBe('/cantines/chercher?q=jean')
})

test('many answers are bounded and said so', async () => {
  const { search, platform } = await opened()
  await addCanteens(
    platform,
    Array.from({ length: 230 }, (_, rank) => ({ ...school, name: `Cantine ${rank}`, siret: null, siren: '213500515' })),
    null,
  )
  const { text, html } = await search('cantine')
  expect(text).toContain('Plus de 200 cantines')
  expect(html).toContain('page=10')
  // « cant » begins too many words, and is none by itself.
  expect((await search('cant')).text).toContain('Plus de 200 cantines')
})

test('words are put as the index has them', () => {
  expect(wordsOf('École  d’Été, 213 500 515 00019')).toEqual(['ecole', 'd', 'ete', '21350051500019'])
  expect(wordsOf('lot 4 33500')).toEqual(['lot', '4', '33500'])
  expect(searchQuery('École d’Été')).toBe('ecole:* & ete:*')
  expect(searchQuery('a')).toBe('a')
  expect(searchQuery(' -- ')).toBeNull()
})

test('the search is answered by its index, and one’s own canteens by their keys', async () => {
  const { platform } = await opened()
  await platform.database.transaction(async (db) => {
    await db.run(
      `insert into canteen (name, siren, complete, source, created_at, changed_at, search_words)
       select 'Cantine ' || n, '213500515', true, 'generator', now(), now(), 'cantine numero' || n from generate_series(1, 20000) as n`,
    )
    await db.run('analyze canteen')
    const plan = async (sql: string) =>
      (await db.rows<{ 'QUERY PLAN': string }>(`explain ${sql}`)).map((row) => row['QUERY PLAN']).join('\n')
    expect(
      await plan(`select id from canteen where search @@ to_tsquery('simple', 'numero123:*') and archived_at is null limit 201`),
    ).toContain('canteen_search')
    expect(
      await plan(`select id from canteen where coalesce(siren, left(siret, 9)) = '000000018' and archived_at is null`),
    ).toContain('canteen_siren')
    expect(await plan(`select id from canteen where insee_code = '97411' and archived_at is null`)).toContain(
      'canteen_insee_code',
    )
    const mine = `select count(*) from canteen_member join canteen on canteen.id = canteen_id
      where person_id = 'x' and canteen.id = any(array(select canteen_id from canteen_member where person_id = 'x'))`
    expect(await plan(mine)).toContain('canteen_pkey')
  })
})
