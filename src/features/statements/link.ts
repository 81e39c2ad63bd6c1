// The links by which a supplier fills statements: nobody guesses them, nothing is kept to know them again, another number makes them worthless.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Platform } from '../../platform/http/context.ts'

type Linked = { readonly id: number; readonly linkVersion: number }
type Signing = Pick<Platform, 'secret'>

const sign = ({ secret }: Signing, words: string) => createHmac('sha256', secret).update(words).digest()
const isSigned = (signing: Signing, words: string, signature: string): boolean => {
  const [given, ours] = [Buffer.from(signature, 'base64url'), sign(signing, words)]
  return given.length === ours.length && timingSafeEqual(given, ours)
}

const statementWords = ({ id, linkVersion }: Linked, list: Linked | null) =>
  `statement ${id} ${linkVersion}${list === null ? '' : ` of list ${list.id} ${list.linkVersion}`}`
const listWords = ({ id, linkVersion }: Linked) => `list ${id} ${linkVersion}`

/** The last part of the address: `12-1-…`, or `12-1-3-1-…` when it is opened from a list, and closes with it. */
export const tokenOf = (signing: Signing, linked: Linked, list: Linked | null = null): string =>
  [linked, ...(list === null ? [] : [list])].map(({ id, linkVersion }) => `${id}-${linkVersion}-`).join('') +
  sign(signing, statementWords(linked, list)).toString('base64url')

/** Which statement a link is for, which of its links, and the list that it was opened from; null when we did not sign it. */
export function readToken(signing: Signing, token: string): (Linked & { readonly list: Linked | null }) | null {
  const [, id, version, listId, listVersion, signature = ''] =
    /^(\d{1,15})-(\d{1,9})-(?:(\d{1,15})-(\d{1,9})-)?([\w-]{43})$/.exec(token) ?? []
  if (!id || !version) return null
  const linked = { id: Number(id), linkVersion: Number(version) }
  const list = listId && listVersion ? { id: Number(listId), linkVersion: Number(listVersion) } : null
  return isSigned(signing, statementWords(linked, list), signature) ? { ...linked, list } : null
}

/** The last part of the address of a list. */
export const listTokenOf = (signing: Signing, list: Linked): string =>
  `${list.id}-${list.linkVersion}-${sign(signing, listWords(list)).toString('base64url')}`

/** Which list a link is for, and which of its links; null when we did not sign it. */
export function readListToken(signing: Signing, token: string): Linked | null {
  const [, id, version, signature = ''] = /^(\d{1,15})-(\d{1,9})-([\w-]{43})$/.exec(token) ?? []
  if (!id || !version) return null
  const list = { id: Number(id), linkVersion: Number(version) }
  return isSigned(signing, listWords(list), signature) ? list : null
}

export const statementAddress = (token: string): string => `/releve/${token}`
export const listAddress = (token: string): string => `/releve/cantines/${token}`
