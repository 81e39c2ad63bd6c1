// The level of each measure: what the law says, seen by someone who encourages. Pure. Never a mark; unknown is a task, not a level.
import type { MeasureStatus } from '../../law/measures.ts'
import type { MeasureId } from '../../law/obligations.ts'
import { compareShare } from '../../law/ratio.ts'
import type { Answers } from './answers.ts'
import type { ShareState, StateOfPlay } from './state-of-play.ts'

export type Level = 'to_start' | 'under_way' | 'reached' | 'exemplary' | 'to_specify' | 'not_concerned'

export const levelWords: Readonly<Record<Level, string>> = {
  to_start: 'À démarrer',
  under_way: 'En cours',
  reached: 'Objectif atteint',
  exemplary: 'Exemplaire',
  to_specify: 'À préciser',
  not_concerned: 'Rien d’exigé',
}

/** What the levels mean, for the reader. */
export const levelMeanings: readonly { level: Level; meaning: string }[] = [
  { level: 'to_start', meaning: 'rien n’est encore en place' },
  { level: 'under_way', meaning: 'une partie est faite' },
  { level: 'reached', meaning: 'tout ce que la loi demande est là' },
  { level: 'exemplary', meaning: 'vous allez plus loin que la loi' },
  { level: 'to_specify', meaning: 'il manque une réponse : ce n’est pas un manque de votre part' },
]

type Signs = {
  /** Something is done already. */
  begun: boolean
  /** More is done than what is asked. */
  beyond: boolean
}

export function levelOf(status: MeasureStatus, { begun, beyond }: Signs): Level {
  switch (status) {
    case 'reached':
      return beyond ? 'exemplary' : 'reached'
    case 'not_reached':
      return begun ? 'under_way' : 'to_start'
    case 'unknown':
      return 'to_specify'
    case 'not_applicable':
      return 'not_concerned'
  }
}

/** Half as much again as the target: where we speak of an example to follow. */
const isWellAbove = ({ target, figures }: ShareState): boolean =>
  target !== null &&
  figures.every(
    ({ part, whole }) =>
      whole.cents !== null && whole.cents > 0 && compareShare(part.atLeast * 2, whole.cents, target.percent * 3) >= 0,
  )

const isBegun = ({ figures }: ShareState) => figures.some(({ part }) => part.atLeast > 0)
const isNothing = ({ figures }: ShareState) => figures.every(({ whole }) => whole.cents === 0)

/** The levels of the five measures, and of meat and fish beside them. */
export function levels(state: StateOfPlay, answers: Answers): Record<MeasureId | 'meatFish', Level> {
  const { organic, quality, meatFish } = state.shares
  const status = (id: MeasureId) => state.measures.find((measure) => measure.id === id)!.status
  const applies = (id: string) => state.obligations.find((obligation) => obligation.id === id)!.applies
  const meatStatus: MeasureStatus =
    meatFish.target === null || isNothing(meatFish)
      ? 'not_applicable'
      : meatFish.met === null
        ? 'unknown'
        : meatFish.met
          ? 'reached'
          : 'not_reached'
  return {
    appro: levelOf(status('appro'), {
      begun: isBegun(organic) || isBegun(quality),
      beyond: isWellAbove(organic) || isWellAbove(quality),
    }),
    meatFish: levelOf(meatStatus, { begun: isBegun(meatFish), beyond: isWellAbove(meatFish) }),
    waste: levelOf(status('waste'), wasteSigns(answers)),
    diversification: levelOf(status('diversification'), proteinSigns(answers, applies)),
    plastic: levelOf(status('plastic'), plasticSigns(answers, applies)),
    info: levelOf(status('info'), {
      begun: (answers.informationSupports ?? 'unknown') !== 'unknown' && answers.informationSupports!.length > 0,
      beyond: answers.informationFrequency === 'REGULARLY' && answers.nutrition === 'yes',
    }),
  }
}

/** Someone who measures and leads several actions does more than the law's diagnosis and first action. */
const SEVERAL = 3

function wasteSigns({ wasteDiagnosis, wastePlan, wasteMeasured, wasteActions, donationAgreement }: Answers): Signs {
  const actions = Array.isArray(wasteActions) ? wasteActions.length : 0
  return {
    begun: actions > 0 || [wasteDiagnosis, wastePlan, wasteMeasured, donationAgreement].includes('yes'),
    beyond: wastePlan === 'yes' && wasteMeasured === 'yes' && actions >= SEVERAL,
  }
}

type Applies = (id: string) => boolean | null

function proteinSigns({ vegetarianFrequency, diversificationPlan }: Answers, applies: Applies): Signs {
  const often = vegetarianFrequency === 'DAILY' || vegetarianFrequency === 'HIGH'
  const owesNothing = ['diversification-plan', 'vegetarian-weekly', 'vegetarian-daily'].every((id) => applies(id) === false)
  return {
    begun: diversificationPlan === 'yes' || often || vegetarianFrequency === 'MID' || vegetarianFrequency === 'LOW',
    // A canteen that owes nothing and does it all the same goes further than the law.
    beyond:
      owesNothing ||
      (often && applies('vegetarian-daily') === false) ||
      (diversificationPlan === 'yes' && applies('diversification-plan') === false),
  }
}

function plasticSigns({ cookingContainers, servingContainers, bottles, tableware }: Answers, applies: Applies): Signs {
  const all = [cookingContainers, servingContainers, bottles, tableware]
  return {
    begun: all.some((answer) => answer === 'yes' || answer === 'partly'),
    // Bottles gone where only schools must: the rest of the plastics measure is owed by all.
    beyond:
      all.every((answer) => answer === undefined || answer === 'yes') &&
      applies('plastic-bottles') === false &&
      bottles === 'yes',
  }
}
