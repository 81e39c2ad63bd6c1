import { expect, test } from 'vitest'
import { type Line, sendFile, sendLines, takeBack, type Who } from '../../../tools/testing/canteen-files.ts'
import {
  canteenWith,
  group as groupRecord,
  satellite as satelliteRecord,
  school,
  someSiret,
} from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { readTrail } from '../../platform/database/trail.ts'
import { findBySirets, findCanteen, findRole, streamOf } from '../canteens/canteens.ts'
import { groupOf } from '../groups/groups.ts'
import type { AnyImportKind, RowChange } from '../imports/imports.ts'
import { createKind } from './create.kind.ts'
import { managersKind } from './team.kind.ts'
import { updateKind } from './update.kind.ts'

const line: Line = {
  siret: '21350051500019',
  nom: 'École Jean-Moulin',
  nombre_repas_jour: '120',
  nombre_repas_an: '16800',
  secteurs: 'Ecole primaire (maternelle et élémentaire)',
  type_production: 'Restaurant avec cuisine sur place',
  type_gestion: 'Directe',
  modèle_économique: 'Public',
}
const satellite = { ...line, siret: '21330063500017', type_production: 'Restaurant satellite' }

async function opened() {
  const site = await testSite()
  const { platform } = site
  const elodie = (await site.as('elodie@ecole.example')).person
  const paul = (await site.as('paul@ailleurs.example')).person
  return {
    ...site,
    database: platform.database,
    send: (kind: AnyImportKind, lines: Line[], who?: Who) => sendLines(platform, kind, lines, who),
    undo: (kind: AnyImportKind, changes: readonly RowChange[], who?: Who) => takeBack(platform, kind, changes, who),
    elodie: { person: elodie, isStaff: false },
    paul: { person: paul, isStaff: false },
  }
}

test('a file creates canteens, whoever sends it administers them, the trail tells it', async () => {
  const { send, elodie, database } = await opened()
  const { errors, changes } = await send(createKind, [line, satellite], elodie)
  expect(errors).toEqual([])
  expect(changes.map(({ row, outcome }) => [row, outcome])).toEqual([
    [2, 'created'],
    [3, 'created'],
  ])
  const found = await findBySirets(database, [line.siret!, satellite.siret!])
  expect(found.map(({ productionType }) => productionType)).toEqual(['site', 'site_cooked_elsewhere'])
  for (const { id } of found) {
    expect(await findRole(database, id, elodie.person.id)).toBe('administrator')
    expect(await readTrail(database, streamOf(id), { most: 5 })).toMatchObject([
      { kind: 'created', detail: { source: 'import' } },
    ])
  }
})

test('a SIRET already there is told with its canteen and the way out', async () => {
  const { send, platform, elodie, paul } = await opened()
  const mine = await canteenWith(platform, [[elodie.person, 'administrator']])
  const nobodys = await canteenWith(platform, [], { ...school, siret: satellite.siret! })
  const { errors, messages } = await send(createKind, [line, satellite], elodie)
  expect(errors).toEqual(['2 siret siret_exists', '3 siret siret_exists'])
  expect(messages[0]).toContain(`« École Jean-Moulin » (n° ${mine.id}) porte déjà ce SIRET et vous l’administrez.`)
  expect(messages[1]).toContain(
    `personne ne s’en occupe. Laissez cette ligne de côté, puis revendiquez la cantine : /cantines/${nobodys.id}/revendiquer.`,
  )
  expect((await send(createKind, [line], paul)).messages[0]).toContain(
    `demandez à rejoindre l’équipe : /cantines/${mine.id}/rejoindre`,
  )
})

test('a group is one, exists and is administered by whoever brings a satellite into it', async () => {
  const { send, platform, elodie, paul } = await opened()
  const group = await canteenWith(platform, [[elodie.person, 'administrator']], groupRecord)
  const other = await canteenWith(platform, [[elodie.person, 'administrator']])
  const joining = (id: number) => ({ ...satellite, groupe_id: `${id}` })
  expect((await send(createKind, [joining(group.id)], paul)).errors).toEqual(['2 groupe_id not_group_administrator'])
  expect((await send(createKind, [joining(other.id)], elodie)).errors).toEqual(['2 groupe_id not_a_group'])
  expect((await send(createKind, [joining(999)], elodie)).errors).toEqual(['2 groupe_id unknown_group'])
})

const stored = (id: number): Line => ({ cantine_id: `${id}`, ...line })

