// The fields of a schema as rows that people read: a name, and what goes there.
import { group } from '../../law/money.ts'
import type { JsonSchema } from './openapi.ts'

export type FieldRow = { readonly name: string; readonly about: string }

/** One row per field; fields kept for old records are left to the full description. */
export function fieldRows({ properties = {} }: JsonSchema): FieldRow[] {
  return Object.entries(properties)
    .filter(([, schema]) => !schema.deprecated)
    .map(([name, schema]) => ({ name, about: [kindOf(schema), schema.description].filter(Boolean).join(' ') }))
}

const KINDS: Readonly<Record<string, string>> = { boolean: 'true, false ou null.', object: 'Objet.' }

function kindOf(schema: JsonSchema): string {
  const { anyOf } = schema as { anyOf?: JsonSchema[] }
  if (anyOf) return kindOf(anyOf.find(({ type }) => type !== 'null') ?? {})
  if (schema.enum) return 'Code.'
  const type = [schema.type].flat()[0] as string | undefined
  if (type === 'integer' || type === 'number') {
    const kind = type === 'integer' ? 'Nombre entier' : 'Nombre'
    const bounded = (schema.maximum as number) < Number.MAX_SAFE_INTEGER
    return bounded ? `${kind} de ${bound(schema.minimum)} à ${bound(schema.maximum)}.` : `${kind}.`
  }
  if (type === 'array') {
    const items = (schema.items as JsonSchema).enum ? 'codes' : 'textes'
    return schema.maxItems === undefined ? 'Liste.' : `Liste de ${group(schema.maxItems as number)} ${items} au plus.`
  }
  if (type === 'string')
    return schema.maxLength === undefined ? 'Texte.' : `Texte de ${group(schema.maxLength as number)} caractères au plus.`
  return type === undefined ? '' : (KINDS[type] ?? '')
}

/** A year is not grouped as a number is. */
const bound = (value: unknown) => ((value as number) < 10_000 ? String(value) : group(value as number))
