// Level 2 of environmental certification: one box with HVE as long as both count, and what is no longer known once it stops.
import { certificationLevel2, certificationLevel2Counts } from '../../law/labels.ts'
import { type DataYear, inForce } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import type { Answers } from './answers.ts'
import type { Subject } from './subject.ts'

/** `counts`: ticked, and it will stop; `to_sort`: ticked with HVE when both counted, read with rules where it no longer does. */
export type Level2 = 'counts' | 'to_sort' | null

const counts = (dataYear: DataYear) => inForce(certificationLevel2, dataYear)?.value.counts ?? false

export function level2Of({ answers, dataYear: answered }: Subject, dataYear: DataYear): Level2 {
  if (!Array.isArray(answers.labels) || !answers.labels.includes('hve') || !counts(answered)) return null
  return counts(dataYear) ? 'counts' : 'to_sort'
}

/** The part that was level 2 is not known: nothing is supposed of the amounts that it may be in. */
export function withoutLevel2({ labelled, meatFishLabelled, ...others }: Answers): Answers {
  const unless = (answer: Answers['labelled']) => (answer?.kind === 'none' ? answer : { kind: 'unknown' as const })
  return { ...others, labelled: unless(labelled), meatFishLabelled: unless(meatFishLabelled) }
}

const end = certificationLevel2Counts.find(({ value }) => !value)!

export const level2Source = end.source
/** « Le niveau 2 ne compte plus pour les achats à partir du 1er janvier 2027 ». */
export const LEVEL_2_ENDS = `Le niveau 2 de la certification environnementale ne compte plus pour les achats à partir du ${frenchDay(end.on)}`
