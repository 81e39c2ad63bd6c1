// The second factor of an account: enrolling shows the secret and the recovery codes until a first code proves that they were noted.
import { symmetricDecrypt } from 'better-auth/crypto'
import { renderSVG } from 'uqr'
import type { Platform } from '../../platform/http/context.ts'
import { findSecondFactor } from './accounts.sql.ts'
import { authOf } from './auth.ts'
import type { Person } from './person.ts'

export type Enrolment = {
  /** The square to scan. */
  qr: string
  /** The same to type, in groups of four. */
  secret: string
  recoveryCodes: readonly string[]
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, as authenticator applications read it. */
function base32(bytes: Uint8Array): string {
  let [bits, value, text] = [0, 0, '']
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(value >> bits) & 31]
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text
}

/** What to show to a person who is enrolling; null when nothing is under way, or once it is done: shown once. */
export async function enrolmentOf(platform: Platform, person: Person): Promise<Enrolment | null> {
  const row = await findSecondFactor(platform.database, person.id)
  if (!row || row.verified) return null
  const { secretConfig } = await authOf(platform).context
  const open = (data: string) => symmetricDecrypt({ key: secretConfig, data })
  const secret = base32(new TextEncoder().encode(await open(row.secret)))
  const label = encodeURIComponent(`ma cantine:${person.email}`)
  const uri = `otpauth://totp/${label}?secret=${secret}&issuer=ma%20cantine&digits=6&period=30`
  return {
    qr: renderSVG(uri, { border: 2, ecc: 'M' }),
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    recoveryCodes: JSON.parse(await open(row.recoveryCodes)) as string[],
  }
}
