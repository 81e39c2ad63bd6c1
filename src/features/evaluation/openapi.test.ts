import { expect, test } from 'vitest'
import { z } from 'zod'
import { testSite } from '../../../tools/testing/platform.ts'
import { exampleRequests, wrongRequest } from './examples.data.ts'
import { requestSchema } from './request.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document read back as any client reads it
type Read = any

const published = async (): Promise<Read> => (await (await testSite()).get('/api/openapi.json')).json()

/** A schema of the published document, as a validator of its own: references lead to its definitions. */
function validator(document: Read, schema: Read) {
  const inside = (part: object) => JSON.parse(JSON.stringify(part).replaceAll('#/components/schemas/', '#/$defs/'))
  return z.fromJSONSchema({ ...inside(schema), $defs: inside(document.components.schemas) })
}

/** Every `content` of the document, with its schema and its examples. */
function contents(document: Read): { schema: Read; examples: [string, unknown][] }[] {
  return Object.values<Read>(document.paths)
    .flatMap((path) => Object.values<Read>(path))
    .flatMap(({ requestBody, responses }) => [requestBody, ...Object.values<Read>(responses)])
    .filter((part) => part?.content)
    .map(({ content }) => content['application/json'])
    .map(({ schema, examples }) => ({ schema, examples: Object.entries<Read>(examples).map(([id, { value }]) => [id, value]) }))
}

test('the description is OpenAPI 3.1, documents every address, and every reference leads somewhere', async () => {
  const document = await published()
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(document.info).toMatchObject({
    title: expect.any(String),
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    license: { identifier: 'MIT' },
  })
  expect(Object.keys(document.paths)).toEqual(['/api/v1/evaluation', '/api/v1/classification', '/healthz'])
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!)
  expect(references.length).toBeGreaterThan(130)
  expect(references.filter((name) => !(name in document.components.schemas))).toEqual([])
  expect(JSON.stringify(document)).not.toContain('$defs')
})

test('every example is valid by the schema that stands beside it, and the schemas refuse what is wrong', async () => {
  const document = await published()
  const all = contents(document)
  expect(all.flatMap(({ examples }) => examples).length).toBeGreaterThan(10)
  for (const { schema, examples } of all)
    for (const [id, value] of examples)
      expect([id, validator(document, schema).safeParse(value).error?.issues]).toEqual([id, undefined])
  const request = validator(document, { $ref: '#/components/schemas/Evaluation' })
  for (const wrong of [wrongRequest.request, {}, { dataYear: 2018 }, { dataYear: 2026, procurement: { valeurTotale: '1,5' } }])
    expect([wrong, request.safeParse(wrong).success]).toEqual([wrong, false])
})

test('the schema of the document and the one that checks requests have the same fields', async () => {
  const { schemas } = (await published()).components
  expect(Object.keys(schemas.Evaluation.properties)).toEqual(Object.keys(requestSchema.shape))
  expect(Object.keys(schemas.Achats.properties).length).toBe(131)
})

test('every example of request really gives the example of answer', async () => {
  const site = await testSite()
  const { post } = (await (await site.get('/api/openapi.json')).json()).paths['/api/v1/evaluation']
  for (const [id, { request }] of Object.entries(exampleRequests)) {
    const response = await site.postJson('/api/v1/evaluation', request)
    const shown = post.responses['200'].content['application/json'].examples[id].value
    expect([id, response.status, await response.json()]).toEqual([id, 200, shown])
  }
  const refused = await site.postJson('/api/v1/evaluation', wrongRequest.request)
  const shown = post.responses['422'].content['application/json'].examples.exemple.value
  expect([refused.status, await refused.json()]).toEqual([422, shown])
})

test('the page shows the real answer, each field of the request, and the way to the description', async () => {
  const site = await testSite()
  const page = await (await site.get('/api')).text()
  const text = page.replaceAll('&quot;', '"').replaceAll('&#39;', "'")
  expect(text).toContain(`-d '${JSON.stringify(exampleRequests.ecole.request, null, 2)}'`)
  const { gaps } = await (await site.postJson('/api/v1/evaluation', exampleRequests.ecole.request)).json()
  expect(text).toContain(`"organicEuros": "${gaps.organicEuros}"`)
  for (const name of ['cityInseeCode', 'valeurEgalimAutresDontCommerceEquitable', 'communicationSupportUrl', 'missingAmounts'])
    expect(page).toContain(`<dt>${name}</dt>`)
  expect(page).toContain('href="/api/openapi.json"')
  expect(page).not.toContain('totalLeftovers')
})
