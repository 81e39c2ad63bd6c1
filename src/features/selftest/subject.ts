// Whose test this is: the answers so far, the canteen that they describe, and which obligations may concern it.
import type { CanteenFacts } from '../../law/canteen.ts'
import { type Applicability, applies, type ObligationId, obligations } from '../../law/obligations.ts'
import { anySector } from '../../law/sectors.ts'
import type { DataYear } from '../../law/timeline.ts'
import type { Commune } from '../territory/territory.ts'
import type { Answers } from './answers.ts'
import { communeOf } from './commune.ts'
import { canteenOf } from './to-law.ts'

export type Subject = {
  readonly answers: Answers
  readonly canteen: CanteenFacts
  readonly commune: Commune | null
  readonly dataYear: DataYear
  /** What the profile alone says of each obligation. */
  readonly duties: ReadonlyMap<ObligationId, Applicability>
  /** Is it worth asking which ministry it depends on? */
  readonly mayBeState: boolean
}

/** `currentYear` stands for the data year until one is chosen. */
export function subjectOf(answers: Answers, currentYear: DataYear): Subject {
  const commune = communeOf(answers.commune)
  const canteen = canteenOf(answers, commune?.population ?? null)
  const dataYear = answers.dataYear ?? currentYear
  return {
    answers,
    canteen,
    commune,
    dataYear,
    duties: new Map(obligations.map((obligation) => [obligation.id, applies(obligation, canteen, dataYear)])),
    mayBeState: canteen.economicModel !== 'private' && anySector(canteen.sectorList, 'state') === true,
  }
}
