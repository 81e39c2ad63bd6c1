// Whatever a file holds: nothing throws, what is refused says why in French, what is kept is right.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf, type Line } from '../../../tools/testing/canteen-files.ts'
import { canteenWith, group, school, someSiret } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { lineMinistries, managementTypes, productionTypes } from '../../law/canteen.ts'
import { checkCanteenRecord } from '../../law/canteen-record.ts'
import { sectors } from '../../law/sectors.ts'
import { importTable } from '../../platform/tables/import-table.ts'
import { findByIds, idOf, recordOf } from '../canteens/canteens.ts'
import type { AnyImportKind } from '../imports/imports.ts'
import { createKind } from './create.kind.ts'
import { updateKind } from './update.kind.ts'

const mess = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e99',
    '2,1391E+13',
    '#REF!',
    "=cmd|'/c calc'!A1",
    'null',
    'NaN',
    '__proto__',
    'constructor',
    '31/12/2026',
    '\u00a0',
    '999999999999999999',
  ),
  fc.double().map(String),
)
const some = (...right: string[]) => fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: mess })
const siret = some('', ...Array.from({ length: 40 }, (_, at) => someSiret(at)), school.siret!, '35600000049837')
const labels = (table: readonly { id: string; label: string }[]) => table.flatMap(({ id, label }) => [id, label])
const lists = (words: string[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join(', ')) },
    { weight: 1, arbitrary: mess },
  )

const cells = (ids: number[]) => ({
  cantine_id: some(...ids.map(String)),
  siret,
  siren_unite_legale: some('', '', '213500515', '213500516'),
  nom: some('École', 'Crèche des Lilas'),
  code_insee: some('', '35051', '35510', '1004', '2a004'),
  siret_cuisine_centrale: some('', '', '21330063500017'),
  nombre_repas_jour: some('3', '120', '2', '1 200'),
  nombre_repas_an: some('420', '16800', '419', '120'),
  secteurs: lists(labels(sectors)),
  type_production: some(...labels(productionTypes)),
  type_gestion: some(...labels(managementTypes)),
  modèle_économique: some('Public', 'Privé'),
  groupe_id: some('', '', ...ids.map(String)),
  administration_tutelle: some('', '', ...labels(lineMinistries)),
  gestionnaires_additionnels: some('', 'jeanne@mairie.example, Paul <paul@mairie.example>'),
})

const rightCells: Line = {
  nom: 'École Jean-Moulin',
  nombre_repas_jour: '120',
  nombre_repas_an: '16 800',
  secteurs: 'Crèche, Ecole primaire (maternelle et élémentaire)',
  type_production: 'Restaurant satellite',
  type_gestion: 'concédée',
  modèle_économique: 'PUBLIC',
}

test.each<[AnyImportKind]>([[createKind], [updateKind]])(
  '$format.kind',
  async (kind) => {
    const { platform, as } = await testSite()
    const { person } = await as('elodie@ecole.example')
    const mine = await canteenWith(platform, [[person, 'administrator']])
    const another = await canteenWith(platform, [[person, 'administrator']], { ...school, siret: someSiret(900) })
    const theirs = await canteenWith(platform, [], { ...school, siret: someSiret(901) })
    const groups = await canteenWith(platform, [[person, 'administrator']], group)
    const titles = Object.values<{ header: string }>(kind.format.columns).map(({ header }) => header)
    const known = cells([mine.id, another.id, theirs.id, groups.id])
    const anything = fc.record(Object.fromEntries(Object.entries(known).filter(([title]) => titles.includes(title))))
    const number = fc.nat(400).map(someSiret)
    const right = number.map((siret) => ({
      ...rightCells,
      siret,
      ...(titles.includes('cantine_id') && { cantine_id: `${mine.id}` }),
    }))
    // Mostly right, with a few cells changed; or anything anywhere.
    const nearlyRight = fc
      .tuple(right, anything, fc.subarray(titles, { maxLength: 3 }))
      .map(([line, other, changed]) => ({ ...line, ...Object.fromEntries(changed.map((title) => [title, other[title] ?? ''])) }))
    const line = fc.oneof(right, nearlyRight, nearlyRight, anything)
    let [kept, refused] = [0, 0]
    const rolledBack = new Error('rolled back')
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const attempt = platform.database.transaction(async (db) => {
          const run = kind.open({ platform, db, person, isStaff: false, now: platform.now(), importId: null })
          const written: string[] = []
          const report = await importTable(csvOf(lines), kind.format, {
            checkBatch: run.check,
            onRows: async (rows) => {
              const changes = await run.write(rows)
              if (!('added' in changes)) for (const { subject } of changes) written.push(subject)
            },
          })
          kept += report.accepted
          refused += report.rejected
          for (const { column, message } of report.unreadable ? [] : report.errors) {
            expect(titles).toContain(column)
            expect(message).toMatch(/^[«A-ZÀÉÊ\d].*[a-zéà].*[.?)»]$/s)
            expect(message).not.toMatch(/undefined|null(?! »)|NaN(?! »)|\[object/)
          }
          const ids = written.map((subject) => idOf(subject.slice('canteen:'.length))!)
          for (const canteen of await findByIds(db, ids)) expect(checkCanteenRecord(recordOf(canteen))).toEqual([])
          throw rolledBack
        })
        await expect(attempt).rejects.toBe(rolledBack)
      }),
      { numRuns: 150 },
    )
    expect([kept > 50, refused > 200], `${kept} kept, ${refused} refused`).toEqual([true, true])
  },
  60_000,
)
