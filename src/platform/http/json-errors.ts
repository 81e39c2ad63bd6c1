// Why a JSON request cannot be answered: where (a JSON Pointer), which kind of slip (a code), and what to do, in French.

/** Slips that any address may meet, before and while a request is read. */
export const commonErrorCodes = [
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
] as const

export type JsonError<Code extends string = string> = { readonly pointer: string; readonly code: Code; readonly message: string }

/** More than all the fields there are: beyond, a request is not worth more work. */
const MOST_ERRORS = 250
const LONGEST_QUOTE = 40

/** JSON Pointer (RFC 6901). */
export const pointerTo = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** One error per place at most, the first one said of it; and so many places at most. */
export class JsonErrors<Code extends string> {
  readonly #byPointer = new Map<string, JsonError<Code>>()
  readonly #places = new Set<string>()

  /** `describe` is only called for an error that is kept. */
  add(path: readonly PropertyKey[], describe: () => { code: Code; message: string }) {
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

  list(): JsonError<Code>[] {
    return [...this.#byPointer.values()]
  }
}

/** A value that was sent, short enough to be shown. */
export const quote = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return `« ${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text} »`
}

const reading = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase()

/** What to say of names that are not in a list, with the right one when it is nearly it. */
export function unknownNames(known: readonly string[]): (name: string) => { code: 'unknown_field'; message: string } {
  const byReading = new Map(known.map((name) => [reading(name), name]))
  return (name) => {
    const near = byReading.get(reading(name))
    const message = near
      ? `Nom inconnu : écrivez « ${near} ».`
      : `Nom inconnu : ${quote(name)}. Corrigez-le ou retirez-le ; les noms acceptés sont décrits dans /api/openapi.json.`
    return { code: 'unknown_field', message }
  }
}
