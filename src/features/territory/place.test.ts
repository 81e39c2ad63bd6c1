import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { communes } from './list.ts'
import { placeOf } from './territory.ts'

test('a code gives everything that an address tells', () => {
  expect(placeOf('97411')).toEqual({
    code: '97411',
    name: 'Saint-Denis',
    postcode: '97400',
    department: { code: '974', label: 'La Réunion' },
    region: { code: '04', label: 'La Réunion' },
    epci: { code: '249740119', label: 'CA Intercommunale du Nord de la Réunion (CINOR)' },
    population: expect.any(Number),
    current: true,
    currentCode: '97411',
  })
  expect(placeOf(' 2a004 ')).toMatchObject({ code: '2A004', name: 'Ajaccio', region: { code: '94', label: 'Corse' } })
  expect(placeOf('99999')).toBeNull()
  expect(placeOf('')).toBeNull()
})

test.each([
  ['75056', '75120', '200054781', 'Métropole du Grand Paris'],
  ['69123', '69381', '200046977', 'Métropole de Lyon'],
  ['13055', '13216', '200054807', "Métropole d'Aix-Marseille-Provence"],
])('the districts of %s are in its intercommunality, and lead to it', (commune, district, code, label) => {
  expect(placeOf(commune)).toMatchObject({ current: true, currentCode: commune, epci: { code, label } })
  expect(placeOf(district)).toMatchObject({ code: district, current: false, currentCode: commune, epci: { code, label } })
  expect(placeOf(district)?.postcode).toMatch(/^(75020|69001|13016)$/)
})

test('the metropolis of Lyon is an intercommunality of the Rhône; a town around it too', () => {
  expect(placeOf('69256')).toMatchObject({
    name: 'Vaulx-en-Velin',
    department: { code: '69', label: 'Rhône' },
    epci: { code: '200046977' },
  })
})

test('a former commune keeps its name and leads to the one it is part of', () => {
  const former = placeOf('59355')
  expect(former).toMatchObject({ name: 'Lomme', current: false, currentCode: '59350', population: null })
  expect(former?.epci).toEqual(placeOf('59350')?.epci)
  // Lille has several postcodes: nothing says which one is Lomme's.
  expect(former?.postcode).toBeNull()
  // Montluel and Cordieux share theirs.
  expect(placeOf('01120')).toMatchObject({ name: 'Cordieux', currentCode: '01262', postcode: '01120' })
  // A code that a former commune lent to the one that replaced it is that of the present one.
  expect(placeOf('01015')).toMatchObject({ name: 'Arboys en Bugey', current: true })
})

test('where there is no intercommunality, none is made up', () => {
  for (const code of ['29083', '85113', '97801', '97502', '98818']) expect(placeOf(code)?.epci, code).toBeNull()
})

test('every place of the list is complete, and agrees with the official list of intercommunalities', () => {
  const epcis: { code: string; nom: string; membres: { code: string }[] }[] = JSON.parse(
    readFileSync('node_modules/@etalab/decoupage-administratif/data/epci.json', 'utf8'),
  )
  const places = [...communes().keys()].map((code) => placeOf(code)!)
  expect(places.filter(({ department, region }) => !department.label || !region.label)).toEqual([])
  expect(places.filter(({ currentCode }) => placeOf(currentCode)?.current !== true)).toEqual([])
  const without = places.filter(({ code, epci }) => epci === null && !/^(97[578]|98)/.test(code))
  expect(without.map(({ name }) => name).sort()).toEqual(["L'Île-d'Yeu", 'Ouessant', 'Île-de-Bréhat', 'Île-de-Sein'])
  const members = epcis.flatMap(({ code, nom, membres }) =>
    membres.map((member) => ({ code: member.code, epci: { code, label: nom } })),
  )
  const wrong = members.filter(
    ({ code, epci }) => placeOf(code)?.epci?.code !== epci.code || placeOf(code)?.epci?.label !== epci.label,
  )
  expect(wrong).toEqual([])
})
