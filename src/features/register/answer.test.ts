import { expect, test } from 'vitest'
import { sentAnswer, sentEstablishment } from '../../../tools/testing/register.ts'
import { readEstablishment, readLegalUnit } from './answer.ts'

const SIREN = '213500192'
const SIRET = '21350019200017'
const read = (changed: Record<string, unknown> = {}, unit: Record<string, unknown> = {}) =>
  readEstablishment(sentAnswer(SIREN, [sentEstablishment(SIRET, changed)], unit), SIRET)

test('an open establishment bears its sign, or else the name of its legal unit', () => {
  expect(read()).toEqual({
    found: {
      siret: SIRET,
      siren: SIREN,
      name: 'RESTAURANT SCOLAIRE DU BOURG',
      legalUnitName: 'COMMUNE DE BAZOUGES LA PEROUSE (MAIRIE)',
      inseeCode: '35019',
      communeName: 'Bazouges-la-Pérouse',
      postcode: '35560',
      state: 'open',
      closedOn: null,
      isPublic: true,
    },
  })
  for (const liste_enseignes of [null, [], ['  '], undefined])
    expect(read({ liste_enseignes })).toMatchObject({ found: { name: 'COMMUNE DE BAZOUGES LA PEROUSE (MAIRIE)' } })
})

test('a closed one bears the name of its legal unit, and the day it closed', () => {
  expect(read({ etat_administratif: 'F', date_fermeture: '2024-08-31' })).toMatchObject({
    found: { name: 'COMMUNE DE BAZOUGES LA PEROUSE (MAIRIE)', state: 'closed', closedOn: '2024-08-31' },
  })
  expect(read({ etat_administratif: 'F' })).toMatchObject({ found: { state: 'closed', closedOn: null } })
})

test('the head office is found although nothing else matches', () => {
  const answer = sentAnswer('213500192', [], { siege: sentEstablishment(SIRET) })
  expect(readEstablishment(answer, SIRET)).toMatchObject({ found: { siret: SIRET } })
})

test('what is hidden is unknown, its commune is not', () => {
  const hidden = '[NON-DIFFUSIBLE]'
  expect(
    read(
      { statut_diffusion_etablissement: 'P', adresse: hidden, code_postal: hidden, liste_enseignes: [hidden] },
      { nom_complet: hidden, nature_juridique: '1000' },
    ),
  ).toMatchObject({ found: { name: null, legalUnitName: null, postcode: null, inseeCode: '35019', isPublic: false } })
})

test('several matches, another number, or nothing: not found', () => {
  const two = [sentEstablishment(SIRET), sentEstablishment('21350019200025')]
  const { results } = sentAnswer(SIREN, [sentEstablishment(SIRET)])
  for (const answer of [
    sentAnswer(SIREN, two),
    sentAnswer(SIREN, []),
    sentAnswer(SIREN, [sentEstablishment('21350019200025')]),
    sentAnswer('356000000', [sentEstablishment(SIRET)]),
    { results: [], total_results: 0 },
    { results, total_results: 2 },
    { results: [...results, ...results], total_results: 1 },
  ])
    expect(readEstablishment(answer, SIRET)).toEqual({ found: null })
})

test('wrong types and missing parts are nonsense, whatever they are', () => {
  for (const answer of [
    null,
    [],
    'Bonjour',
    42,
    {},
    { results: {}, total_results: 1 },
    { results: [null], total_results: 1 },
    { results: [], total_results: '0' },
    { erreur: 'Veuillez indiquer au moins un paramètre de recherche.' },
    sentAnswer(SIREN, [sentEstablishment(SIRET, { etat_administratif: 'Z' })]),
    sentAnswer(SIREN, [sentEstablishment(SIRET, { commune: 35019 })]),
    sentAnswer(SIREN, [sentEstablishment(SIRET, { liste_enseignes: 'RESTAURANT' })]),
    sentAnswer(SIREN, [], { nom_complet: { toString: 'x' } }),
  ])
    expect(readEstablishment(answer, SIRET), JSON.stringify(answer)).toBe('nonsense')
})

test('texts are one bounded line without tricks; codes and dates are codes and dates', () => {
  const found = read({
    liste_enseignes: [`  Cantine\u0000\n\t de\u202e l’école\u200b  ${'x'.repeat(5000)}`],
    commune: '99999',
    libelle_commune: 'NULLE PART',
    code_postal: '<b>35</b>',
  })
  expect(found).toMatchObject({ found: { inseeCode: null, communeName: 'NULLE PART', postcode: null } })
  const name = (found as { found: { name: string } }).found.name
  expect(name).toMatch(/^Cantine de l’école x+$/)
  expect(name.length).toBeLessThanOrEqual(200)
  expect(read({ etat_administratif: 'F', date_fermeture: '31/08/2024' })).toMatchObject({ found: { closedOn: null } })
})

test('a legal unit is where its head office is; without it, its place is unknown', () => {
  expect(readLegalUnit(sentAnswer(SIREN, []), SIREN)).toEqual({
    found: {
      siren: SIREN,
      name: 'COMMUNE DE BAZOUGES LA PEROUSE (MAIRIE)',
      inseeCode: '35019',
      communeName: 'Bazouges-la-Pérouse',
      postcode: '35560',
      state: 'open',
      closedOn: null,
      isPublic: true,
    },
  })
  const ended = { etat_administratif: 'C', date_fermeture: '2023-12-31', nature_juridique: '9220', siege: 'ici' }
  expect(readLegalUnit(sentAnswer(SIREN, [], ended), SIREN)).toMatchObject({
    found: { state: 'closed', closedOn: '2023-12-31', isPublic: false, inseeCode: null, communeName: null },
  })
  expect(readLegalUnit(sentAnswer('356000000', []), SIREN)).toEqual({ found: null })
  expect(readLegalUnit(sentAnswer(SIREN, [], { nature_juridique: null }), SIREN)).toMatchObject({ found: { isPublic: null } })
})
