// Keeps the link check out of private networks: only addresses of the public internet are visited, whatever a name resolves to.
import { lookup } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const notPublic = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Groups, future use, everyone.
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4')

/** IPv6 gives its public addresses one block; inside it, ranges that carry other addresses or serve as examples. */
const publicV6 = new BlockList()
publicV6.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6')

/** Is it an address of the public internet? */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !notPublic.check(address, 'ipv4')
  return version === 6 && publicV6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

/** The name leads into a private network, or nowhere that we may go. */
export class ForbiddenAddress extends Error {}

/**
 * Resolves names for a request, and refuses those of which one address is not public. The connection uses the very addresses that
 * were judged, so that a name cannot change its mind in between.
 */
export const publicLookup: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }).then(
    (addresses) => {
      const [first] = addresses
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
        return answer(new ForbiddenAddress(hostname), '')
      return options.all ? answer(null, addresses) : answer(null, first.address, first.family)
    },
    (error: Error) => answer(error, ''),
  )
}
