import { expect, test } from 'vitest'
import { countLoans, createLoans, loanImport, staffLoanImport } from '../../../tools/testing/loan-imports.ts'
import { HEADERS, loanCells } from '../../../tools/testing/loans.ts'
import { type SignedInClient, testSite } from '../../../tools/testing/platform.ts'
import { importTable } from '../../platform/tables/import-table.ts'
import type { AnyImportKind } from './kind.ts'

const STAFF = 'equipe@ma-cantine.example'

async function site(kinds: readonly AnyImportKind[] = [loanImport(), staffLoanImport]) {
  const made = await testSite({ STAFF_EMAILS: STAFF }, undefined, kinds)
  await createLoans(made.platform.database)
  return made
}

const csv = (rows: readonly (readonly string[])[]) => [HEADERS, ...rows].map((cells) => cells.join(';')).join('\n')

function upload(client: SignedInClient, content: string | Uint8Array, { name = 'emprunts.csv', slug = 'emprunts' } = {}) {
  const body = new FormData()
  body.set('fichier', new File([content as never], name))
  return client.request(`/imports/${slug}`, { method: 'POST', body })
}

/** Brings the file; gives the address of its page. */
async function bring(client: SignedInClient, content: string | Uint8Array, name?: string) {
  const answer = await upload(client, content, name === undefined ? {} : { name })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}

const text = async (answer: Response | Promise<Response>) =>
  (await (await answer).text())
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const SEVEN_MISTAKES = [
  loanCells(1).with(0, '2,1391E+13'),
  loanCells(2).with(3, '31/02/2026'),
  loanCells(3).with(1, ''),
  loanCells(4).with(5, 'Romen'),
  loanCells(5).with(5, 'Romen'),
  loanCells(6).with(4, 'cher'),
  loanCells(7).with(9, '01/01/2026'),
  loanCells(8),
]

test('seven mistakes are put right on the page in one pass, then everything is written at once', async () => {
  const { as, platform } = await site()
  const camille = await as('camille@cantine.example')
  const address = await bring(camille, csv(SEVEN_MISTAKES))
  const report = await text(camille.get(address))
  expect(report).toContain('7 lignes à corriger')
  expect(report).toContain('1 ligne juste.')
  expect(report).toContain('Ligne 6, Livre 5')
  expect(await countLoans(platform.database)).toBe(0)
  const fixed = await camille.post(`${address}/corriger`, {
    'cellule-2-1': '10000000000001',
    'cellule-3-4': '28/02/2026',
    'cellule-4-2': 'Gigi',
    'cellule-5-6': 'Roman',
    'partout-cellule-5-6': 'oui',
    'cellule-6-6': 'Romen',
    'cellule-7-5': '12',
    'cellule-8-10': '01/04/2026',
  })
  expect(fixed.headers.get('location')).toBe(address)
  expect(await text(camille.get(address))).toContain('Tout est juste')
  expect(await countLoans(platform.database)).toBe(0)
  await camille.post(`${address}/enregistrer`)
  const outcome = await text(camille.get(address))
  expect(outcome).toContain('8 lignes enregistrées')
  expect(await platform.database.rows('select title, price from loan order by card limit 6')).toEqual([
    { title: 'Livre 1', price: 1250 },
    { title: 'Livre 2', price: 1250 },
    { title: 'Gigi', price: 1250 },
    { title: 'Livre 4', price: 1250 },
    { title: 'Livre 5', price: 1250 },
    { title: 'Livre 6', price: 1200 },
  ])
  const trail = await platform.database.rows(`select kind, actor, detail from trail_entry where stream like 'import:%'`)
  expect(trail).toMatchObject([{ kind: 'import-applied', actor: camille.person.id, detail: { created: 8, rejected: 0 } }])
})

