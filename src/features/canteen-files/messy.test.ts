// The spreadsheet of a town clerk, as it is: repaired on the page in one pass, then taken back.
import { expect, test } from 'vitest'
import { canteenWith, school, someSiret } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { row, xlsx } from '../../../tools/testing/workbooks.ts'

const TITLES = [
  'Nom de l’établissement',
  'SECTEURS',
  'Type production',
  'nombre de repas par an',
  'Nombre repas jour',
  'modele economique',
  'siret ',
  'type_gestion',
  'Observations',
  'Ministère de tutelle',
  'gestionnaires',
]
const rank = (at: number) => someSiret(at).replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1\u00a0$2\u00a0$3\u202f$4')
const place = (name: string, at: number, changes: Record<number, string | number | null> = {}) =>
  Object.assign(
    [
      name,
      'école primaire (maternelle et elementaire)',
      'Restaurant avec cuisine sur place',
      '16\u00a0800',
      120,
      'PUBLIC',
      rank(at),
      'directe',
      'ouvert le mercredi',
      null,
      null,
    ],
    changes,
  )
const LINES: (string | number | null)[][] = [
  ['Cantines de la ville – rentrée 2026'],
  [],
  TITLES,
  place('École Jean-Moulin', 1),
  place('École des Lilas', 2, { 6: '2,1391E+13' }),
  [],
  place('Restaurant de l’université', 3, { 1: 'Supérieur et universitaire' }),
  place('École Jules-Ferry', 4, { 1: 'Ecole primère', 10: 'Jeanne Le Goff <jeanne@mairie.example>' }),
  place('Crèche Les P’tits Loups', 5, { 1: 'Crèche, IME/ITEP', 4: 2, 7: 'Régie' }),
  [],
  place('École du Bourg', 6, { 10: 'paul@' }),
  place('École Victor-Hugo', 7),
  place('Restaurant municipal', 8, { 1: 'Restaurants d’entreprises', 9: 'Armées' }),
  ['TOTAL', null, null, 134_400, 962],
]

const text = async (answer: Response | Promise<Response>) =>
  (await (await answer).text())
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('a messy spreadsheet is repaired on the page in one pass, written, and taken back', async () => {
  const { as, platform, runJobs } = await testSite()
  const { database } = platform
  const elodie = await as('elodie@ecole.example')
  const other = await canteenWith(platform, [], { ...school, name: 'École déjà là', siret: someSiret(7) })
  const body = new FormData()
  const sheet = LINES.map((cells, at) => (cells.length === 0 ? '' : row(at + 1, cells))).join('')
  body.set('fichier', new File([xlsx([sheet]) as never], 'cantines ville.xlsx'))
  const brought = await elodie.request('/imports/cantines-creer', { method: 'POST', body })
  const address = brought.headers.get('location')!
  expect(address).toMatch(/^\/imports\//)

  const report = await text(elodie.get(address))
  for (const told of [
    '7 lignes à corriger',
    '1 ligne juste',
    'le tableur a transformé le SIRET en nombre',
    'Indiquez l’administration de tutelle',
    'vouliez-vous dire « Ecole primaire (maternelle et élémentaire) » ?',
    'Le nombre de repas par jour est d’au moins 3.',
    '« Régie » ne fait pas partie des choix possibles. Choix possibles : Directe, Concédée.',
    '« paul@ » n’est pas une adresse électronique',
    `« École déjà là » (n° ${other.id}) porte déjà ce SIRET`,
    'Les secteurs choisis n’ont pas d’administration de tutelle',
  ])
    expect(report).toContain(told)

  await elodie.post(`${address}/corriger`, {
    'cellule-5-1': someSiret(2),
    'cellule-7-11': 'Enseignement supérieur et Recherche',
    'cellule-8-6': 'Ecole primaire (maternelle et élémentaire)',
    'cellule-9-4': '20',
    'cellule-9-8': 'Directe',
    'cellule-11-12': 'paul@mairie.example',
    'cellule-12-1': someSiret(77),
    'cellule-13-11': '',
  })
  expect(await text(elodie.get(address))).toContain('Tout est juste')
  await elodie.post(`${address}/enregistrer`)
  expect(await text(elodie.get(address))).toContain('8 lignes enregistrées')
  const mine = () =>
    database.rows<{ name: string; sectors: string[] }>(
      `select name, sectors from canteen join canteen_member on canteen_id = id
       where person_id = $1 and archived_at is null order by siret`,
      [elodie.person.id],
    )
  expect((await mine()).map(({ name }) => name)).toEqual([
    'École Jean-Moulin',
    'École des Lilas',
    'Restaurant de l’université',
    'École Jules-Ferry',
    'Crèche Les P’tits Loups',
    'École du Bourg',
    'Restaurant municipal',
    'École Victor-Hugo',
  ])
  expect((await mine())[4]?.sectors).toEqual(['social_creche', 'social_ime'])
  await runJobs()

  await elodie.post(`${address}/annuler`)
  expect(await text(elodie.get(address))).toContain('8 lignes comme avant l’import')
  expect(await mine()).toEqual([])
  expect(await database.rows('select from canteen_invitation')).toEqual([])
})
