// A lesson: what a person corrected in what was recognised. Only the corrected parts are kept, so that nothing more is claimed than they said.

import type { FamilyId } from '../../law/families.ts'
import { type Characteristic, characteristics, type Origin } from '../../law/purchase.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import type { Recognition } from './recognise.ts'

/** What a line is said to be, by the dictionary or by a person. */
export type Reading = Pick<Recognition, 'family' | 'labels' | 'origin'> & {
  /** On the invoice, and not to be eaten. */
  readonly noFood?: boolean
}

/** Null and empty parts were not corrected. */
export type Lesson = {
  readonly noFood: boolean | null
  readonly family: FamilyId | null
  readonly labelsAdded: readonly Characteristic[]
  readonly labelsRemoved: readonly Characteristic[]
  /** `none`: the origin that was read is not to be kept. */
  readonly origin: Origin | 'none' | null
}

/** What was corrected; null when the person says the same. */
export function lessonBetween(read: Reading, decided: Reading): Lesson | null {
  const noFood = Boolean(decided.noFood) === Boolean(read.noFood) ? null : Boolean(decided.noFood)
  // A line set aside says nothing of what it is.
  if (decided.noFood) return noFood === null ? null : { noFood, family: null, labelsAdded: [], labelsRemoved: [], origin: null }
  const lesson = {
    noFood,
    family: decided.family === read.family ? null : decided.family,
    labelsAdded: decided.labels.filter((code) => !read.labels.includes(code)),
    labelsRemoved: read.labels.filter((code) => !decided.labels.includes(code)),
    origin: decided.origin === read.origin ? null : (decided.origin ?? 'none'),
  } as const
  const isNothing =
    noFood === null &&
    lesson.family === null &&
    lesson.labelsAdded.length + lesson.labelsRemoved.length === 0 &&
    lesson.origin === null
  return isNothing ? null : lesson
}

/** A person looked at that very wording. */
const CORRECTED = 0.99
const order = characteristics.map(({ code }) => code)

/** What was read, with what the team taught; `on`: the day of the correction. */
export function withLesson(read: Recognition, lesson: Lesson, on: IsoDate): Recognition {
  if (lesson.noFood) {
    const noFood = `comme votre équipe l’a fait le ${frenchDay(on)}`
    return { family: null, labels: [], origin: null, confidence: CORRECTED, evidence: [], learnedOn: on, noFood }
  }
  const { family, labelsAdded, labelsRemoved, origin } = lesson
  const labels = [...new Set([...read.labels, ...labelsAdded])].filter((code) => !labelsRemoved.includes(code))
  return {
    family: family ?? read.family,
    labels: labels.sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    origin: origin === null ? read.origin : origin === 'none' ? null : origin,
    confidence: CORRECTED,
    evidence: read.evidence.filter(
      (one) =>
        !(one.of === 'family' && family !== null) &&
        !(one.of === 'origin' && origin !== null) &&
        !labelsRemoved.some((code) => code === one.code),
    ),
    learnedOn: on,
  }
}
