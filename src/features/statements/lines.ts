// The lines of a statement as a form sends them, and back: what was typed, what it means, what is wrong with it.
import type { StatedLine } from '../../law/consistency.ts'
import { type FamilyId, families } from '../../law/families.ts'
import { type Cents, decimal, parseAmount } from '../../law/money.ts'
import { type Characteristic, characteristics, isCharacteristic, LONGEST_DESCRIPTION, origins } from '../../law/purchase.ts'
import type { DataYear } from '../../law/timeline.ts'
import { type FieldError, type FormValues, replacing } from '../../platform/http/forms.ts'
import { recognise } from '../recognition/recognition.ts'
import { type Content, MOST_LINES } from './statement.ts'

export type LinePart = 'libelle' | 'famille' | 'label' | 'origine' | 'montant'
export const lineField = (index: number, part: LinePart | 'decision' | 'mot') => `ligne-${index}-${part}`
/** How many lines the page shows: sent along, so that the page comes back with as many. */
export const COUNT = 'lignes'
export const FIELD = { total: 'total', certificates: 'certificats' } as const
/** The total of a family, where the file gave one beside its labelled parts. */
export const totalField = (family: FamilyId) => `total-${family}`

export const LONGEST_CERTIFICATES = 300

const PARTS: readonly LinePart[] = ['libelle', 'famille', 'label', 'origine', 'montant']

/** Labels in one choice: codes with spaces between, in the order of the national files. */
export const labelSet = (codes: readonly Characteristic[]): string =>
  characteristics
    .filter(({ code }) => codes.includes(code))
    .map(({ code }) => code)
    .join(' ')

const readLabels = (typed: string): Characteristic[] => [...new Set(typed.split(' ').filter(isCharacteristic))]

/** « 1234,56 », as people type it. */
export const typedAmount = (cents: Cents): string => decimal(cents).replace('.', ',')

export const countOf = (form: FormValues): number => Math.min(MOST_LINES, Math.max(1, Math.floor(Number(form.get(COUNT))) || 1))

/** The fields of these lines. */
export const lineFields = (lines: readonly StatedLine[]): [string, string][] =>
  lines.flatMap(({ wording, family, characteristics: codes, origin, cents }, index): [string, string][] => [
    [lineField(index, 'libelle'), wording],
    [lineField(index, 'famille'), family],
    [lineField(index, 'label'), labelSet(codes)],
    [lineField(index, 'origine'), origin ?? ''],
    [lineField(index, 'montant'), typedAmount(cents)],
  ])

/** The fields of what was filled in before. */
export const contentFields = ({ lines, total, familyTotals, certificates }: Content): [string, string][] => [
  [COUNT, String(lines.length)],
  ...lineFields(lines),
  ...families.flatMap(({ id }): [string, string][] => {
    const cents = familyTotals[id]
    return cents === undefined ? [] : [[totalField(id), typedAmount(cents)]]
  }),
  [FIELD.total, total === null ? '' : typedAmount(total)],
  [FIELD.certificates, certificates],
]

const AMOUNT_WORDS = {
  not_a_number: 'Indiquez le montant de l’année hors taxe, en euros : 1 250,40.',
  negative: 'Un montant ne peut pas être négatif : déduisez les avoirs des livraisons de l’année.',
  too_many_decimals: 'Un montant a deux décimales au plus : 1 250,40.',
  too_large: 'Ce montant est trop grand : vérifiez les chiffres.',
} as const

