import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testSite } from '../../../tools/testing/platform.ts'
import { answerSchema } from './answer-schema.ts'
import { errorCodes, type RequestError } from './errors.ts'
import { evaluateRequest } from './evaluation.ts'
import { practicesSchema, procurementSchema } from './request.ts'

const found = (request: unknown) => evaluateRequest(request).errors?.map(({ pointer, code }) => `${pointer} ${code}`)
const canteen = (sent: object) => found({ dataYear: 2026, canteen: sent })
const amounts = (sent: object, dataYear = 2026) => found({ dataYear, procurement: sent })
const practices = (sent: object) => found({ dataYear: 2026, practices: sent })

/** Each request, and all that is wrong with it. */
const CASES: [string[] | undefined, string[]][] = [
  [found(null), [' wrong_type']],
  [found([]), [' wrong_type']],
  [found('2026'), [' wrong_type']],
  [found({}), ['/dataYear required']],
  [found({ dataYear: null }), ['/dataYear required']],
  [found({ dataYear: '2026' }), ['/dataYear wrong_type']],
  [found({ dataYear: 2026.5 }), ['/dataYear wrong_type']],
  [found({ dataYear: 2018 }), ['/dataYear out_of_range']],
  [found({ dataYear: 2037 }), ['/dataYear out_of_range']],
  [found({ dataYear: 1e30 }), ['/dataYear out_of_range']],
  [found({ dataYear: 2026, cantine: {} }), ['/cantine unknown_field']],
  [
    found({ dataYear: 2026, canteen: [], procurement: 'x', practices: 3 }),
    ['/canteen wrong_type', '/procurement wrong_type', '/practices wrong_type'],
  ],

  [canteen({ cityInseeCode: '97400' }), ['/canteen/cityInseeCode unknown_code']],
  [canteen({ cityInseeCode: 97411 }), ['/canteen/cityInseeCode wrong_type']],
  [canteen({ cityInseeCode: '974110' }), ['/canteen/cityInseeCode too_long']],
  [canteen({ department: '20' }), ['/canteen/department unknown_code']],
  [canteen({ region: '4' }), ['/canteen/region unknown_code']],
  [canteen({ cityInseeCode: '97411', department: '976' }), ['/canteen/department contradiction']],
  [canteen({ cityInseeCode: '97411', region: '06' }), ['/canteen/region contradiction']],
  [canteen({ department: '29', region: '52' }), ['/canteen/region contradiction']],
  [canteen({ sectorList: ['education_primaire', 'école'] }), ['/canteen/sectorList/1 unknown_code']],
  [canteen({ sectorList: ['sante_hopital', 'sante_clinique', 'sante_autre', 'social_ime'] }), ['/canteen/sectorList too_many']],
  [canteen({ sectorList: 'education_primaire' }), ['/canteen/sectorList wrong_type']],
  [canteen({ economicModel: 'Public' }), ['/canteen/economicModel unknown_code']],
  [
    canteen({ managementType: 'régie', productionType: 'cuisine', lineMinistry: 'sante ' }),
    ['/canteen/managementType unknown_code', '/canteen/productionType unknown_code', '/canteen/lineMinistry unknown_code'],
  ],
  [canteen({ economicModel: 'private', lineMinistry: 'armee' }), ['/canteen/lineMinistry not_for_private']],
  [canteen({ dailyMealCount: 2 }), ['/canteen/dailyMealCount out_of_range']],
  [canteen({ dailyMealCount: '150' }), ['/canteen/dailyMealCount wrong_type']],
  [canteen({ dailyMealCount: 1_000_001 }), ['/canteen/dailyMealCount out_of_range']],
  [canteen({ yearlyMealCount: 419 }), ['/canteen/yearlyMealCount out_of_range']],
  [
    canteen({ dailyMealCount: 420, yearlyMealCount: 420 }),
    ['/canteen/dailyMealCount daily_not_below_yearly', '/canteen/yearlyMealCount daily_not_below_yearly'],
  ],
  [canteen({ name: 'École' }), ['/canteen/name unknown_field']],

  [amounts({ valeurTotale: 0 }), ['/procurement/valeurTotale total_not_positive']],
  [amounts({ valeurTotale: '-1' }), ['/procurement/valeurTotale negative']],
  [amounts({ valeurTotale: -1e21 }), ['/procurement/valeurTotale negative']],
  [amounts({ valeurTotale: 10.001 }), ['/procurement/valeurTotale too_many_decimals']],
  [amounts({ valeurTotale: 0.1 + 0.2 }), ['/procurement/valeurTotale too_many_decimals']],
  [amounts({ valeurTotale: 1e-7 }), ['/procurement/valeurTotale too_many_decimals']],
  [amounts({ valeurTotale: '10.000' }), ['/procurement/valeurTotale too_many_decimals']],
  [amounts({ valeurTotale: 1e21 }), ['/procurement/valeurTotale too_large']],
  [amounts({ valeurTotale: '100000000000.01' }), ['/procurement/valeurTotale too_large']],
  [amounts({ valeurTotale: '' }), ['/procurement/valeurTotale not_a_number']],
  [amounts({ valeurTotale: '1 000,50' }), ['/procurement/valeurTotale not_a_number']],
  [amounts({ valeurTotale: '1e3' }), ['/procurement/valeurTotale not_a_number']],
  [amounts({ valeurTotale: true }), ['/procurement/valeurTotale wrong_type']],
  [
    amounts({ valeurBioo: 1, valeur_siqo: 1, constructor: 1 }),
    ['/procurement/valeurBioo unknown_field', '/procurement/valeur_siqo unknown_field', '/procurement/constructor unknown_field'],
  ],
  [amounts({ 'a/b~c': 1 }), ['/procurement/a~1b~0c unknown_field']],
  [
    amounts({ valeurTotale: 100, valeurBio: 100.01 }),
    ['/procurement/valeurBio part_above_total', '/procurement/valeurTotale part_above_total'],
  ],
  [
    amounts({ valeurTotale: 100, valeurBio: 60, valeurSiqo: 50 }),
    [
      '/procurement/valeurBio groups_above_total',
      '/procurement/valeurSiqo groups_above_total',
      '/procurement/valeurTotale groups_above_total',
    ],
  ],
  [
    amounts({ valeurBio: 1, valeurBioDontCommerceEquitable: 2 }),
    ['/procurement/valeurBioDontCommerceEquitable part_above_whole', '/procurement/valeurBio part_above_whole'],
  ],
  [
    amounts({ valeurTotale: 9, valeurViandesVolailles: 5, valeurProduitsDeLaMer: 5 }),
    [
      '/procurement/valeurViandesVolailles meat_fish_above_total',
      '/procurement/valeurProduitsDeLaMer meat_fish_above_total',
      '/procurement/valeurTotale meat_fish_above_total',
    ],
  ],
  [
    amounts({ valeurBio: 0, valeurSiqo: 1, valeurEgalimAutres: 0, valeurViandesVolaillesEgalim: 2 }),
    [
      '/procurement/valeurSiqo meat_fish_quality_above_quality',
      '/procurement/valeurViandesVolaillesEgalim meat_fish_quality_above_quality',
      '/procurement/valeurBio meat_fish_quality_above_quality',
      '/procurement/valeurEgalimAutres meat_fish_quality_above_quality',
    ],
  ],
  [
    amounts({ valeurBoissonsBio: 20, valeurBoissonsBioDontCommerceEquitable: 30 }),
    [
      '/procurement/valeurBoissonsBioDontCommerceEquitable fair_trade_above_organic',
      '/procurement/valeurBoissonsBio fair_trade_above_organic',
    ],
  ],
  [amounts({ valeurBoissonsLabelRouge: 1 }), ['/procurement/valeurBoissonsLabelRouge not_applicable']],
  [
    amounts({ valeurViandesVolailles: 1, valeurViandesVolaillesBio: 2 }),
    [
      '/procurement/valeurViandesVolaillesBio family_above_its_total',
      '/procurement/valeurViandesVolailles family_above_its_total',
    ],
  ],
  [
    amounts({ valeurProduitsDeLaMer: 1, valeurProduitsDeLaMerLocal: 2 }),
    ['/procurement/valeurProduitsDeLaMerLocal origin_above_family', '/procurement/valeurProduitsDeLaMer origin_above_family'],
  ],
  [
    amounts({ valeurAutresFrance: 1, valeurAutresLocal: 2 }, 2025),
    ['/procurement/valeurAutresLocal origin_above_france', '/procurement/valeurAutresFrance origin_above_france'],
  ],
  [amounts({ valeurAutresFrance: 1, valeurAutresLocal: 2 }, 2026), []],

  [practices({ hasWasteDiagnostic: 'oui' }), ['/practices/hasWasteDiagnostic wrong_type']],
  [practices({ wasteActions: ['PORTIONS', 'MAGIE'] }), ['/practices/wasteActions/1 unknown_code']],
  [practices({ vegetarianWeeklyRecurrence: 'daily' }), ['/practices/vegetarianWeeklyRecurrence unknown_code']],
  [
    practices({ donationFrequency: -1, donationQuantity: -0.5 }),
    ['/practices/donationFrequency out_of_range', '/practices/donationQuantity out_of_range'],
  ],
  [practices({ otherWasteAction: 'a'.repeat(1001) }), ['/practices/otherWasteAction too_long']],
  [practices({ communicationSupportUrl: 'javascript:alert(1)' }), ['/practices/communicationSupportUrl not_a_url']],
  [practices({ has_waste_plan: true }), ['/practices/has_waste_plan unknown_field']],
]

