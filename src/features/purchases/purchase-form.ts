// A purchase as a form sends it, and back: what was typed, what it means, what is wrong with it.
import { families } from '../../law/families.ts'
import { decimal, parseAmount } from '../../law/money.ts'
import {
  type Characteristic,
  checkPurchase,
  isCharacteristic,
  localDefinitions,
  origins,
  type PurchaseRecord,
} from '../../law/purchase.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { shortDay } from '../../platform/html/dates.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { date as dateCell } from '../../platform/tables/date.kind.ts'

/** Fields by what they hold. */
export const FIELD: Readonly<Record<keyof PurchaseRecord | 'credit', string>> = {
  date: 'date',
  description: 'produit',
  supplier: 'fournisseur',
  priceExclTaxCents: 'prix-ht',
  family: 'famille',
  characteristics: 'label',
  origin: 'origine',
  shortChain: 'circuit-court',
  local: 'local',
  localDefinition: 'local-definition',
  localKm: 'local-km',
  credit: 'avoir',
}

export type TypedPurchase = PurchaseRecord & { readonly credit: boolean }

const AMOUNT_WORDS = {
  not_a_number: 'Indiquez le prix hors taxe en euros, par exemple 125,40.',
  negative: 'Un achat ne peut pas être négatif. Pour un avoir, cochez « C’est un avoir ».',
  too_many_decimals: 'Un prix a deux décimales au plus, par exemple 125,40.',
  too_large: 'Ce prix est trop grand : vérifiez les chiffres.',
} as const

/** The purchase of a posted form, with every error at its field. `today` is the day in Paris. The price of a credit note is typed without its sign. */
export function readPurchase(form: FormValues, today: string): { purchase: TypedPurchase; errors: FieldError[] } {
  const errors: FieldError[] = []
  const wrong = (field: keyof typeof FIELD, message: string) => errors.push({ field: FIELD[field], message })
  const credit = form.get(FIELD.credit) === 'oui'
  const price = parseAmount(form.get(FIELD.priceExclTaxCents), 'french')
  if (price.error !== undefined) wrong('priceExclTaxCents', AMOUNT_WORDS[price.error])
  const date = readDay(form.get(FIELD.date))
  if (date === null) wrong('date', 'Indiquez la date de l’achat, par exemple 30/09/2026.')
  const among = <Value extends string>(values: readonly Value[], field: string): Value | null =>
    values.find((value) => value === form.get(field)) ?? null
  const local = form.get(FIELD.local) === 'oui'
  const localDefinition = local
    ? among(
        localDefinitions.map(({ code }) => code),
        FIELD.localDefinition,
      )
    : null
  const km = form.get(FIELD.localKm)
  const purchase: TypedPurchase = {
    date: date ?? today,
    description: form.get(FIELD.description).replace(/\s+/g, ' '),
    supplier: form.get(FIELD.supplier).replace(/\s+/g, ' ') || null,
    priceExclTaxCents: (credit ? -1 : 1) * (price.cents ?? 0) + 0,
    family: among(
      families.map(({ id }) => id),
      FIELD.family,
    ),
    characteristics: readLabels(form),
    origin: among(
      origins.map(({ code }) => code),
      FIELD.origin,
    ),
    shortChain: form.get(FIELD.shortChain) === 'oui',
    local,
    localDefinition,
    // A distance belongs to a definition in kilometres: beside another one it says nothing.
    localKm: localDefinition === 'KM' && km !== '' ? (/^\d{1,6}$/.test(km) ? Number(km) : Number.NaN) : null,
    credit,
  }
  const taken = new Set(errors.map(({ field }) => field))
  for (const { field, message } of checkPurchase(purchase, { today, credit }))
    if (!taken.has(FIELD[field])) errors.push({ field: FIELD[field], message })
  return { purchase, errors: errors.sort(byPlace) }
}

const readLabels = (form: FormValues): Characteristic[] => form.all(FIELD.characteristics).filter(isCharacteristic)

const day = dateCell()
/** A day as people type it, the same ways as in a file (« 30/09/2026 », « 30 sept. 2026 », « 2026-09-30 »); null when it is none. */
export const readDay = (typed: string): IsoDate | null => day.read(typed).value ?? null

/** Down the page: the summary leads from one field to the next. */
const ORDER: readonly string[] = [
  FIELD.description,
  FIELD.priceExclTaxCents,
  FIELD.date,
  FIELD.supplier,
  FIELD.family,
  FIELD.localDefinition,
  FIELD.localKm,
]
const byPlace = (a: FieldError, b: FieldError) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field)

/** « 1234,50 », as one types it. */
export const priceText = (cents: number): string => decimal(cents).replace('.', ',')

/** A purchase as the fields of its form. */
export function purchaseFields(purchase: TypedPurchase): [string, string][] {
  const fields: [string, string][] = [
    [FIELD.date, shortDay(purchase.date)],
    [FIELD.description, purchase.description],
    [FIELD.supplier, purchase.supplier ?? ''],
    [FIELD.priceExclTaxCents, priceText(Math.abs(purchase.priceExclTaxCents))],
    [FIELD.family, purchase.family ?? ''],
    ...purchase.characteristics.map((code): [string, string] => [FIELD.characteristics, code]),
    [FIELD.origin, purchase.origin ?? ''],
    [FIELD.shortChain, purchase.shortChain ? 'oui' : ''],
    [FIELD.local, purchase.local ? 'oui' : ''],
    [FIELD.localDefinition, purchase.localDefinition ?? ''],
    [FIELD.localKm, purchase.localKm === null ? '' : String(purchase.localKm)],
    [FIELD.credit, purchase.credit ? 'oui' : ''],
  ]
  return fields.filter(([, value]) => value !== '')
}
