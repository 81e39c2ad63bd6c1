// The law's own decided cases, sent over HTTP.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testSite } from '../../../tools/testing/platform.ts'
import type { Answer } from './answer-schema.ts'

const obligation = (answer: Answer, id: string) => answer.obligations.find((one) => one.id === id)!
const status = (answer: Answer, id: string) => answer.measures.find((one) => one.id === id)!.status

type Decided = {
  name: string
  canteen: Record<string, unknown>
  dataYear: number
  procurement?: object | null
  practices?: object
  expected: Record<'targets' | 'shares' | 'gaps' | 'measures' | 'obligations', Record<string, unknown> | undefined> & {
    errors?: string[]
  }
}

test('every decided case of the law is answered the same over HTTP', async () => {
  const site = await testSite()
  const files = readdirSync('src/law/cases').filter((name) => name !== 'targets.json')
  const cases: Decided[] = files.flatMap((file) => JSON.parse(readFileSync(`src/law/cases/${file}`, 'utf8')).cases ?? [])
  // The API knows the inhabitants from the commune.
  const asked = cases.filter(({ canteen }) => canteen && !('communePopulation' in canteen))
  expect(asked.length).toBeGreaterThan(30)
  for (const { name, canteen, dataYear, procurement, practices, expected } of asked) {
    const response = await site.postJson('/api/v1/evaluation', { dataYear, canteen, procurement, practices })
    const answer = await response.json()
    if (expected.errors) {
      const codes = answer.errors.map((error: { code: string }) => error.code)
      expect([name, response.status, codes]).toEqual([name, 422, expect.arrayContaining(expected.errors)])
      continue
    }
    expect([name, response.status]).toEqual([name, 200])
    const owes = (id: string) => obligation(answer, id === 'meatFish' ? 'meat-fish-share' : `${id}-share`).applies !== false
    for (const [id, value] of Object.entries(expected.targets ?? {}))
      expect([name, answer.targets[`${id}Percent`]]).toEqual([name, owes(id) ? value : null])
    for (const [id, value] of Object.entries(expected.shares ?? {}))
      expect([name, answer.shares[`${id}Percent`]]).toEqual([name, value])
    for (const [id, value] of Object.entries(expected.gaps ?? {}))
      expect([name, answer.gaps[`${id}Euros`]]).toEqual([name, owes(id) ? value : null])
    for (const [id, value] of Object.entries(expected.measures ?? {}))
      expect([name, id, status(answer, id)]).toEqual([name, id, value])
    for (const [id, value] of Object.entries(expected.obligations ?? {})) {
      const { applies, met } = obligation(answer, id)
      expect([name, id, applies, met]).toEqual([name, id, ...(value as unknown[])])
    }
  }
})
