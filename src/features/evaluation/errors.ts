// Why a request cannot be answered: where (a JSON Pointer), which kind of slip (a code), and what to do, in French.
import type { z } from 'zod'

export const errorCodes = [
  'malformed_json',
  'unsupported_media_type',
  'body_too_large',
  'method_not_allowed',
  'required',
  'unknown_field',
  'wrong_type',
  'unknown_code',
  'out_of_range',
  'too_many',
  'too_long',
  'not_a_url',
  'contradiction',
  'not_for_private',
  'daily_not_below_yearly',
  'not_a_number',
  'negative',
  'too_many_decimals',
  'too_large',
  'total_not_positive',
  'part_above_total',
  'label_above_total',
  'groups_above_total',
  'part_above_whole',
  'meat_fish_quality_above_quality',
  'meat_fish_above_total',
  'family_above_its_total',
  'origin_above_family',
  'origin_above_france',
  'fair_trade_above_organic',
  'not_applicable',
  'differs_from_cells',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export type RequestError = { readonly pointer: string; readonly code: ErrorCode; readonly message: string }

/** More than all the fields there are: beyond, a request is not worth more work. */
const MOST_ERRORS = 250
const LONGEST_QUOTE = 40

/** JSON Pointer (RFC 6901). */
export const pointerTo = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** One error per place at most, the first one said of it; and so many places at most. */
export class RequestErrors {
  readonly #byPointer = new Map<string, RequestError>()
  readonly #places = new Set<string>()

  /** `describe` is only called for an error that is kept. */
  add(path: readonly PropertyKey[], describe: () => { code: ErrorCode; message: string }) {
    const pointer = pointerTo(path)
    for (let depth = 0; depth <= path.length; depth++) this.#places.add(pointerTo(path.slice(0, depth)))
    if (!this.#byPointer.has(pointer) && this.#byPointer.size < MOST_ERRORS)
      this.#byPointer.set(pointer, { pointer, ...describe() })
  }

  /** Is there an error at this place, or inside it? */
  concern(path: readonly PropertyKey[]): boolean {
    return this.#places.has(pointerTo(path))
  }

  get any() {
    return this.#byPointer.size > 0
  }

  list(): RequestError[] {
    return [...this.#byPointer.values()]
  }
}

const quote = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return `« ${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text} »`
}

/** What the schema found wrong at a place where `value` was sent. Bounds of numbers carry their French message in the schema. */
export function shapeError(issue: z.core.$ZodIssue, value: unknown): { code: ErrorCode; message: string } {
  switch (issue.code) {
    case 'invalid_value':
      return {
        code: 'unknown_code',
        message: `${quote(value)} n’est pas un code connu. Codes acceptés : ${issue.values.join(', ')}.`,
      }
    case 'too_small':
      return { code: 'out_of_range', message: issue.message }
    case 'too_big':
      if (issue.origin === 'array') return { code: 'too_many', message: `Indiquez ${issue.maximum} codes au plus.` }
      if (issue.origin === 'string') return { code: 'too_long', message: `Indiquez ${issue.maximum} caractères au plus.` }
      return { code: 'out_of_range', message: issue.message }
    case 'invalid_type':
      // Where null is an answer, it never comes here.
      return value === undefined || (value === null && issue.path.length > 0)
        ? { code: 'required', message: 'Ce champ est obligatoire : ajoutez-le.' }
        : { code: 'wrong_type', message: EXPECTED[issue.expected] ?? EXPECTED.object! }
    default:
      return { code: 'wrong_type', message: 'Indiquez un montant : un texte décimal comme "12345.67", un nombre, ou null.' }
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'Envoyez un objet JSON : { … }.',
  array: 'Envoyez une liste de codes, par exemple ["education_primaire"], ou null.',
  string: 'Envoyez un texte entre guillemets, ou null.',
  number: 'Envoyez un nombre, sans guillemets.',
  int: 'Envoyez un nombre entier, sans guillemets.',
  boolean: 'Répondez true, false, ou null si la réponse n’est pas encore connue.',
}

const reading = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase()

/** What to say of names that are not in a list, with the right one when it is nearly it. */
export function unknownNames(known: readonly string[]): (name: string) => { code: ErrorCode; message: string } {
  const byReading = new Map(known.map((name) => [reading(name), name]))
  return (name) => {
    const near = byReading.get(reading(name))
    const message = near
      ? `Nom inconnu : écrivez « ${near} ».`
      : `Nom inconnu : ${quote(name)}. Corrigez-le ou retirez-le ; les noms acceptés sont décrits dans /api/openapi.json.`
    return { code: 'unknown_field', message }
  }
}
