// Reading what a form sends, within bounds: how many fields, how long each.
import type { Context } from 'hono'
import { Unusable } from './errors.tsx'

type Bounds = { readonly mostFields: number; readonly longestValue: number }
const USUAL: Bounds = { mostFields: 1000, longestValue: 2000 }

export type FormValues = {
  /** The value of a field, without spaces around it; empty when absent. */
  get(name: string): string
  /** Every value sent under this name: boxes ticked together. */
  all(name: string): string[]
  has(name: string): boolean
  /** Every field with its value, for a form that carries them on. */
  pairs(): readonly (readonly [string, string])[]
}

/** Values given by hand or by an address rather than by a form. */
export function formValues(pairs: Iterable<readonly [string, string]>, { mostFields, longestValue } = USUAL): FormValues {
  const values = new Map<string, string[]>()
  let count = 0
  for (const [name, value] of pairs) {
    if (++count > mostFields) throw new Unusable('Cet envoi contient trop de champs.')
    if (value.length > longestValue) throw new Unusable(`Un champ est trop long : ${longestValue} caractères au plus.`)
    // PostgreSQL refuses the NUL character, and no one types it.
    const text = value.replaceAll('\u0000', '').trim()
    const known = values.get(name)
    if (known) known.push(text)
    else values.set(name, [text])
  }
  return {
    get: (name) => values.get(name)?.[0] ?? '',
    all: (name) => values.get(name) ?? [],
    has: (name) => values.has(name),
    pairs: () => [...values].flatMap(([name, all]) => all.map((value) => [name, value] as const)),
  }
}

/** The same values, with these in place of those of the same names. */
export const replacing = (values: FormValues, pairs: readonly (readonly [string, string])[]): FormValues =>
  formValues([...values.pairs().filter(([name]) => !pairs.some(([other]) => other === name)), ...pairs])

/** The fields of a posted form. Files are left out. `bounds`: for a form that holds more than usual. */
export async function readForm(c: Context, bounds: Bounds = USUAL): Promise<FormValues> {
  const data = await c.req.formData().catch(() => {
    throw new Unusable('Cet envoi n’a pas la forme d’un formulaire.')
  })
  const pairs = [...data.entries()].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return formValues(pairs, bounds)
}

/** The fields of an address (`?a=1&b=2`). */
export const readQuery = (c: Context): FormValues => formValues(new URL(c.req.url).searchParams.entries())

/** An error beside a field: which one, and what to do about it, in French. */
export type FieldError = { field: string; message: string }
