import { expect, test } from 'vitest'
import { testSite } from '../../../tools/testing/platform.ts'
import { classificationApi } from './classification.ts'

type Line = { family: string | null; labels: string[]; origin: string | null; confidence: number; evidence: object[] }
const ask = async (body: unknown) => {
  const answer = await (await testSite()).postJson('/api/v1/classification', body)
  return { status: answer.status, body: await answer.json() }
}

test('wordings are classified in their order, with the words that told it', async () => {
  const descriptions = [
    'PDT CHARL. AB FR',
    'STK HACHE VBF',
    'COLIN MSC',
    'poulet type label rouge',
    'carottes non bio',
    'FRAIS DE PORT',
    'zzz',
  ]
  const { status, body } = await ask({ descriptions, dataYear: 2026 })
  expect(status).toBe(200)
  expect((body as Line[]).map(({ family, labels, origin }) => [family, labels, origin])).toEqual([
    ['FRUITS_ET_LEGUMES', ['BIO'], 'FRANCE'],
    ['VIANDES_VOLAILLES', [], 'FRANCE'],
    ['PRODUITS_DE_LA_MER', ['PECHE_DURABLE'], null],
    ['VIANDES_VOLAILLES', [], null],
    ['FRUITS_ET_LEGUMES', [], null],
    [null, [], null],
    [null, [], null],
  ])
  expect(body[0].evidence).toEqual([
    { of: 'family', code: 'FRUITS_ET_LEGUMES', words: 'PDT', confidence: 0.97 },
    { of: 'label', code: 'BIO', words: 'AB', confidence: 0.98 },
    { of: 'origin', code: 'FRANCE', words: 'FR', confidence: 0.95 },
  ])
  expect(body[2].evidence[1]).toEqual({ of: 'label', code: 'PECHE_DURABLE', words: 'MSC', confidence: 0.75, needsProof: true })
})

test('the year of the purchases decides; without it, that of today', async () => {
  const descriptions = ['pommes certification environnementale niveau 2']
  expect((await ask({ descriptions, dataYear: 2026 })).body[0].labels).toEqual(['HVE'])
  expect((await ask({ descriptions, dataYear: 2027 })).body[0].labels).toEqual([])
  const site = await testSite()
  site.platform.now = () => new Date('2027-03-01T10:00:00Z')
  expect(await (await site.postJson('/api/v1/classification', { descriptions })).json()).toMatchObject([{ labels: [] }])
})

test.each([
  [null, [' wrong_type']],
  [['YRT BIO'], [' wrong_type']],
  [{}, ['/descriptions required']],
  [{ descriptions: [] }, ['/descriptions required']],
  [{ descriptions: 'YRT BIO' }, ['/descriptions wrong_type']],
  [{ descriptions: ['a', 1, 'b'.repeat(301)] }, ['/descriptions/1 wrong_type', '/descriptions/2 too_long']],
  [{ descriptions: Array(1001).fill('a') }, ['/descriptions too_many']],
  [{ descriptions: ['a'], dataYear: 2018 }, ['/dataYear out_of_range']],
  [{ descriptions: ['a'], dataYear: '2026' }, ['/dataYear wrong_type']],
  [{ descriptions: ['a'], Description: 1 }, ['/Description unknown_field']],
])('%j is refused, place by place', async (sent, expected) => {
  const { status, body } = await ask(sent)
  expect(status).toBe(422)
  expect((body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected)
})

test('the largest request is answered, and the documentation shows the real answers', async () => {
  const most = await ask({ descriptions: Array.from({ length: 1000 }, (_, n) => `é${n} `.repeat(80).slice(0, 300)) })
  expect([most.status, most.body.length]).toEqual([200, 1000])
  const { request, answer } = classificationApi.examples.facture!
  expect((await ask(request)).body).toEqual(answer)
  expect((await ask(classificationApi.wrong.request)).body.errors).toEqual(classificationApi.wrong.errors)
  const site = await testSite()
  expect((await site.request('/api/v1/classification', { method: 'GET' })).status).toBe(405)
  const page = await (await site.get('/api')).text()
  for (const word of ['/api/v1/classification', '<dt>descriptions</dt>', '<dt>evidence</dt>']) expect(page).toContain(word)
})
