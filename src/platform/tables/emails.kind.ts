// Cells holding e-mail addresses.
import { z } from 'zod'
import { cellText } from './cell.ts'
import type { CellKind } from './columns.ts'

const address = z.email().max(200)
/** « Camille Durand <camille@exemple.fr> »: how mail software copies an address. */
const WITH_NAME = /[^<>,;\n]*<([^<>]*)>/g
const MOST = 50

/** Several addresses in one cell, separated by commas, semicolons, spaces or line breaks; in lower case, each once. */
export const emails: CellKind<readonly string[]> = {
  read(cell) {
    const words = cellText(cell)
      .replace(WITH_NAME, ' $1 ')
      .split(/[,;\s]+/)
      .filter((word) => word !== '')
    const value = [...new Set(words.map((word) => word.replace(/^mailto:/i, '').toLowerCase()))]
    const wrong = value.find((one) => !address.safeParse(one).success)
    if (wrong !== undefined || value.length === 0)
      return {
        error: {
          code: 'not_an_email',
          message: `« ${(wrong ?? cellText(cell)).slice(0, 60)} » n’est pas une adresse électronique : elle a la forme nom@exemple.fr. Séparez les adresses par des virgules.`,
        },
      }
    if (value.length > MOST)
      return {
        error: { code: 'too_many_emails', message: `${value.length} adresses dans cette cellule : ${MOST} au plus.` },
      }
    return { value }
  },
  write: (value) => (value.length === 0 ? null : value.join(', ')),
  schema: {
    type: 'string',
    constraints: { pattern: '^[^@\\s,]+@[^@\\s,]+\\.[^@\\s,]+(?: *, *[^@\\s,]+@[^@\\s,]+\\.[^@\\s,]+)*$' },
  },
}
