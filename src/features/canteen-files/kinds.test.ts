import { expect, test } from 'vitest'
import { type Line, sendLines, type Who } from '../../../tools/testing/canteen-files.ts'
import { canteenWith, group as groupRecord, school } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { readTrail } from '../../platform/database/trail.ts'
import { findBySirets, findCanteen, findRole, streamOf } from '../canteens/canteens.ts'
import type { AnyImportKind } from '../imports/imports.ts'
import { createKind } from './create.kind.ts'
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
    `personne ne s’en occupe. Retirez cette ligne, puis demandez à vous en occuper : /cantines/${nobodys.id}/`,
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
