import { expect, test } from 'vitest'
import { lineMinistries } from '../../law/canteen.ts'
import { sectors } from '../../law/sectors.ts'
import type { TableFormat } from '../../platform/tables/columns.ts'
import { importTable } from '../../platform/tables/import-table.ts'
import { tableSchema } from '../../platform/tables/table-schema.ts'
import { writeTemplate } from '../../platform/tables/template.ts'
import { createFormat, managersFormat, updateFormat } from './formats.ts'

const headersOf = (format: TableFormat<never>) =>
  Object.values(format.columns).map((column) => (column as { header: string }).header)
const SHARED =
  'siret_cuisine_centrale nombre_repas_jour nombre_repas_an secteurs type_production type_gestion modèle_économique groupe_id administration_tutelle gestionnaires_additionnels'

test('columns have their published titles, in the published order', () => {
  const [create, update] = [createFormat, updateFormat].map((format) => headersOf(format as never).join(' '))
  expect(create).toBe(`siret nom ${SHARED}`)
  expect(update).toBe(`cantine_id siret siren_unite_legale nom code_insee ${SHARED}`)
  expect(headersOf(managersFormat as never).join(' ')).toBe('siret gestionnaires_additionnels source_donnees')
})

const right: Record<string, string> = {
  cantine_id: '4294967297',
  siret: '21350051500019',
  nom: 'École Jean-Moulin',
  nombre_repas_jour: '120',
  nombre_repas_an: '16 800',
  secteurs: 'Ecole primaire (maternelle et élémentaire)',
  type_production: 'Restaurant avec cuisine sur place',
  type_gestion: 'Directe',
  modèle_économique: 'Public',
}
const universities = {
  ...right,
  secteurs: 'Supérieur et Universitaire',
  administration_tutelle: 'Enseignement supérieur et Recherche',
}

