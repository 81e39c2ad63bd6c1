// Cells holding words.
import { cellText } from './cell.ts'
import type { CellError, CellKind } from './columns.ts'

type Bounds = {
  readonly minLength?: number
  /** 1 000 characters unless said otherwise. */
  readonly maxLength?: number
  /** Further demands on the text, such as the shape of an e-mail address. */
  readonly check?: (text: string) => CellError | null
  /** The same demand for the published schema. */
  readonly pattern?: string
}

/** Any text within bounds, without the spaces around it, accents composed, half a character (which UTF-16 may hold) shown as unreadable. Numbers and dates are taken as they are shown. */
export function text({ minLength = 1, maxLength = 1000, check, pattern }: Bounds = {}): CellKind<string> {
  return {
    read(cell) {
      const value = cellText(cell)
        .normalize('NFC')
        .replace(/\p{Surrogate}/gu, '\ufffd')
      if (value.length > maxLength)
        return {
          error: {
            code: 'text_too_long',
            message: `Ce texte fait ${value.length} caractères : ${maxLength} au plus. Raccourcissez-le.`,
          },
        }
      if (value.length < minLength)
        return { error: { code: 'text_too_short', message: `Ce texte est trop court : ${minLength} caractères au moins.` } }
      const error = check?.(value)
      return error ? { error } : { value }
    },
    write: (value) => value,
    schema: {
      type: 'string',
      constraints: { ...(minLength > 1 && { minLength }), maxLength, ...(pattern !== undefined && { pattern }) },
    },
  }
}
