// Where the canteen stands: the law's verdict on each way the amounts may be, put together so that only what is certain is said.
import { sharesOf, type TargetFigure } from '../../law/figures.ts'
import type { MeasureStatus, MeasureVerdict, ObligationVerdict } from '../../law/measures.ts'
import type { Cents } from '../../law/money.ts'
import type { MeasureId } from '../../law/obligations.ts'
import { totals } from '../../law/procurement.ts'
import { type Target, targetsFor } from '../../law/targets.ts'
import type { DataYear } from '../../law/timeline.ts'
import { evaluate, type Verdict } from '../../law/verdict.ts'
import { meatFishCases, sharesCases } from './amounts.ts'
import type { Answers } from './answers.ts'
import { type Contradiction, contradictionsOf } from './contradictions.ts'
import { type Level2, level2Of, withoutLevel2 } from './level-2.ts'
import type { Subject } from './subject.ts'
import { practicesOf } from './to-law.ts'

/** A share against its target: one figure, or the two ends when the total is a range. */
export type ShareState = {
  readonly label: string
  readonly target: Target | null
  /** null: not known yet, or the two ends disagree. */
  readonly met: boolean | null
  readonly figures: readonly [TargetFigure, ...TargetFigure[]]
  /** True euros; otherwise only the shares mean something. */
  readonly inEuros: boolean
  /** What is missing, at both ends, in cents; null when unknown or when there are no true euros. */
  readonly gap: { readonly least: Cents; readonly most: Cents; readonly mostPerMeal: string | null } | null
}

export type StateOfPlay = {
  readonly dataYear: DataYear
  readonly shares: { readonly organic: ShareState; readonly quality: ShareState; readonly meatFish: ShareState }
  readonly measures: readonly MeasureVerdict[]
  readonly obligations: readonly ObligationVerdict[]
  readonly warnings: Verdict['warnings']
  /** Amounts that contradict each other: the shares are then left open rather than judged. */
  readonly contradictions: readonly Contradiction[]
  readonly level2: Level2
}

/** Judges the answers for a data year, the one chosen in the test or another to compare with. */
export function stateOfPlay(subject: Subject, dataYear: DataYear): StateOfPlay {
  const { answers, canteen } = subject
  const contradictions = contradictionsOf(answers, dataYear)
  const level2 = level2Of(subject, dataYear)
  const known = withoutContradiction(answers, contradictions)
  const sound = level2 === 'to_sort' ? withoutLevel2(known) : known
  const practices = practicesOf(sound)
  const cases = sharesCases(sound)
  const verdicts = cases.map(({ procurement }) => evaluate({ canteen, dataYear, procurement, practices }))
  const first = verdicts[0]!
  const meat = meatFishCases(sound)
  const targets = targetsFor(canteen, dataYear)
  const meatFigures = meat.map(({ procurement }) => sharesOf(totals(procurement), targets, canteen.yearlyMealCount).meatFish)
  const inEuros = cases[0]?.inEuros ?? false
  const organic = shareState(ends(verdicts, 'organic'), inEuros)
  const quality = shareState(ends(verdicts, 'quality'), inEuros)
  const meatFish = shareState([meatFigures[0]!, ...meatFigures.slice(1)], meat[0]?.inEuros ?? false)
  const met = { 'organic-share': organic.met, 'quality-share': quality.met, 'meat-fish-share': meatFish.met }
  return {
    dataYear,
    shares: { organic, quality, meatFish },
    measures: first.measures.map((measure) =>
      measure.id === 'appro' ? { ...measure, status: agreed(verdicts, 'appro') } : measure,
    ),
    obligations: first.obligations.map((one) => (one.id in met ? { ...one, met: met[one.id as keyof typeof met] } : one)),
    warnings: first.warnings.filter(({ code }) => code !== 'unusual_cost_per_meal' || inEuros),
    contradictions,
    level2,
  }
}

const ends = (verdicts: readonly Verdict[], name: 'organic' | 'quality'): [TargetFigure, ...TargetFigure[]] => {
  const [first, ...others] = verdicts.map(({ shares }) => shares[name])
  return [first!, ...others]
}

/** The same answer at both ends is certain; otherwise nobody knows yet. */
function agreed(verdicts: readonly Verdict[], id: MeasureId): MeasureStatus {
  const statuses = new Set(verdicts.map(({ measures }) => measures.find((measure) => measure.id === id)!.status))
  return statuses.size === 1 ? [...statuses][0]! : 'unknown'
}

function shareState(figures: readonly [TargetFigure, ...TargetFigure[]], inEuros: boolean): ShareState {
  const [first] = figures
  const last = figures[figures.length - 1]!
  const gaps = figures.map(({ gapCents }) => gapCents).filter((cents) => cents !== null)
  const most = gaps.length === figures.length ? Math.max(...gaps) : null
  const widest = figures.find(({ gapCents }) => gapCents === most)
  return {
    label: first.label,
    target: first.target,
    met: first.met === last.met ? first.met : null,
    figures,
    inEuros,
    gap: most === null || !inEuros ? null : { least: Math.min(...gaps), most, mostPerMeal: widest?.gapPerMeal ?? null },
  }
}

/** What may still be judged: when every contradiction is met at meat and fish, only they are left open. */
function withoutContradiction(answers: Answers, contradictions: readonly Contradiction[]): Answers {
  if (contradictions.length === 0) return answers
  const { meatFish, meatFishLabelled, ...withoutMeat } = answers
  const isAboutMeat = ({ questions }: Contradiction) => questions.includes('meatFish') || questions.includes('meatFishLabelled')
  if (contradictions.every(isAboutMeat)) return withoutMeat
  const { total, organic, labels, labelled, criteria, ...others } = withoutMeat
  return others
}
