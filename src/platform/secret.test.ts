import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from './config.ts'
import { readSecret } from './secret.ts'

test('the secret is drawn once, kept for the owner alone, and the setting wins', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ma-cantine-secret-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const first = readSecret({ authSecret: null, dataDir })
  expect(first.length).toBeGreaterThanOrEqual(43)
  expect(readSecret({ authSecret: null, dataDir })).toBe(first)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(readSecret({ authSecret: 'x'.repeat(32), dataDir })).toBe('x'.repeat(32))
})

test('a site in production names its secret, and all of ProConnect or nothing', () => {
  const production = { DATABASE_URL: 'postgres://localhost/x', PUBLIC_URL: 'https://ma-cantine.example' }
  expect(() => readConfig(production)).toThrow('AUTH_SECRET')
  expect(() => readConfig({ ...production, AUTH_SECRET: 'short' })).toThrow('32 characters')
  expect(readConfig({ ...production, AUTH_SECRET: 'x'.repeat(32) }).authSecret).toHaveLength(32)
  expect(() => readConfig({ PROCONNECT_ISSUER: 'https://fca.example/api/v2' })).toThrow('go together')
})