/** One line, with every error at its field; `line` is null when there is one. */
export function readLine(form: FormValues, index: number): { line: StatedLine | null; errors: FieldError[] } {
  const errors: FieldError[] = []
  const value = (part: LinePart) => form.get(lineField(index, part))
  const wrong = (part: LinePart, message: string) => errors.push({ field: lineField(index, part), message })
  const wording = value('libelle').replace(/\s+/g, ' ')
  if (wording.length > LONGEST_DESCRIPTION)
    wrong('libelle', `Ce libellé est trop long : ${LONGEST_DESCRIPTION} caractères au plus.`)
  const family = families.find(({ id }) => id === value('famille'))?.id ?? null
  if (family === null) wrong('famille', `Choisissez la famille de la ligne ${index + 1}.`)
  const { cents = 0, error } = parseAmount(value('montant'), 'french')
  if (error) wrong('montant', AMOUNT_WORDS[error])
  else if (cents === 0) wrong('montant', 'Indiquez un montant au-dessus de zéro, ou videz la ligne.')
  const origin = origins.find(({ code }) => code === value('origine'))?.code ?? null
  const characteristics = readLabels(value('label'))
  return { line: family === null || errors.length > 0 ? null : { wording, family, characteristics, origin, cents }, errors }
}

const isBlank = (form: FormValues, index: number) => PARTS.every((part) => form.get(lineField(index, part)) === '')

export type ReadContent = {
  /** Null when something is wrong. */
  readonly content: Content | null
  readonly errors: readonly FieldError[]
  /** What was typed, with the families that wordings tell where none was chosen. */
  readonly values: FormValues
}

/** What a supplier filled in. Blank lines are left out; a family left blank is proposed from the wording, and asked to be looked at. */
export function readContent(form: FormValues, year: DataYear): ReadContent {
  const errors: FieldError[] = []
  const lines: StatedLine[] = []
  const proposed: [string, string][] = []
  for (let index = 0; index < countOf(form); index++) {
    if (isBlank(form, index)) continue
    const pairs = proposal(form, index, year)
    proposed.push(...pairs)
    const { line, errors: wrong } = readLine(form, index)
    if (line) lines.push(line)
    for (const { field, message } of wrong)
      errors.push({ field, message: pairs.some(([name]) => name === field) ? PROPOSED : message })
  }
  const first = lineField(0, 'libelle')
  if (lines.length + errors.length === 0)
    errors.push({ field: first, message: 'Remplissez au moins une ligne, ou déposez votre fichier.' })
  const total = readTotal(form, FIELD.total, errors)
  const familyTotals: Partial<Record<FamilyId, Cents>> = {}
  for (const { id } of families) {
    const cents = readTotal(form, totalField(id), errors)
    if (cents !== null) familyTotals[id] = cents
  }
  const certificates = form.get(FIELD.certificates)
  if (certificates.length > LONGEST_CERTIFICATES)
    errors.push({ field: FIELD.certificates, message: `Ce texte est trop long : ${LONGEST_CERTIFICATES} caractères au plus.` })
  const content = errors.length > 0 ? null : { lines, total, familyTotals, certificates }
  return { content, errors, values: replacing(form, proposed) }
}

const PROPOSED = 'Nous avons choisi cette famille d’après le libellé : vérifiez-la, avec ses labels, puis continuez.'

/** Fields to fill from the wording of a line whose family is blank; what was chosen is left alone. */
function proposal(form: FormValues, index: number, year: DataYear): [string, string][] {
  const wording = form.get(lineField(index, 'libelle'))
  if (form.get(lineField(index, 'famille')) !== '' || wording === '') return []
  const { family, labels, origin } = recognise(wording, { dataYear: year })
  if (family === null) return []
  const pairs: [string, string][] = [[lineField(index, 'famille'), family]]
  if (form.get(lineField(index, 'label')) === '') pairs.push([lineField(index, 'label'), labelSet(labels)])
  if (form.get(lineField(index, 'origine')) === '') pairs.push([lineField(index, 'origine'), origin ?? ''])
  return pairs
}

function readTotal(form: FormValues, field: string, errors: FieldError[]): Cents | null {
  if (form.get(field) === '') return null
  const { cents, error } = parseAmount(form.get(field), 'french')
  if (error) errors.push({ field, message: AMOUNT_WORDS[error] })
  return cents ?? null
}