test('each slip has its place and its code', () => {
  for (const [codes, expected] of CASES) expect((codes ?? []).sort()).toEqual(expected.sort())
})

test('everything wrong is said at once, and one field in error does not hide another', () => {
  const errors = found({
    dataYear: 2026,
    canteen: { department: '974', region: '53', dailyMealCount: 'deux', sectorList: ['x'] },
    procurement: { valeurTotale: '100', valeurBio: '60', valeurSiqo: '50.001', valeurEgalimAutres: '45', valeurX: 1 },
    practices: { hasWastePlan: 1, communicationSupportUrl: 'x' },
  })
  expect(errors).toEqual([
    '/canteen/sectorList/0 unknown_code',
    '/canteen/dailyMealCount wrong_type',
    '/procurement/valeurX unknown_field',
    '/practices/hasWastePlan wrong_type',
    '/canteen/region contradiction',
    '/practices/communicationSupportUrl not_a_url',
    '/procurement/valeurSiqo too_many_decimals',
    '/procurement/valeurBio groups_above_total',
    '/procurement/valeurEgalimAutres groups_above_total',
    '/procurement/valeurTotale groups_above_total',
  ])
})

test('messages are in French, say what to do, and name the right spelling when it is near', () => {
  const request = {
    dataYear: 1e30,
    canteen: { sectorList: ['x', 1, null], dailyMealCount: 2, economicModel: {} },
    procurement: { valeur_bio: 1, valeurSiqo: [] },
    practices: { hasWastePlan: 0, donationQuantity: '3', otherWasteAction: 1, wasteActions: {} },
  }
  const messages = evaluateRequest(request).errors!.map(({ message }) => message)
  expect(messages.length).toBe(12)
  for (const message of messages) expect(message).not.toMatch(/expected|invalid|too (big|small)/i)
  expect(messages[0]).toBe('Indiquez un nombre de 2019 à 2036.')
  expect(messages).toContain('Nom inconnu : écrivez « valeurBio ».')
})

