// What the cells of purchase files hold: codes of the national files, read by code or by label and written by code.
import { type FamilyCode, families } from '../../law/families.ts'
import { parseAmount } from '../../law/money.ts'
import { type Characteristic, characteristics, localDefinitions, type Origin, origins } from '../../law/purchase.ts'
import { cellText } from '../../platform/tables/cell.ts'
import { type Choice, listOf, oneOf } from '../../platform/tables/choice.kind.ts'
import type { CellKind } from '../../platform/tables/columns.ts'
import { amount } from '../../platform/tables/number.kind.ts'
import { closest, fold } from '../../platform/tables/wording.client.ts'
import { unknownLabel } from './unknown-label.ts'
import { familyWords } from './words.ts'

export const BY_CODE = { write: 'value' } as const

/** What people write for short, where it can mean nothing else. */
const SHORTER: Partial<Record<Characteristic, readonly string[]>> = {
  BIO: ['AB', 'Agriculture biologique', 'Biologique'],
  LABEL_ROUGE: ['LR'],
  AOCAOP: ['AOC', 'AOP'],
  IGP: ['IGP'],
  STG: ['STG'],
  PECHE_DURABLE: ['Écolabel pêche durable'],
  COMMERCE_EQUITABLE: ['Équitable'],
  HVE: ['Haute valeur environnementale ou certification de niveau 2', 'HVE ou niveau 2'],
  RUP: ['RUP (région ultrapériphérique)', 'Région ultrapériphérique (RUP)'],
  EXTERNALITES: ['Coûts environnementaux'],
  PERFORMANCE: ['Performance environnementale'],
}

/** Families for short, the first name being the one that we write where there is little room. */
export const SHORT_FAMILIES: Readonly<Record<FamilyCode, readonly [string, ...string[]]>> = {
  VIANDES_VOLAILLES: ['Viandes et volailles', 'Viande', 'Viandes', 'Volaille', 'Volailles'],
  CHARCUTERIE: ['Charcuterie'],
  PRODUITS_DE_LA_MER: ['Produits de la mer', 'Poisson', 'Poissons'],
  FRUITS_ET_LEGUMES: ['Fruits et légumes', 'Fruits', 'Légumes', 'F&L'],
  PRODUITS_LAITIERS: ['Produits laitiers et œufs', 'Produits laitiers', 'BOF', 'Crèmerie', 'Œufs'],
  BOULANGERIE: ['Boulangerie', 'Boulangerie et pâtisserie', 'Boulangerie/Pâtisserie', 'Pain', 'Pâtisserie'],
  BOISSONS: ['Boissons', 'Boisson'],
  AUTRES: ['Autres produits', 'Autres', 'Autre', 'Épicerie'],
}
export const family: CellKind<FamilyCode> = oneOf(
  families.map(({ id, purchaseCode }) => ({ value: purchaseCode, label: familyWords(id), others: SHORT_FAMILIES[purchaseCode] })),
  BY_CODE,
)

type Listed = (typeof characteristics)[number]
const labelChoice = ({ code, label }: Listed): Choice<Characteristic> => ({ value: code, label, others: SHORTER[code] ?? [] })
export const labelChoices = characteristics.map(labelChoice)
const proposed = listOf(characteristics.filter((one) => !('retired' in one)).map(labelChoice), BY_CODE)
/** Retired labels are read, since our own exports may hold them, and never proposed. */
export const labels: CellKind<readonly Characteristic[]> = { ...proposed, ...explained(listOf(labelChoices, BY_CODE)) }

export const ORIGIN_NAMES: Readonly<Record<Origin, readonly string[]>> = {
  FRANCE: ['Origine France', 'FR'],
  EUROPE: ['UE', 'Union européenne', 'Origine Europe', 'Europe hors France', 'UE hors France'],
}
export const origin: CellKind<Origin> = oneOf(
  origins.map(({ code, label }) => ({ value: code, label, others: ORIGIN_NAMES[code] })),
  BY_CODE,
)
export const localDefinition = oneOf(
  localDefinitions.map(({ code, label }) => ({ value: code, label })),
  BY_CODE,
)

const labelNames = labelChoices.map(({ label }) => label)
const NO_SUCH = 'choisissez un label de la liste, ou écrivez « aucun ».'
const MOST_TOLD = 100
/** How people say that there is none. A cell that says so is not blank: nothing is proposed in it. */
const NO_LABEL = ['aucun', 'aucune', 'sans', 'non', 'sans label', 'conventionnel', 'neant']

/** Says what to write instead of a word that is no label of the list; a column repeats itself, and so do its mistakes. */
function explained({ read, write }: CellKind<readonly Characteristic[]>): Pick<typeof labels, 'read' | 'write'> {
  const told = new Map<string, string>()
  const about = (typed: string) => {
    const known = told.get(typed)
    if (known !== undefined) return known
    const near = closest(typed, labelNames)
    const message = unknownLabel(typed) ?? `« ${typed.slice(0, 60)} » : ${near ? `vouliez-vous dire « ${near} » ?` : NO_SUCH}`
    if (told.size < MOST_TOLD) told.set(typed, message)
    return message
  }
  return {
    write,
    read(cell) {
      const reading = read(cell)
      if (!reading.error) return reading
      const typed = cellText(cell)
      if (NO_LABEL.includes(fold(typed))) return { value: [] }
      const wrong = typed.split(/[,;|\n]/).find((one) => one.trim() !== '' && read(one).error) ?? typed
      return { error: { ...reading.error, message: about(wrong.trim()) } }
    },
  }
}

/** Euros in cents. Below zero it is what a credit note gives back. More than two decimals are rounded, half down, as files have always been. */
export const price: CellKind<number> = (() => {
  const euros = amount(signedAmount)
  return {
    ...euros,
    // Ten decimals of a double, those that a spreadsheet keeps: it must not matter whether a file is a workbook or a text.
    read: (cell) => euros.read(typeof cell === 'number' ? Number(cell.toPrecision(15)).toFixed(10) : cell),
    schema: { type: 'number' },
  }
})()

function signedAmount(text: string) {
  const rounded = halfDown(text)
  const read = parseAmount(rounded, 'french')
  if (read.error !== 'negative') return read
  const { cents, error } = parseAmount(rounded.replace(/[-−]/, ''), 'french')
  return cents === undefined ? { error } : { cents: -cents }
}

/** « 12,34567 » can only be decimals; « 1.234 » may be a thousand, and is left for whoever wrote it to say. */
function halfDown(text: string): string {
  const match = /^\s*([-−]?)(\d{1,15})[.,](\d{2})(\d+)\s*$/.exec(text)
  if (!match) return text
  const [, sign = '', units = '', kept = '', rest = ''] = match
  if (rest.length === 1 && Number(units) > 0) return text
  const cents = Number(units) * 100 + Number(kept) + (/^(?:[6-9]|50*[1-9])/.test(rest) ? 1 : 0)
  return `${sign}${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}
