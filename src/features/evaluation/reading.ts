// From what was sent to the facts that the law needs, or to everything that is wrong, field by field, all at once.
import type { CanteenFacts } from '../../law/canteen.ts'
import { noPractices, type Practices } from '../../law/practices.ts'
import type { Procurement } from '../../law/procurement.ts'
import type { DataYear } from '../../law/timeline.ts'
import { unknownNames } from '../../platform/http/json-errors.ts'
import { readAmounts } from './amounts.ts'
import { readCanteen } from './canteen-facts.ts'
import { type RequestError, RequestErrors, shapeError } from './errors.ts'
import { type PracticesSent, requestParts, requestSchema, type Sent } from './request.ts'

export type Facts = {
  readonly dataYear: DataYear
  readonly canteen: CanteenFacts
  /** null: no amount was sent. */
  readonly procurement: Procurement | null
  readonly practices: Practices
}

type Part = keyof typeof requestParts

/** Reads the body of a request. Never throws, whatever was sent. */
export function readRequest(body: unknown): { facts: Facts; errors?: never } | { errors: RequestError[]; facts?: never } {
  const errors = new RequestErrors()
  checkShape(body, errors)
  const sent = asObject(body)
  const dataYear = errors.concern(['dataYear']) ? null : (sent.dataYear as DataYear)
  const canteen = readCanteen(soundPart(sent, 'canteen', errors), errors)
  const practices = readPractices(soundPart(sent, 'practices', errors), errors)
  const amounts = soundPart(sent, 'procurement', errors)
  const procurement = readAmounts(amounts, { dataYear, yearlyMealCount: canteen.yearlyMealCount }, errors)
  if (errors.any || dataYear === null) return { errors: errors.list() }
  return { facts: { dataYear, canteen, procurement, practices } }
}

const asObject = (value: unknown): Sent =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Sent) : {}

function checkShape(body: unknown, errors: RequestErrors) {
  const { error } = requestSchema.safeParse(body)
  for (const issue of error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      const unknown = issue.path.length === 0 ? unknownAtTop : unknownIn[issue.path[0] as Part]
      for (const key of issue.keys) errors.add([...issue.path, key], () => unknown(key))
    } else {
      const value = issue.path.reduce<unknown>((found, key) => (found as Record<PropertyKey, unknown>)[key], body)
      errors.add(issue.path, () => shapeError(issue, value))
    }
  }
}

const unknownAtTop = unknownNames(Object.keys(requestSchema.shape))
const unknownIn = {
  canteen: unknownNames(Object.keys(requestParts.canteen.shape)),
  procurement: unknownNames(Object.keys(requestParts.procurement.shape)),
  practices: unknownNames(Object.keys(requestParts.practices.shape)),
}

/** The fields of a part that have the right shape: the others are reported already, and must not hide what else is wrong. */
function soundPart(sent: Sent, part: Part, errors: RequestErrors): Sent {
  return Object.fromEntries(Object.entries(asObject(sent[part])).filter(([key]) => !errors.concern([part, key])))
}

function readPractices(sent: PracticesSent, errors: RequestErrors): Practices {
  const url = sent.communicationSupportUrl
  if (url && !isWebAddress(url)) errors.add(['practices', 'communicationSupportUrl'], () => NOT_A_URL)
  return { ...noPractices, ...Object.fromEntries(Object.entries(sent).filter(([key]) => key in noPractices)) }
}

const NOT_A_URL = {
  code: 'not_a_url',
  message: 'Indiquez une adresse complète qui commence par https:// ou http://, ou laissez vide.',
} as const
const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
