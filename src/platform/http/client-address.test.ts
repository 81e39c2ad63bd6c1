import { expect, test } from 'vitest'
import { router } from '../../../src/platform/http/context.ts'
import { clientAddress } from './client-address.ts'

const seen = async (named: string) => {
  const app = router().get('/', (c) => c.text(clientAddress({ trustedProxies: 1 }, c)))
  return (await app.request('/', { headers: { 'X-Forwarded-For': named } })).text()
}

test('an IPv4 address is a machine, written on its own or inside IPv6', async () => {
  expect(await seen('192.0.2.7')).toBe('192.0.2.7')
  expect(await seen('::ffff:192.0.2.7')).toBe('192.0.2.7')
})

test('an IPv6 network counts as one machine, however its addresses are written', async () => {
  const one = await seen('2001:db8:0:1::1')
  for (const same of ['2001:db8:0:1:ffff::2', '2001:0db8:0000:0001:1:2:3:4', '2001:DB8:0:1::']) expect(await seen(same)).toBe(one)
  for (const other of ['2001:db8:0:2::1', '2001:db8::1', '::1', 'fe80::1%eth0']) expect(await seen(other)).not.toBe(one)
})

test('what a visitor writes before our proxy does not count', async () => {
  expect(await seen('10.0.0.1, 192.0.2.7')).toBe('192.0.2.7')
})
