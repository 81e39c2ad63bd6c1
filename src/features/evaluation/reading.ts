// From what was sent to the facts that the law needs, or to everything that is wrong, field by field, all at once.
import type { CanteenFacts } from '../../law/canteen.ts'
import { noPractices, type Practices } from '../../law/practices.ts'
import type { Procurement } from '../../law/procurement.ts'
import type { DataYear } from '../../law/timeline.ts'
import { readAmounts } from './amounts.ts'
import { readCanteen } from './canteen-facts.ts'
import { type RequestError, RequestErrors, shapeError, unknownName } from './errors.ts'
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
    const [part] = issue.path
    if (issue.code === 'unrecognized_keys') {
      const known = Object.keys(part === undefined ? requestSchema.shape : requestParts[part as Part].shape)
      for (const key of issue.keys) errors.add([...issue.path, key], 'unknown_field', unknownName(key, known))
    } else {
      const value = issue.path.reduce<unknown>((found, key) => (found as Record<PropertyKey, unknown>)[key], body)
      const { code, message } = shapeError(issue, value)
      errors.add(issue.path, code, message)
    }
  }
}

/** The fields of a part that have the right shape: the others are reported already, and must not hide what else is wrong. */
function soundPart(sent: Sent, part: Part, errors: RequestErrors): Sent {
  return Object.fromEntries(Object.entries(asObject(sent[part])).filter(([key]) => !errors.concern([part, key])))
}

function readPractices(sent: PracticesSent, errors: RequestErrors): Practices {
  const url = sent.communicationSupportUrl
  if (url && !isWebAddress(url))
    errors.add(
      ['practices', 'communicationSupportUrl'],
      'not_a_url',
      'Indiquez une adresse complète qui commence par https:// ou http://, ou laissez vide.',
    )
  return { ...noPractices, ...Object.fromEntries(Object.entries(sent).filter(([key]) => key in noPractices)) }
}

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
