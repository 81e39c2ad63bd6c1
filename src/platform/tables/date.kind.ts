// Cells holding a day.
import { cellText, dateOfSerial } from './cell.ts'
import type { CellKind } from './columns.ts'
import { fold } from './wording.client.ts'

const MONTHS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec']
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const LAST_SERIAL = 2_958_465

const french = (iso: string) => `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`

/**
 * A day, as `2026-01-31`. Reads ISO dates, French ones (« 31/01/2026 », « 31-1-26 », « 31 janvier 2026 »), date cells, and the
 * serial numbers that spreadsheets leave behind. Bounds are ISO days, included.
 */
export function date({ min = '1990-01-01', max = '2100-12-31' }: { min?: string; max?: string } = {}): CellKind<string> {
  return {
    read(cell) {
      const typed = cellText(cell)
      const value = typeof cell === 'boolean' ? null : cell instanceof Date ? day(cell) : parse(typed)
      if (value === null)
        return {
          error: {
            code: 'not_a_date',
            message: `« ${typed} » n’est pas une date. Écrivez année-mois-jour, par exemple 2026-01-31.`,
          },
        }
      if (value < min || value > max)
        return {
          error: {
            code: 'date_out_of_range',
            message: `Le ${french(value)} n’est pas possible ici : la date doit être entre le ${french(min)} et le ${french(max)}.`,
          },
        }
      return { value }
    },
    write: (value) => new Date(`${value}T00:00:00Z`),
    schema: { type: 'date', format: 'default', constraints: { minimum: min, maximum: max } },
  }
}

/** A spreadsheet holds a day as a double: half a second of slack keeps midnight on its day. */
function day(moment: Date): string | null {
  const time = moment.getTime()
  return Number.isNaN(time) ? null : new Date(time + 500).toISOString().slice(0, 10)
}

function parse(typed: string): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.{0,20})?$/.exec(typed)
  if (iso) return valid(iso[1]!, iso[2]!, iso[3]!)
  const usual = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: \d{1,2}:\d{2}.{0,10})?$/.exec(typed)
  if (usual) return valid(usual[3]!, usual[2]!, usual[1]!)
  if (/^\d{8}$/.test(typed)) return valid(typed.slice(0, 4), typed.slice(4, 6), typed.slice(6))
  if (/^\d{1,7}(?:[.,]\d{1,12})?$/.test(typed)) {
    const serial = Number(typed.replace(',', '.'))
    return serial >= 1 && serial < LAST_SERIAL + 1 ? day(dateOfSerial(Math.floor(serial))) : null
  }
  if (typed.length > 40) return null
  const words = /^(?:(?:lun|mar|mer|jeu|ven|sam|dim)\p{L}* )?(\d{1,2})(?:er)? (\p{L}+) (\d{4})$/u.exec(fold(typed))
  const month = words ? MONTHS.findIndex((name) => words[2]!.startsWith(name) || name.startsWith(words[2]!)) : -1
  return words && month >= 0 && words[2]!.length >= 3 ? valid(words[3]!, String(month + 1), words[1]!) : null
}

function valid(year: string, month: string, dayOfMonth: string): string | null {
  const [y, m, d] = [Number(year.length === 2 ? `20${year}` : year), Number(month), Number(dayOfMonth)]
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
  if (m < 1 || m > 12 || d < 1 || d > (m === 2 && leap ? 29 : DAYS[m - 1]!)) return null
  return `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
}
