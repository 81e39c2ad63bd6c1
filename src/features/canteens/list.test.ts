// My canteens, as a person sees them: what each needs, searching, paging; for one and for five thousand.
import { expect, test } from 'vitest'
import { addCanteens, group, satellite, school, someSiret } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { formValues } from '../../platform/http/forms.ts'
import { addMember } from './canteens.ts'
import { readCriteria } from './criteria.ts'
import { pageOfMine } from './list.sql.ts'

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')

async function opened(records: readonly CanteenRecord[]) {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.exemple.fr')
  const ids = await addCanteens(site.platform, records, elodie.person.id)
  const read = async (path = '/mes-cantines') => textOf(await (await elodie.get(path)).text())
  return { site, elodie, ids, read }
}

test('visitors sign in first; a newcomer learns how to begin', async () => {
  const { site, read } = await opened([])
  const answer = await site.get('/mes-cantines?q=jean')
  expect(answer.headers.get('location')).toBe('/connexion?suite=%2Fmes-cantines%3Fq%3Djean')
  const page = await read('/mes-cantines?bienvenue')
  expect(page).toContain('Votre adresse est confirmée')
  expect(page).toContain('Vous n’avez pas encore de cantine ici')
  expect(page).toContain('Faites le point')
})

test('one canteen is shown with what it needs, without a search form', async () => {
  const { read, site, ids } = await opened([{ ...school, inseeCode: null }])
  const page = await read()
  expect(page).toContain('1 cantine, à compléter.')
  expect(page).toContain('Il manque la commune. Compléter la fiche')
  expect(page).toContain('SIRET 213 500 515 00019')
  expect(page).not.toContain('Nom, ville ou numéro')
  await site.platform.database.run(`update canteen set register_state = 'closed' where id = $1`, ids)
  expect(await read()).toContain('établissement fermé, d’après l’annuaire des entreprises. Mettre le SIRET à jour')
})

test('nobody sees the canteens of others, and a role decides what is offered', async () => {
  const { site, ids } = await opened([{ ...school, inseeCode: null }])
  const jean = await site.as('jean@exemple.fr', { prenom: 'Jean', nom: 'Petit' })
  const read = async () => textOf(await (await jean.get('/mes-cantines')).text())
  expect(await read()).not.toContain('Jean-Moulin')
  await addMember(site.platform.database, ids, jean.person.id, 'reader', site.platform.now())
  expect(await read()).toContain('Il manque la commune. Lecture')
})

const MANY: readonly CanteenRecord[] = [
  school,
  { ...satellite, name: 'Collège Sœur-Emmanuelle', siret: someSiret(1), inseeCode: '97411' },
  { ...satellite, name: 'Crèche de l’Étang', siret: someSiret(2), sectorList: ['social_creche'] },
  { ...school, name: 'EHPAD St Michel', siret: null, siren: '213500515', inseeCode: '33243' },
  { ...school, name: 'Lycée Évariste', siret: someSiret(4), inseeCode: null },
  group,
]

test.each([
  ['jean moulin', ['École Jean-Moulin']],
  ['JEAN-MOUL', ['École Jean-Moulin']],
  ['soeur emmanuelle', ['Collège Sœur-Emmanuelle']],
  ['etang', ['Crèche de l’Étang']],
  ['saint-michel', ['EHPAD St Michel']],
  ['St Denis', ['Collège Sœur-Emmanuelle']],
  ['libourne', ['EHPAD St Michel']],
  ['213 500 515 00019', ['École Jean-Moulin']],
  ['213500515', ['Cuisine centrale de Cesson', 'École Jean-Moulin', 'EHPAD St Michel']],
  ['cesson jean', ['École Jean-Moulin']],
  ['nulle part', []],
  ["'); drop table canteen --", []],
])('« %s » finds %j', async (words, expected) => {
  const { site, elodie } = await opened(MANY)
  const criteria = readCriteria(
    formValues([
      ['q', words],
      ['tri', 'nom'],
    ]),
  )
  const { canteens } = await pageOfMine(site.platform.database, elodie.person.id, criteria, 30)
  expect(canteens.map(({ name }) => name)).toEqual(expected)
})

test('filters, orders and pages are kept in the address; what is unknown there is ignored', async () => {
  const { read, site, elodie } = await opened(MANY)
  expect(await read('/mes-cantines?type=groupe')).toContain('1 cantine Voir toutes')
  expect(await read('/mes-cantines?departement=974')).toContain('Collège Sœur-Emmanuelle')
  expect(await read('/mes-cantines?secteur=social_creche&role=administration')).toContain('Crèche de l’Étang')
  expect(await read('/mes-cantines?etat=a-completer')).toContain('Lycée Évariste')
  expect(await read('/mes-cantines?etat=archivees')).toContain('Aucune cantine ne répond')
  expect(await read('/mes-cantines?role=lecture')).toContain('Aucune cantine ne répond')
  expect(await read('/mes-cantines?type=lune&etat=x&tri=x&secteur=x&departement=x&page=abc')).toContain('6 cantines, dont 1')
  const names = async (sort: string) => {
    const { canteens } = await pageOfMine(site.platform.database, elodie.person.id, readCriteria(formValues([['tri', sort]])), 2)
    return canteens.map(({ name }) => name)
  }
  expect(await names('a-faire')).toEqual(['Lycée Évariste', 'Collège Sœur-Emmanuelle'])
  expect(await names('nom')).toEqual(['Collège Sœur-Emmanuelle', 'Crèche de l’Étang'])
  expect(await names('code-postal')).toEqual(['EHPAD St Michel', 'Crèche de l’Étang'])
  expect(await read('/mes-cantines?page=99')).toContain('École Jean-Moulin')
})

test('the file of one’s own data holds every canteen, archived ones included', async () => {
  const { elodie, ids, site } = await opened([school, { ...school, name: 'Ancienne école', siret: someSiret(2) }])
  await site.platform.database.run('update canteen set archived_at = now() where id = $1', [ids[1]])
  const { canteens } = (await (await elodie.get('/mon-compte/donnees.json')).json()) as {
    canteens: { name: string; role: string }[]
  }
  expect(canteens.map(({ name, role }) => [name, role])).toEqual([
    ['École Jean-Moulin', 'administrator'],
    ['Ancienne école', 'administrator'],
  ])
})