test('nothing is written while something is wrong, unless one keeps the right rows; the others come back in a file', async () => {
  const { as, platform } = await site()
  const camille = await as('camille@cantine.example')
  const address = await bring(camille, csv(SEVEN_MISTAKES))
  await camille.post(`${address}/enregistrer`)
  expect(await countLoans(platform.database)).toBe(0)
  expect(await text(camille.get(address))).toContain('7 lignes à corriger')
  await camille.post(`${address}/corriger`, { garder: 'oui' })
  expect(await text(camille.get(address))).toContain('7 lignes laissées de côté')
  expect(await countLoans(platform.database)).toBe(1)
  for (const type of ['xlsx', 'csv']) {
    const file = await camille.get(`${address}/erreurs.${type}`)
    expect(file.headers.get('content-disposition')).toContain(`.${type}`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const again = await importTable({ name: 'x', bytes }, loanImport().format)
    expect(again).toMatchObject({ accepted: 0, rejected: 7, aside: [] })
  }
})

test('what was typed is checked before the right rows are kept', async () => {
  const { as, platform } = await site()
  const camille = await as('camille@cantine.example')
  const address = await bring(camille, csv(SEVEN_MISTAKES))
  await camille.post(`${address}/corriger`, { garder: 'oui', 'cellule-7-5': '12' })
  expect(await text(camille.get(address))).toContain('6 lignes à corriger')
  expect(await countLoans(platform.database)).toBe(0)
})

test('a title that says nothing is mapped on the page', async () => {
  const { as, platform } = await site()
  const camille = await as('camille@cantine.example')
  const address = await bring(camille, csv([loanCells(1)]).replace('prix', 'montant réglé'))
  const asked = await text(camille.get(address))
  expect(asked).toContain('Quelle colonne est laquelle ?')
  expect(asked).toContain('Il manque la colonne « prix »')
  await camille.post(`${address}/titres`, { 'colonne-E': 'price' })
  expect(await text(camille.get(address))).toContain('Tout est juste')
  expect(await text(camille.get(`${address}/titres`))).toContain('Colonne E : « montant réglé »')
  await camille.post(`${address}/enregistrer`)
  expect(await countLoans(platform.database)).toBe(1)
})

test('an import is taken back, but for what changed since; then the same file can be imported again', async () => {
  const { as, platform } = await site()
  const camille = await as('camille@cantine.example')
  const address = await bring(camille, csv([loanCells(1), loanCells(2), loanCells(3)]))
  await camille.post(`${address}/enregistrer`)
  await platform.database.run(`update loan set price = 1 where title = 'Livre 2'`)
  await camille.post(`${address}/annuler`)
  const undone = await text(camille.get(address))
  expect(undone).toContain('Import annulé')
  expect(undone).toContain('2 lignes comme avant l’import')
  expect(undone).toContain('1 ligne gardée')
  expect(await countLoans(platform.database)).toBe(1)
  await platform.database.run('delete from loan')
  const again = await bring(camille, csv([loanCells(1), loanCells(2), loanCells(3)]))
  await camille.post(`${again}/enregistrer`)
  expect(await countLoans(platform.database)).toBe(3)
})

test('the same file twice is recognised, whatever its spelling, and writes nothing', async () => {
  const { as, platform } = await site()
  const camille = await as('camille@cantine.example')
  const first = await bring(camille, csv([loanCells(1), loanCells(2)]))
  await camille.post(`${first}/enregistrer`)
  await camille.post(`${first}/enregistrer`)
  const second = await bring(camille, csv([loanCells(1).with(4, '12.50 €'), loanCells(2)]), 'copie.csv')
  const said = await text(camille.get(second))
  expect(said).toContain('Ce fichier a déjà été importé')
  expect(said).toContain('23 novembre 2026')
  await camille.post(`${second}/enregistrer`)
  await camille.post(`${second}/corriger`, { garder: 'oui' })
  expect(await countLoans(platform.database)).toBe(2)
  // Someone else may know nothing of it: for them, the cards are taken.
  const other = await as('karim@cantine.example')
  expect(await text(other.get(await bring(other, csv([loanCells(1), loanCells(2)]))))).toContain('2 lignes à corriger')
})

test('what became wrong between the check and the writing stops everything', async () => {
  const { as, platform } = await site()
  const camille = await as('camille@cantine.example')
  const address = await bring(camille, csv([loanCells(1), loanCells(2)]))
  await platform.database.run(`insert into loan values ('10000000000002', 'Prêté entre-temps', 1, null)`)
  await camille.post(`${address}/enregistrer`)
  expect(await text(camille.get(address))).toContain('1 ligne à corriger')
  expect(await countLoans(platform.database)).toBe(1)
})

test('a large file is checked, written and taken back by jobs, and tells how far it is', async () => {
  const { as, platform, runJobs } = await site()
  const camille = await as('camille@cantine.example')
  const address = await bring(camille, csv(Array.from({ length: 1500 }, (_, at) => loanCells(at))))
  expect(await text(camille.get(address))).toContain('Vérification en cours')
  await runJobs()
  expect(await text(camille.get(address))).toContain('1 500 lignes prêtes')
  await camille.post(`${address}/enregistrer`)
  const state = await (await camille.get(`${address}/avancement`)).json()
  expect(state).toEqual({ state: 'applying', rows: 0, text: 'Cela commence dans un instant.' })
  await runJobs()
  expect(await countLoans(platform.database)).toBe(1500)
  await camille.post(`${address}/annuler`)
  await runJobs()
  expect(await text(camille.get(address))).toContain('1 500 lignes comme avant l’import')
  expect(await countLoans(platform.database)).toBe(0)
})
