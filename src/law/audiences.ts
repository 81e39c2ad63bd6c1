// Who a rule is for: yes, no, or null when the facts do not say. Shared by the targets and the obligations.
import type { CanteenFacts } from './canteen.ts'
import { anySector, sectors } from './sectors.ts'

/** All true → true; one false → false whatever the others; otherwise unknown. */
export function all(...answers: readonly (boolean | null)[]): boolean | null {
  let known = true
  for (const answer of answers) {
    if (answer === false) return false
    if (answer === null) known = false
  }
  return known ? true : null
}

/** One true → true whatever the others; all false → false; otherwise unknown. */
export function any(...answers: readonly (boolean | null)[]): boolean | null {
  let known = true
  for (const answer of answers) {
    if (answer === true) return true
    if (answer === null) known = false
  }
  return known ? false : null
}

/** Is the canteen under the responsibility of a public-law person? A line ministry says so when nothing else does. */
export function isPublic({ economicModel, lineMinistry }: CanteenFacts): boolean | null {
  if (economicModel !== null) return economicModel === 'public'
  return lineMinistry !== null ? true : null
}

/** Public-law persons, and private services of article L230-5. Source: L230-5-1 I CRPM. */
export function isPublicOrL2305(canteen: CanteenFacts): boolean | null {
  return any(isPublic(canteen), anySector(canteen.sectorList, 'l2305'))
}

/**
 * Is the canteen run by the State, one of its public establishments or a national public company?
 * Source: L230-5-1 I CRPM (meat and fish), L230-5-6 III (daily vegetarian choice).
 *
 * A line ministry or a State sector says yes. Readings of ours, to be confirmed by a lawyer: public hospitals are State
 * establishments (so the hospital federation reads it); a public staff restaurant of a company may or may not be one of a
 * national public company, so the answer stays unknown.
 */
export function isStateManaged(canteen: CanteenFacts): boolean | null {
  const { sectorList, lineMinistry } = canteen
  if (canteen.economicModel === 'private') return false
  if (lineMinistry !== null) return true
  if (sectorList === null || sectorList.length === 0) return null
  const isKnownPublic = canteen.economicModel === 'public'
  let answer: boolean | null = false
  for (const id of sectorList) {
    if (STATE_IF_PUBLIC.has(id)) {
      if (isKnownPublic) return true
      answer = null
    } else if (MAYBE_STATE.has(id)) answer = null
  }
  return answer
}

const STATE_IF_PUBLIC: ReadonlySet<string> = new Set([
  ...sectors.filter(({ state }) => state).map(({ id }) => id),
  'sante_hopital',
])
const MAYBE_STATE: ReadonlySet<string> = new Set(['entreprise_entreprise', 'entreprise_inter_entreprise'])