test('the heaviest nonsense is refused with a bounded answer', () => {
  const names = Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`a${index}`, 1]))
  const count = (request: object) => evaluateRequest(request).errors?.length
  expect([count(names), count({ dataYear: 2026, procurement: names })]).toEqual([250, 250])
  expect(count({ dataYear: 2026, canteen: { sectorList: Array(32_000).fill(1) } })).toBe(1)
})

test('over HTTP: errors without verdict, 400, 405, 413, 415, and any site may ask', async () => {
  const site = await testSite()
  const origin = { Origin: 'https://logiciel.example' }
  const post = (body: string, type = 'application/json') =>
    site.request('/api/v1/evaluation', { method: 'POST', body, headers: { ...origin, 'Content-Type': type } })
  const outcome = async (response: Response) => {
    const { errors, ...rest } = await response.json()
    expect([rest, response.headers.get('access-control-allow-origin')]).toEqual([{}, '*'])
    return [response.status, ...errors.map((error: RequestError) => error.code)]
  }
  expect(await outcome(await post('{"dataYear":2026,"procurement":{"valeurTotale":"0"}}'))).toEqual([422, 'total_not_positive'])
  expect(await outcome(await post('{"dataYear":'))).toEqual([400, 'malformed_json'])
  expect(await outcome(await post(''))).toEqual([400, 'malformed_json'])
  expect(await outcome(await post('{"dataYear":2026}', 'text/plain'))).toEqual([415, 'unsupported_media_type'])
  expect(await outcome(await post(`{"a":"${'x'.repeat(65_536)}"}`))).toEqual([413, 'body_too_large'])
  expect(await outcome(await site.request('/api/v1/evaluation', { method: 'GET', headers: origin }))).toEqual([
    405,
    'method_not_allowed',
  ])
  expect((await post('{"dataYear":2026}', 'application/json; charset=utf-8')).status).toBe(200)
})