test('an update replaces the record, erases what is empty, and leaves alone what says the same', async () => {
  const { send, platform, database, elodie } = await opened()
  const canteen = await canteenWith(platform, [[elodie.person, 'administrator']])
  const place = { siret: '', siren_unite_legale: '213500515', code_insee: '35051' }
  expect((await send(updateKind, [stored(canteen.id)], elodie)).changes).toMatchObject([{ outcome: 'unchanged' }])
  const { errors, changes } = await send(updateKind, [{ ...stored(canteen.id), ...place, nom: 'École Moulin' }], elodie)
  expect([errors, changes[0]?.outcome]).toEqual([[], 'changed'])
  expect(await findCanteen(database, canteen.id)).toMatchObject({
    name: 'École Moulin',
    siret: null,
    siren: '213500515',
    inseeCode: '35051',
  })
  expect((await readTrail(database, streamOf(canteen.id), { most: 1 }))[0]).toMatchObject({
    kind: 'changed',
    actor: elodie.person.id,
    detail: { name: ['École Jean-Moulin', 'École Moulin'], siret: [line.siret, null] },
  })
})

test('one changes what one administers and what lives, under a number that is free', async () => {
  const { send, platform, database, elodie, paul } = await opened()
  const one = await canteenWith(platform, [
    [elodie.person, 'administrator'],
    [paul.person, 'entry'],
  ])
  const other = await canteenWith(platform, [[elodie.person, 'administrator']], { ...school, siret: satellite.siret! })
  const gone = await canteenWith(platform, [[elodie.person, 'administrator']], { ...school, siret: '21590350100017' })
  await database.run('update canteen set archived_at = $2 where id = $1', [gone.id, TODAY])
  expect((await send(updateKind, [stored(one.id)], paul)).errors).toEqual(['2 cantine_id not_administrator'])
  expect((await send(updateKind, [stored(one.id)])).errors, 'the staff may').toEqual([])
  const { errors, messages } = await send(
    updateKind,
    [stored(12_345), { ...stored(one.id), siret: other.siret! }, { ...stored(gone.id), siret: '21590350100017' }],
    elodie,
  )
  expect(errors).toEqual(['2 cantine_id unknown_canteen', '3 siret siret_exists', '4 cantine_id archived'])
  expect(messages[1]).toContain(`(n° ${other.id}) porte déjà ce SIRET`)
})

test('people are invited with one mail each, and the file is taken back with what it brought along', async () => {
  const { send, undo, platform, database, runJobs, mailsTo, elodie } = await opened()
  const group = await canteenWith(platform, [[elodie.person, 'administrator']], groupRecord)
  const lines = [
    { ...line, gestionnaires_additionnels: 'Jeanne <jeanne@mairie.example>, paul@ailleurs.example' },
    { ...satellite, groupe_id: `${group.id}`, gestionnaires_additionnels: 'jeanne@mairie.example' },
  ]
  const { errors, changes } = await send(createKind, lines, elodie)
  expect(errors).toEqual([])
  await runJobs()
  const mails = (await mailsTo('jeanne@mairie.example')).filter(({ subject }) => subject.includes('équipes de 2 cantines'))
  expect(mails).toHaveLength(1)
  const [place, delivered] = (await findBySirets(database, [line.siret!, satellite.siret!])).map(({ id }) => id)
  expect(await groupOf(database, delivered!, '2026-11-23')).toMatchObject({ groupId: group.id, from: '2026-01-01', to: null })
  expect(await undo(createKind, changes, elodie)).toEqual({ undone: 2, kept: 0 })
  expect((await findCanteen(database, place!))?.archivedAt).toEqual(TODAY)
  expect(await groupOf(database, delivered!, '2026-01-01')).toBeNull()
  expect(await database.rows('select from canteen_invitation')).toEqual([])
  expect((await send(createKind, lines, elodie)).errors, 'the numbers are free again').toEqual([])
})

test('what someone touched since is kept', async () => {
  const { send, undo, database, elodie } = await opened()
  const { changes } = await send(createKind, [line, satellite], elodie)
  const [touched] = await findBySirets(database, [line.siret!])
  const renamed = { cantine_id: `${touched!.id}`, ...line, nom: 'École Moulin' }
  const update = await send(updateKind, [renamed], elodie)
  expect(await undo(createKind, changes, elodie)).toEqual({ undone: 1, kept: 1 })
  expect((await findBySirets(database, [line.siret!, satellite.siret!])).map(({ name }) => name)).toEqual(['École Moulin'])
  expect(await undo(updateKind, update.changes, elodie)).toEqual({ undone: 1, kept: 0 })
  expect((await findCanteen(database, touched!.id))?.name).toBe('École Jean-Moulin')
})

