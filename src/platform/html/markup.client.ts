// HTML as text, for what the server and the browser write alike: every value is escaped unless it is markup already.

export type Markup = { readonly markup: string }
type Value = string | number | Markup | null | undefined | readonly Value[]

/** Template tag: `html`<p>${text}</p>``. Lists are joined, null writes nothing; an attribute's value goes between double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: parts.map((part, index) => part.replace(/\n\s*/g, '') + written(values[index])).join('') }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function written(value: Value): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
  return 'markup' in value ? value.markup : value.map(written).join('')
}
