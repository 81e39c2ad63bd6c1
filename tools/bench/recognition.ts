// How well, and how fast, the recogniser reads the labelled wordings: per family, per label, for each half of the set.
import { type Recognition, recognise } from '../../src/features/recognition/recognition.ts'
import { families } from '../../src/law/families.ts'
import { characteristics } from '../../src/law/purchase.ts'
import { type LabelledWording, labelledWordings } from '../evaluation/wordings.ts'

/** Year of the purchases of the set: level 2 of environmental certification still counts. */
const DATA_YEAR = 2026

export type Score = {
  /** How many of the set carry it. */
  readonly expected: number
  /** Of those proposed, how many are right; null when none was proposed. */
  readonly precision: number | null
  /** Of those to be found, how many were. */
  readonly recall: number | null
}
export type Scores = {
  readonly wordings: number
  readonly familyAccuracy: number
  readonly originAccuracy: number
  readonly labels: Score
  readonly perFamily: Readonly<Record<string, Score>>
  readonly perLabel: Readonly<Record<string, Score>>
}
export type Read = { readonly labelled: LabelledWording; readonly read: Recognition }

export const readHalf = (half: LabelledWording['half']): Read[] =>
  labelledWordings()
    .filter((one) => one.half === half)
    .map((labelled) => ({ labelled, read: recognise(labelled.wording, { dataYear: DATA_YEAR }) }))

/** Precision and recall of one half of the set. Labels are scored together, one family or one label at a time too. */
export function scoresOf(half: LabelledWording['half']): Scores {
  const all = readHalf(half)
  const score = (expected: (one: Read) => number, proposed: (one: Read) => number, right: (one: Read) => number): Score => {
    const sum = (count: (one: Read) => number) => all.reduce((total, one) => total + count(one), 0)
    return { expected: sum(expected), precision: share(sum(right), sum(proposed)), recall: share(sum(right), sum(expected)) }
  }
  const of = (expected: (one: Read) => boolean, proposed: (one: Read) => boolean) =>
    score(
      (one) => Number(expected(one)),
      (one) => Number(proposed(one)),
      (one) => Number(expected(one) && proposed(one)),
    )
  const accuracy = (right: (one: Read) => boolean) => share(all.filter(right).length, all.length) ?? 0
  const carried = characteristics.filter(({ code }) => all.some(({ labelled }) => labelled.labels.includes(code)))
  return {
    wordings: all.length,
    familyAccuracy: accuracy(({ labelled, read }) => labelled.family === read.family),
    originAccuracy: accuracy(({ labelled, read }) => labelled.origin === read.origin),
    labels: score(
      ({ labelled }) => labelled.labels.length,
      ({ read }) => read.labels.length,
      ({ labelled, read }) => read.labels.filter((code) => labelled.labels.includes(code)).length,
    ),
    perFamily: Object.fromEntries(
      families.map(({ id, purchaseCode }) => [
        purchaseCode,
        of(
          ({ labelled }) => labelled.family === id,
          ({ read }) => read.family === id,
        ),
      ]),
    ),
    perLabel: Object.fromEntries(
      carried.map(({ code }) => [
        code,
        of(
          ({ labelled }) => labelled.labels.includes(code),
          ({ read }) => read.labels.includes(code),
        ),
      ]),
    ),
  }
}

const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 1000) / 1000)

/** Wordings read in one go: short enough for one slice of time of the processor. */
const IN_ONE_GO = 100

/**
 * Wordings read on one core, over the whole set, after a warm-up; no two are the same, for each carries a number of its own.
 * Per second of the clock; per second of processor time; and undisturbed: each part of the set at its fastest, as on a machine left alone.
 */
function measureReading(milliseconds: number) {
  const wordings = labelledWordings().map(({ wording }) => wording)
  const parts = Array.from({ length: Math.ceil(wordings.length / IN_ONE_GO) }, (_, at) =>
    wordings.slice(at * IN_ONE_GO, (at + 1) * IN_ONE_GO),
  )
  const fastest = parts.map(() => Number.POSITIVE_INFINITY)
  let number = 0
  const round = () => {
    for (const [at, part] of parts.entries()) {
      const start = performance.now()
      for (const wording of part) recognise(`${wording} ${++number}`, { dataYear: DATA_YEAR })
      fastest[at] = Math.min(fastest[at]!, performance.now() - start)
    }
  }
  for (let warm = 0; warm < 3; warm++) round()
  const [read, begun, used] = [number, performance.now(), process.cpuUsage()]
  while (performance.now() - begun < milliseconds) round()
  const { user, system } = process.cpuUsage(used)
  const per = (seconds: number) => Math.round((number - read) / seconds)
  return {
    perSecond: per((performance.now() - begun) / 1000),
    perProcessorSecond: per((user + system) / 1e6),
    undisturbedPerSecond: Math.round((wordings.length / fastest.reduce((sum, one) => sum + one, 0)) * 1000),
  }
}

/** Part of `npm run bench`. */
export const measureRecognition = () => ({
  reading: measureReading(3000),
  tuning: scoresOf('tuning'),
  heldOut: scoresOf('held-out'),
})
