import { expect, test } from 'vitest'
import { testSite } from '../../../tools/testing/platform.ts'

test('wordings are classified in their order, with the words that told it', async () => {
  const { postJson } = await testSite()
  const descriptions = ['PDT CHARL. AB FR', 'STK HACHE VBF', 'COLIN MSC', 'poulet type label rouge', 'carottes non bio', 'zzz']
  const answer = await postJson('/api/v1/classification', { descriptions })
  const found = (await answer.json()) as {
    family: string | null
    labels: string[]
    origin: string | null
    evidence: { words: string }[]
  }[]
  expect(found.map(({ family, labels, origin }) => [family, labels, origin])).toEqual([
    ['FRUITS_ET_LEGUMES', ['BIO'], 'FRANCE'],
    ['VIANDES_VOLAILLES', [], 'FRANCE'],
    ['PRODUITS_DE_LA_MER', ['PECHE_DURABLE'], null],
    ['VIANDES_VOLAILLES', [], null],
    ['FRUITS_ET_LEGUMES', [], null],
    [null, [], null],
  ])
  expect(found[0]!.evidence.length).toBeGreaterThan(2)
})

test.each([[{}], [{ descriptions: [] }], [{ descriptions: ['a'.repeat(301)] }], [{ descriptions: [1] }]])(
  '%j is refused',
  async (body) => {
    const { postJson } = await testSite()
    const answer = await postJson('/api/v1/classification', body)
    expect([answer.status, await answer.json()]).toEqual([422, { errors: [expect.objectContaining({ code: 'unusable' })] }])
  },
)
