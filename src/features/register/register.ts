// The door of the company register: what is publicly known of an establishment or a legal unit, or why it cannot be known now.
import type { z } from 'zod'
import { isSiren, isSiret } from '../../law/identifiers.ts'
import type { Platform } from '../../platform/http/context.ts'
import { type Read, readEstablishment, readLegalUnit } from './answer.ts'
import { type Asked, askRegister, type Manners } from './ask.ts'
import { type Establishment, establishmentFacts, type LegalUnit, legalUnitFacts } from './facts.ts'
import { findAnswer, keepAnswer } from './register.sql.ts'

export { toldEstablishments, toldLegalUnits } from './demo.data.ts'
export type { Establishment, LegalUnit } from './facts.ts'

const DAY = 86_400_000
const FOUND_LASTS = 30 * DAY
/** A number may be given the day before the register tells of it. */
const UNKNOWN_LASTS = DAY

/** `askedAt`: when the register said so. `isStale`: longer ago than we like, the register does not answer today. */
type Found<Facts> = { readonly kind: 'found'; readonly askedAt: Date; readonly isStale: boolean } & Facts

export type LookedUp<Facts> =
  | Found<Facts>
  /** The register knows no such number, or the number cannot be one. */
  | { readonly kind: 'unknown' }
  /**
   * The register does not answer: people go on by hand. `silent`: no answer in time; `failing`: an error, or an answer that makes no sense;
   * `asked_to_wait`: it wants quiet until `retryAt`; `busy`: too many of us ask at once.
   */
  | Extract<Asked, { kind: 'unavailable' }>

/**
 * What the register knows of this SIRET (14 digits, without spaces). Takes 5 s at most; `inBackground`, a minute, and lets people go first.
 * Never throws for what the register does. Call it outside transactions.
 */
export const lookUpEstablishment = (platform: Platform, siret: string, manners?: Manners): Promise<LookedUp<Establishment>> =>
  isSiret(siret) ? lookUp(platform, siret, establishmentFacts, readEstablishment, manners) : unknown

/** What the register knows of this SIREN (9 digits, without spaces); see `lookUpEstablishment`. */
export const lookUpLegalUnit = (platform: Platform, siren: string, manners?: Manners): Promise<LookedUp<LegalUnit>> =>
  isSiren(siren) ? lookUp(platform, siren, legalUnitFacts, readLegalUnit, manners) : unknown

const unknown = Promise.resolve({ kind: 'unknown' } as const)

async function lookUp<Facts extends object>(
  platform: Platform,
  number: string,
  shape: z.ZodType<Facts>,
  read: (body: unknown, number: string) => Read<Facts>,
  manners?: Manners,
): Promise<LookedUp<Facts>> {
  const { database, now } = platform
  const kept = await findAnswer(database, number)
  // Facts kept by another version of this code may have another shape: they are asked for again.
  const known = kept?.found ? shape.safeParse(kept.found).data : undefined
  const isFresh = kept !== null && (kept.expiresAt === null || kept.expiresAt > now())
  if (isFresh && known) return { kind: 'found', askedAt: kept.askedAt, isStale: false, ...known }
  if (isFresh && kept.found === null) return { kind: 'unknown' }

  const asked = await askRegister(platform, number, manners)
  const answer = asked.kind === 'answered' ? read(asked.body, number) : null
  if (answer === null || answer === 'nonsense') {
    if (kept && known) return { kind: 'found', askedAt: kept.askedAt, isStale: true, ...known }
    return asked.kind === 'unavailable' ? asked : { kind: 'unavailable', reason: 'failing', retryAt: null }
  }
  const { found } = answer
  const askedAt = now()
  await keepAnswer(database, number, {
    found,
    askedAt,
    expiresAt: new Date(askedAt.getTime() + (found ? FOUND_LASTS : UNKNOWN_LASTS)),
  })
  return found ? { kind: 'found', askedAt, isStale: false, ...found } : { kind: 'unknown' }
}
