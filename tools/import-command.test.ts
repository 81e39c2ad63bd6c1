import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readCommand, runCommand, WrongCommand } from './import-command.ts'
import { countLoans, createLoans, loanImport, staffLoanImport } from './testing/loan-imports.ts'
import { HEADERS, loanCells } from './testing/loans.ts'
import { testSite } from './testing/platform.ts'

const KINDS = [loanImport(), staffLoanImport]

async function setUp() {
  const site = await testSite({}, undefined, KINDS)
  await createLoans(site.platform.database)
  const folder = mkdtempSync(join(tmpdir(), 'ma-cantine-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return {
    ...site,
    file(rows: readonly (readonly string[])[] | string, name = 'emprunts.csv') {
      const path = join(folder, name)
      writeFileSync(path, typeof rows === 'string' ? rows : [HEADERS, ...rows].map((cells) => cells.join(';')).join('\n'))
      return path
    },
    async run(...words: string[]) {
      let out = ''
      const status = await runCommand(site.platform, readCommand(words, KINDS), (text) => {
        out += text
      })
      return { status, out }
    },
    loans: () => countLoans(site.platform.database),
  }
}

test('right rows are written, and one JSON object says so', async () => {
  const { run, file, loans } = await setUp()
  const { status, out } = await run('loans', file([loanCells(1), loanCells(2)]), '--json')
  expect(JSON.parse(out)).toEqual({ accepted: 2, rejected: 0, errors: [], written: 2, unchanged: 0 })
  expect([status, await loans()]).toEqual([0, 2])
})

test('wrong rows write nothing, unless the good ones are to be kept', async () => {
  const { run, file, loans, platform } = await setUp()
  const path = file([loanCells(1), loanCells(2).with(0, '2,1391E+13'), loanCells(3).with(4, 'cher').with(1, '')])
  const refused = await run('loans', path, '--json')
  expect(JSON.parse(refused.out)).toMatchObject({
    accepted: 1,
    rejected: 2,
    errors: [
      { row: 3, column: 'numéro_carte', code: 'digits_eaten', message: expect.stringContaining('2,1391E+13') },
      { row: 4, column: 'titre', code: 'required' },
      { row: 4, column: 'prix', code: 'not_a_number' },
    ],
    written: 0,
  })
  expect([refused.status, await loans()]).toEqual([1, 0])
  expect(await platform.database.rows('select 1 from import'), 'no trace of what was not written').toEqual([])
  const kept = await run('loans', path, '--keep-good')
  expect(kept.out).toContain('1 ligne juste, 2 lignes à corriger')
  expect(kept.out).toContain('Ligne 4, prix : ')
  expect([kept.status, await loans()]).toEqual([1, 1])
})

test('a dry run writes nothing; the same file twice neither', async () => {
  const { run, file, loans } = await setUp()
  const path = file([loanCells(1)])
  const dry = await run('loans', path, '--dry-run')
  expect(dry.out).toContain('Essai seulement')
  expect([dry.status, await loans()]).toEqual([0, 0])
  await run('loans', path)
  for (const more of [[], ['--dry-run']]) {
    const again = await run('loans', path, '--json', ...more)
    expect(JSON.parse(again.out)).toMatchObject({ accepted: 1, rejected: 0, errors: [], written: 0 })
    expect([again.status, await loans()]).toEqual([0, 1])
  }
})

test('it acts for a person, at a given time', async () => {
  const { run, file, as, platform } = await setUp()
  const camille = await as('camille@cantine.example')
  await run('loans', file([loanCells(1)]), '--as', 'Camille@cantine.example', '--now', '2027-02-01')
  expect(await platform.database.rows('select owner from loan')).toEqual([{ owner: camille.person.id }])
  const [made] = await platform.database.rows<{ at: Date }>('select settled_at as at from import')
  expect(made!.at.toISOString().slice(0, 10)).toBe('2027-02-01')
  expect(await (await camille.get('/imports')).text()).toContain('emprunts.csv')
  await expect(run('staff-loans', file([loanCells(2)]), '--as', 'camille@cantine.example')).rejects.toThrow('réservé à l’équipe')
})

test('a file that cannot be read makes one error on row 0', async () => {
  const { run, file, loans } = await setUp()
  for (const path of [file('%PDF-1.7', 'faux.xlsx'), file('x'.repeat(11_000_000), 'lourd.csv'), file('', 'vide.csv')])
    for (const more of [[], ['--dry-run'], ['--keep-good']]) {
      const { status, out } = await run('loans', path, '--json', ...more)
      expect(JSON.parse(out)).toMatchObject({ accepted: 0, rejected: 0, errors: [{ row: 0, column: null }] })
      expect(status).toBe(1)
    }
  expect(await loans()).toBe(0)
})

test('what cannot be tried is said in a sentence', async () => {
  const { run, file } = await setUp()
  const path = file([loanCells(1)])
  for (const [words, sentence] of [
    [['loan', path], 'Sorte de fichier inconnue : loan. Sortes connues : loans, staff-loans.'],
    [['loans', '/nulle/part.csv'], 'Le fichier /nulle/part.csv n’existe pas.'],
    [['loans'], 'Usage :'],
    [['loans', path, '--force'], 'Usage :'],
    [['loans', path, '--now', 'demain'], 'Date illisible'],
    [['loans', path, '--as', 'personne@cantine.example'], 'Aucun compte confirmé'],
  ] as const) {
    const tried = (async () => run(...words))()
    await expect(tried).rejects.toThrow(WrongCommand)
    await expect(tried).rejects.toThrow(sentence)
  }
})

test('the program itself answers 2 on standard error, and says nothing else', () => {
  const done = spawnSync(process.execPath, ['tools/command.mjs', 'import', 'lune', 'x.csv', '--json'], { encoding: 'utf8' })
  expect([done.status, done.stdout]).toEqual([2, ''])
  expect(done.stderr).toContain('Sorte de fichier inconnue : lune')
})