test('a browser elsewhere may ask beforehand, and read the description', async () => {
  const site = await testSite()
  const headers = {
    Origin: 'https://x.example',
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'content-type',
  }
  const answer = await site.request('/api/v1/evaluation', { method: 'OPTIONS', headers })
  expect([
    answer.status,
    answer.headers.get('access-control-allow-methods'),
    answer.headers.get('access-control-allow-headers'),
  ]).toEqual([204, 'POST', 'Content-Type'])
  expect((await site.get('/api/openapi.json')).headers.get('access-control-allow-origin')).toBe('*')
})

/** Does the pointer lead to something that was sent, or to something required that was not? */
function leads(request: unknown, { pointer, code }: RequestError): boolean {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = code === 'required' ? path.pop() : undefined
  let place: unknown = request
  for (const part of path) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, part)) return false
    place = (place as Record<string, unknown>)[part]
  }
  return last === undefined || last === 'dataYear'
}

function sound(request: unknown) {
  const { answer, errors } = evaluateRequest(request)
  if (answer) return expect(answerSchema.parse(answer)).toEqual(answer)
  expect(errors.length).toBeGreaterThan(0)
  expect(new Set(errors.map(({ pointer }) => pointer)).size).toBe(errors.length)
  for (const error of errors) {
    expect([error, leads(request, error), errorCodes.includes(error.code)]).toEqual([error, true, true])
    expect(error.message).toMatch(/^[A-ZÀ-Ý«(].*[.…}]$/s)
  }
}

test('whatever JSON is sent, it is answered with a sound verdict, or refused with pointers that lead somewhere', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), sound), { numRuns: 300 })
})

const oneOf = <const Values extends readonly unknown[]>(...values: Values) => fc.constantFrom<Values[number][]>(...values)
const junk = fc.jsonValue({ maxDepth: 1 })
const named = (shape: object) => oneOf(...Object.keys(shape))
const optional = { requiredKeys: [] }

const plausible = fc.record(
  {
    dataYear: fc.integer({ min: 2019, max: 2036 }),
    canteen: fc.record(
      {
        cityInseeCode: oneOf('97411', null),
        department: oneOf('974', null),
        sectorList: oneOf(['education_primaire'], ['sante_hopital', 'social_ehpad'], [], null),
        economicModel: oneOf('public', null),
        productionType: oneOf('site', 'groupe', 'central', null),
        lineMinistry: oneOf('armee', null),
        dailyMealCount: fc.oneof(fc.integer({ min: 3, max: 5000 }), fc.constant(null)),
        yearlyMealCount: fc.oneof(fc.integer({ min: 5001, max: 500_000 }), fc.constant(null)),
      },
      optional,
    ),
    procurement: fc.record(
      {
        valeurTotale: oneOf(1_000_000, '1000000.00'),
        valeurBio: fc.nat(100_000),
        valeurSiqo: fc.nat(10_000_000).map((cents) => cents / 100),
        valeurEgalimAutres: fc.nat(10_000_000).map((cents) => (cents / 100).toFixed(2)),
        valeurViandesVolailles: oneOf(null, 1000),
        valeurViandesVolaillesBio: fc.nat(500),
      },
      optional,
    ),
    practices: fc.record({ hasWasteDiagnostic: fc.boolean(), vegetarianWeeklyRecurrence: oneOf('MID', 'DAILY', null) }, optional),
  },
  { requiredKeys: ['dataYear'] },
)
const doubtful = fc.record({
  dataYear: fc.oneof(fc.integer({ min: 2018, max: 2037 }), junk),
  canteen: fc.record(
    {
      cityInseeCode: oneOf('97411', '29019', '2A004', '00000'),
      department: oneOf('974', '29', 'x'),
      region: oneOf('04', '53', 'x'),
      sectorList: fc.oneof(oneOf(['x'], ['social_ime']), junk),
      economicModel: oneOf('public', 'private', 'x'),
      lineMinistry: oneOf('armee', 'x'),
      dailyMealCount: fc.oneof(fc.integer(), junk),
      yearlyMealCount: fc.integer({ min: 0, max: 5000 }),
    },
    optional,
  ),
  procurement: fc.dictionary(fc.oneof(named(procurementSchema.shape), fc.string()), fc.oneof(fc.nat(1000), fc.double(), junk)),
  practices: fc.dictionary(fc.oneof(named(practicesSchema.shape), fc.string()), fc.oneof(fc.boolean(), junk)),
})

test('so are requests that look like real ones, right or wrong', () => {
  let answered = 0
  fc.assert(
    fc.property(fc.oneof(plausible, doubtful), (sent) => {
      if (evaluateRequest(sent).answer) answered++
      sound(sent)
    }),
    { numRuns: 200 },
  )
  expect(answered).toBeGreaterThan(20)
})