async function read<Row>(format: TableFormat<Row>, ...lines: Record<string, string>[]) {
  const titles = headersOf(format as never)
  const text = [titles, ...lines.map((line) => titles.map((title) => line[title] ?? ''))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
    .join('\n')
  const rows: Row[] = []
  const report = await importTable({ name: 'x.csv', bytes: Buffer.from(text) }, format, {
    onRows: async (some) => void rows.push(...some.map(({ values }) => values)),
  })
  return { ...report, rows, told: report.errors.map(({ row, column, code }) => `${row} ${column} ${code}`) }
}

test('sectors and ministries are read by label, former label or code, whoever typed them', async () => {
  for (const { id, label, ...sector } of sectors)
    for (const typed of [
      label,
      id,
      label.replaceAll("'", '’').toUpperCase(),
      ...('formerLabels' in sector ? (sector.formerLabels ?? []) : []),
    ])
      expect(createFormat.columns.sectorList.read(`${typed} , IME/ITEP;social_esat`).value, typed).toEqual([
        ...new Set([id, 'social_ime', 'social_esat']),
      ])
  for (const { id, label } of lineMinistries)
    for (const typed of [label, id, label.normalize('NFD').toLowerCase()])
      expect(createFormat.columns.lineMinistry.read(typed).value, typed).toBe(id)
  expect([sectors.length, lineMinistries.length]).toEqual([26, 19])
})

test('right rows say records', async () => {
  const { rows, errors } = await read(createFormat, right, {
    ...universities,
    siret: '35600000049837',
    modèle_économique: 'public',
    type_production: 'site_cooked_elsewhere',
    groupe_id: '12',
  })
  expect(errors).toEqual([])
  expect(rows).toMatchObject([
    { siret: '21350051500019', yearlyMealCount: 16_800, sectorList: ['education_primaire'], managers: [], groupId: null },
    { productionType: 'site_cooked_elsewhere', lineMinistry: 'enseignement_superieur', groupId: 12 },
  ])
  const update = await read(updateFormat, right, {
    ...right,
    cantine_id: '2',
    siret: '',
    siren_unite_legale: '213500515',
    code_insee: '2a004',
  })
  expect(update.errors).toEqual([])
  expect(update.rows).toMatchObject([{ id: 4_294_967_297 }, { siren: '213500515', inseeCode: '2A004' }])
})

test('everything wrong with a row comes at once, cells and rules, each at its column', async () => {
  const { told, errors } = await read(createFormat, {
    ...right,
    siret: '2,1391E+13',
    nom: 'a'.repeat(201),
    siret_cuisine_centrale: '21330063500017',
    nombre_repas_jour: '2',
    nombre_repas_an: 'beaucoup',
    secteurs: 'Crèche, IME / ITEP, Hôpitaux, Cliniques',
    type_gestion: 'Régie',
    groupe_id: '7',
    administration_tutelle: 'Armées',
    gestionnaires_additionnels: 'jeanne@',
  })
  expect(told).toEqual([
    '2 siret digits_eaten',
    '2 nombre_repas_an not_a_number',
    '2 type_gestion unknown_choice',
    '2 gestionnaires_additionnels not_an_email',
    '2 nom too_long',
    '2 secteurs too_many',
    '2 administration_tutelle not_asked',
    '2 nombre_repas_jour too_small',
    '2 groupe_id not_for_on_site',
  ])
  expect(errors.find(({ code }) => code === 'too_small')?.message).toBe('Le nombre de repas par jour est d’au moins 3.')
})

test.each<[string, TableFormat<never>, Record<string, string>, string[]]>([
  ['a SIRET badly copied', createFormat as never, { siret: '21350051500018' }, ['siret wrong_check_digit']],
  ['a group', createFormat as never, { type_production: 'groupe' }, ['type_production not_a_place']],
  ['a central kitchen', createFormat as never, { type_production: 'Cuisine centrale et site' }, ['type_production not_a_place']],
  [
    'a public university without ministry',
    createFormat as never,
    { secteurs: 'Supérieur et Universitaire' },
    ['administration_tutelle missing'],
  ],
  ['no number', updateFormat as never, { siret: '' }, ['siret missing', 'siren_unite_legale missing']],
  [
    'both numbers',
    updateFormat as never,
    { siren_unite_legale: '213500515' },
    ['siret both_numbers', 'siren_unite_legale both_numbers'],
  ],
  ['a SIREN without commune', updateFormat as never, { siret: '', siren_unite_legale: '213500515' }, ['code_insee missing']],
  [
    'a postcode',
    updateFormat as never,
    { siret: '', siren_unite_legale: '213500515', code_insee: '35510' },
    ['code_insee unknown_commune'],
  ],
  ['a commune beside a SIRET', updateFormat as never, { code_insee: 'illisible' }, []],
])('%s', async (_what, format, changes, expected) => {
  expect((await read(format, { ...right, ...changes })).told).toEqual(expected.map((one) => `2 ${one}`))
})

test('what is not a commune code gets the one that was probably meant', async () => {
  const place = { ...right, siret: '', siren_unite_legale: '213500515' }
  const codes = ['35510', '1004', '35000', '75']
  const { errors } = await read(
    updateFormat,
    ...codes.map((code, at) => ({ ...place, cantine_id: `${at + 1}`, code_insee: code })),
  )
  expect(errors.map(({ message }) => message.replace(/.*d’une commune/, ''))).toEqual([
    ' mais un code postal. Le code INSEE de Cesson-Sévigné est « 35051 ».',
    ' : le tableur a peut-être retiré un zéro. Celui de Ambérieu-en-Bugey s’écrit « 01004 », au format « Texte ».',
    ' mais un code postal. Le code INSEE de Rennes est « 35238 ».',
    ' : il a cinq caractères et diffère souvent du code postal.',
  ])
})

test('numbers that may come once are told at their second row', async () => {
  const { told } = await read(updateFormat, right, { ...right, nom: 'Autre' })
  expect(told).toEqual(['3 cantine_id duplicate', '3 siret duplicate'])
})

test('addresses are read as people paste them', () => {
  const { read: emails } = managersFormat.columns.managers
  expect(emails('Jeanne Le Goff <Jeanne@Mairie.example>;\npaul@mairie.example, jeanne@mairie.example').value).toEqual([
    'jeanne@mairie.example',
    'paul@mairie.example',
  ])
  expect(emails(' , ').error?.code).toBe('not_an_email')
  expect(emails(Array.from({ length: 51 }, (_, at) => `p${at}@mairie.example`).join(' ')).error?.code).toBe('too_many_emails')
})

test.each([createFormat, updateFormat, managersFormat] as unknown as TableFormat<never>[])(
  '$kind: the examples read and satisfy the schema',
  (format) => {
    for (const { name, example, constraints } of tableSchema(format).fields) {
      const column = Object.values<{ header: string; read(cell: string): { error?: unknown } }>(format.columns).find(
        ({ header }) => header === name,
      )
      expect(column?.read(example).error, name).toBeUndefined()
      const { pattern, enum: words } = constraints as { pattern?: string; enum?: readonly string[] }
      if (pattern) expect(example).toMatch(new RegExp(pattern))
      if (words) expect(words).toContain(example)
    }
  },
)

test('an empty template has no row to import', async () => {
  const bytes = await writeTemplate(createFormat)
  expect((await importTable({ name: 'x', bytes }, createFormat)).errors).toMatchObject([{ code: 'no_rows' }])
})
