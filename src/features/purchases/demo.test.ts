import { expect, onTestFinished, test } from 'vitest'
import { TODAY, testPlatform } from '../../../tools/testing/platform.ts'
import { loadDemo } from './demo.ts'

test('the purchases of the told school are written once, whatever the day when they are loaded again', async () => {
  const platform = await testPlatform({ DEMO: 'on' })
  const { database } = platform
  onTestFinished(() => database.close())
  const count = async () => (await database.first<{ n: number }>(`select count(*) as n from purchase where source = 'demo'`))!.n
  const told = await count()
  expect(told).toBeGreaterThan(200)
  await loadDemo({ ...platform, now: () => new Date(TODAY.getTime() + 40 * 86_400_000) })
  expect(await count()).toBe(told)
})
