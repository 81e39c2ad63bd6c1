// What the forms of recurring purchases send: a rhythm and an end, a model, and decisions day by day.
import type { IsoDate } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { type FieldError, type FormValues, formValues, replacing } from '../../platform/http/forms.ts'
import { FIELD, type Purchase, purchaseFields, readDay, readPurchase } from '../purchases/purchases.ts'
import type { Model } from './recurring.sql.ts'
import type { Decision, Proposed } from './recurring.ts'
import { farthestEnd, type Rhythm } from './schedule.ts'
import { rhythmChoices } from './words.ts'

export const RHYTHM_FIELD = 'rythme'
export const END_FIELD = 'jusqu-au'

/** The last day of a form; left blank, the farthest that one may choose. */
export function readEnd(form: FormValues, today: IsoDate): { endsOn: IsoDate; errors: FieldError[] } {
  const typed = form.get(END_FIELD)
  const farthest = farthestEnd(today)
  const endsOn = typed === '' ? farthest : readDay(typed)
  const wrong = (message: string) => ({ endsOn: farthest, errors: [{ field: END_FIELD, message }] })
  if (endsOn === null) return wrong('Indiquez le dernier jour, par exemple 31/12/2026, ou laissez vide.')
  if (endsOn < today) return wrong('Ce jour est passé : indiquez un jour à venir, ou laissez vide.')
  if (endsOn > farthest) return wrong(`Choisissez un jour jusqu’au ${frenchDay(farthest)} : vous pourrez prolonger ensuite.`)
  return { endsOn, errors: [] }
}

export function readRhythm(form: FormValues): { every: Rhythm; errors: FieldError[] } {
  const every = rhythmChoices.find(({ value }) => value === form.get(RHYTHM_FIELD))?.value
  return every
    ? { every, errors: [] }
    : { every: 'week', errors: [{ field: RHYTHM_FIELD, message: 'Choisissez un rythme : chaque semaine ou chaque mois.' }] }
}

export const modelOf = ({ description, supplier, priceExclTaxCents, ...one }: Purchase): Model => ({
  description,
  supplier,
  priceExclTaxCents,
  family: one.family,
  characteristics: one.characteristics,
  origin: one.origin,
  shortChain: one.shortChain,
  local: one.local,
  localDefinition: one.localDefinition,
  localKm: one.localKm,
})

const fieldsOn = (model: Model, day: IsoDate) => formValues(purchaseFields({ ...model, date: day, credit: false }))
export const modelFields = (model: Model, today: IsoDate) => fieldsOn(model, today)

/** What a form changes of a model; the rest stays. */
export const MODEL_FIELDS = [FIELD.description, FIELD.supplier, FIELD.priceExclTaxCents, FIELD.family, FIELD.characteristics]
export function readModel(form: FormValues, before: Model, today: IsoDate): { model: Model; errors: FieldError[] } {
  const kept = fieldsOn(before, today)
    .pairs()
    .filter(([name]) => !MODEL_FIELDS.includes(name))
  const typed = form.pairs().filter(([name]) => MODEL_FIELDS.includes(name))
  const { purchase, errors } = readPurchase(formValues([...kept, ...typed]), today)
  const { date: _, credit: __, ...model } = purchase
  return { model, errors }
}

export const amountField = ({ recurring, day }: Proposed) => `montant-${recurring.id}-${day}`
export const choiceField = ({ recurring, day }: Proposed) => `choix-${recurring.id}-${day}`
export const CHOICES = [
  { value: 'enregistrer', label: 'Enregistrer' },
  { value: 'passer', label: 'Passer' },
  { value: 'attendre', label: 'Plus tard' },
]

/** What was decided of the days that wait; a day that the form does not speak of waits on. */
export function readDecisions(form: FormValues, waiting: readonly Proposed[], today: IsoDate) {
  const decisions: Decision[] = []
  const errors: FieldError[] = []
  for (const one of waiting) {
    const choice = form.get(choiceField(one))
    const { id: recurringId, model } = one.recurring
    if (choice === 'passer') decisions.push({ recurringId, day: one.day, outcome: 'skipped', cents: 0 })
    if (choice !== 'enregistrer') continue
    const values = replacing(fieldsOn(model, one.day), [[FIELD.priceExclTaxCents, form.get(amountField(one))]])
    const { purchase, errors: wrong } = readPurchase(values, today)
    const price = wrong.find(({ field }) => field === FIELD.priceExclTaxCents)
    if (price) errors.push({ field: amountField(one), message: price.message })
    else decisions.push({ recurringId, day: one.day, outcome: 'added', cents: purchase.priceExclTaxCents })
  }
  return { decisions, errors }
}
