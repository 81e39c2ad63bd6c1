// The link by which a supplier fills a statement: nobody guesses it, nothing is kept to know it again, another number makes it worthless.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Platform } from '../../platform/http/context.ts'

type Linked = { readonly id: number; readonly linkVersion: number }

const sign = (secret: string, { id, linkVersion }: Linked) =>
  createHmac('sha256', secret).update(`statement ${id} ${linkVersion}`).digest()

/** The last part of the address: `12-1-…`. */
export const tokenOf = ({ secret }: Pick<Platform, 'secret'>, linked: Linked): string =>
  `${linked.id}-${linked.linkVersion}-${sign(secret, linked).toString('base64url')}`

/** Which statement a link is for, and which of its links; null when we did not sign it. */
export function readToken({ secret }: Pick<Platform, 'secret'>, token: string): Linked | null {
  const [, id, linkVersion, signature = ''] = /^(\d{1,15})-(\d{1,9})-([\w-]{43})$/.exec(token) ?? []
  if (!id || !linkVersion) return null
  const linked = { id: Number(id), linkVersion: Number(linkVersion) }
  const given = Buffer.from(signature, 'base64url')
  const ours = sign(secret, linked)
  return given.length === ours.length && timingSafeEqual(given, ours) ? linked : null
}

export const statementAddress = (token: string): string => `/releve/${token}`
