import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('mails leave only from a site that knows its own address: links never follow what a request says', () => {
  const settings = { SMTP_URL: 'smtp://127.0.0.1:25' }
  expect(() => readConfig(settings)).toThrow('PUBLIC_URL')
  expect(readConfig({ ...settings, PUBLIC_URL: 'https://ma-cantine.example/' }).publicUrl).toBe('https://ma-cantine.example')
})