test('an update puts a satellite into a group, another one, none; each is taken back', async () => {
  const { send, undo, platform, database, elodie } = await opened()
  const mine = [[elodie.person, 'administrator']] as const
  const [first, second] = [await canteenWith(platform, mine, groupRecord), await canteenWith(platform, mine, groupRecord)]
  const one = await canteenWith(platform, mine, satelliteRecord)
  const put = (groupe_id: string, more: Line = {}) =>
    send(updateKind, [{ cantine_id: `${one.id}`, ...satellite, siret: line.siret!, groupe_id, ...more }], elodie)
  const today = async () => (await groupOf(database, one.id, '2026-11-23'))?.groupId ?? null
  await put(`${first.id}`)
  expect(await groupOf(database, one.id, '2026-01-01')).toMatchObject({ groupId: first.id })
  expect((await put(`${first.id}`)).changes, 'there already').toMatchObject([{ outcome: 'unchanged' }])
  const moved = await put(`${second.id}`)
  expect(await today()).toBe(second.id)
  expect(await groupOf(database, one.id, '2026-11-22')).toMatchObject({ groupId: first.id, to: '2026-11-22' })
  expect(await undo(updateKind, moved.changes, elodie)).toEqual({ undone: 1, kept: 0 })
  expect(await today()).toBe(first.id)
  expect((await put('', { type_production: 'site' })).errors, 'still in a group').toEqual(['2 type_production bound_to_group'])
  const left = await put('')
  expect(await today()).toBeNull()
  expect(await undo(updateKind, left.changes, elodie)).toEqual({ undone: 1, kept: 0 })
  expect(await today()).toBe(first.id)
})

test('an update is not taken back onto a number that another canteen took', async () => {
  const { send, undo, platform, database, elodie } = await opened()
  const canteen = await canteenWith(platform, [[elodie.person, 'administrator']])
  const { changes } = await send(updateKind, [{ ...stored(canteen.id), siret: someSiret(1) }], elodie)
  await canteenWith(platform, [])
  expect(await undo(updateKind, changes, elodie)).toEqual({ undone: 0, kept: 1 })
  expect((await findCanteen(database, canteen.id))?.siret).toBe(someSiret(1))
})

test('the staff puts people in teams without a mail, says where that comes from, and can take it back', async () => {
  const { send, undo, platform, database, runJobs, mailsTo, elodie, paul } = await opened()
  const nobodys = await canteenWith(platform, [])
  const staffed = await canteenWith(platform, [[elodie.person, 'administrator']], { ...school, siret: satellite.siret! })
  const people = { gestionnaires_additionnels: 'paul@ailleurs.example, jeanne@mairie.example', source_donnees: 'Académie' }
  const lines = [line.siret!, satellite.siret!].map((siret) => ({ siret, ...people }))
  expect((await send(managersKind, [...lines, { siret: someSiret(1), ...people }])).errors).toEqual(['4 siret unknown_canteen'])
  const again = await send(managersKind, lines)
  expect(
    again.changes.map(({ outcome }) => outcome),
    'asked twice',
  ).toEqual(['unchanged', 'unchanged'])
  expect(await findRole(database, nobodys.id, paul.person.id)).toBe('administrator')
  expect((await readTrail(database, streamOf(nobodys.id), { most: 1 }))[0]).toMatchObject({
    kind: 'managers-imported',
    detail: { source: 'Académie' },
  })
  await runJobs()
  expect(await mailsTo('jeanne@mairie.example')).toEqual([])
  await database.run('delete from canteen_invitation')
  const { changes } = await send(managersKind, [{ ...lines[0]!, gestionnaires_additionnels: 'jeanne@mairie.example' }])
  expect(changes).toMatchObject([{ outcome: 'changed' }])
  expect(await undo(managersKind, changes)).toEqual({ undone: 1, kept: 0 })
  expect(await database.rows('select from canteen_invitation')).toEqual([])
  expect(await findRole(database, staffed.id, paul.person.id)).toBe('administrator')
})

test('taking back a file of managers gives a canteen back to nobody', async () => {
  const { send, undo, platform, database, paul } = await opened()
  const nobodys = await canteenWith(platform, [])
  const people = { siret: line.siret!, gestionnaires_additionnels: 'paul@ailleurs.example', source_donnees: 'Académie' }
  const { changes } = await send(managersKind, [people])
  expect(await undo(managersKind, changes)).toEqual({ undone: 1, kept: 0 })
  expect(await findRole(database, nobodys.id, paul.person.id)).toBeNull()
})

test('half of a character, which UTF-16 may hold and PostgreSQL refuses, is shown as one that nobody can read', async () => {
  const { platform, database, elodie } = await opened()
  const torn = { ...line, nom: 'École \ud83d Moulin' }
  const text = [Object.keys(torn), Object.values(torn)].map((cells) => cells.join(';')).join('\n')
  const sent = { name: 'x.csv', bytes: Buffer.from(`\ufeff${text}`, 'utf16le') }
  expect((await sendFile(platform, createKind, sent, elodie)).errors).toEqual([])
  expect(await findBySirets(database, [line.siret!])).toMatchObject([{ name: 'École \ufffd Moulin' }])
})
