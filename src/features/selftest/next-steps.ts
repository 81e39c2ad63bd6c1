// What to do next, ranked. Pure: what the law asks and is not done first, the cheapest first; then what nobody knows yet; then further.
import { type MeasureId, obligationOf } from '../../law/obligations.ts'
import { hasWasteActions } from '../../law/practice-answers.ts'
import { LEVEL_2_ENDS } from './level-2.ts'
import { type Act, type Effort, furtherSteps, type NextStepKey, nextStepRows } from './next-step.data.ts'
import type { StepId } from './question.ts'
import type { ShareState, StateOfPlay } from './state-of-play.ts'
import type { Subject } from './subject.ts'
import { practicesOf } from './to-law.ts'
import { eurosBetween, perMeal } from './words.ts'

export type NextStep = {
  id: string
  measure: MeasureId
  /** What to look for among the resources, when it is not the measure. */
  topic?: 'declaration'
  /** `act`: asked by the law, not done yet; `settle`: not known yet; `further`: around or beyond the law. */
  kind: 'act' | 'settle' | 'further'
  effort: Effort
  title: string
  how: string
  effect: string
  /** What to look for among the resources. */
  words: string
  /** The screen of the test to come back to with the answer. */
  step: StepId | null
  /** A page of the site that helps. */
  href: string | null
}

const KINDS: readonly NextStep['kind'][] = ['act', 'settle', 'further']
const EFFORTS: readonly Effort[] = ['hour', 'days', 'project']

/** Every step worth taking, the best first. */
export function nextSteps(state: StateOfPlay, subject: Subject): NextStep[] {
  const found = [...level2Steps(state), ...profileSteps(subject), ...dutySteps(state, subject), ...further(state, subject)]
  const rank = ({ kind, effort }: NextStep) => KINDS.indexOf(kind) * EFFORTS.length + EFFORTS.indexOf(effort)
  return found
    .map((step, index) => ({ step, index }))
    .sort((a, b) => rank(a.step) - rank(b.step) || a.index - b.index)
    .map(({ step }) => step)
}

/** The three to show first: the best of three different measures when there are that many, so that no one is buried. */
export function threeFirst(ranked: readonly NextStep[]): NextStep[] {
  const chosen: NextStep[] = []
  const urgent = ranked.filter(({ kind }) => kind !== 'further')
  for (const step of urgent) if (chosen.every(({ measure }) => measure !== step.measure)) chosen.push(step)
  for (const step of ranked) if (!chosen.includes(step)) chosen.push(step)
  const three = chosen.slice(0, 3)
  return ranked.filter((step) => three.includes(step))
}

function dutySteps(state: StateOfPlay, subject: Subject): NextStep[] {
  const wasteAction = hasWasteActions(practicesOf(subject.answers))
  return (Object.keys(nextStepRows) as NextStepKey[]).flatMap((key): NextStep[] => {
    const row = nextStepRows[key]
    const duty = state.obligations.find(({ id }) => id === (key === 'waste-action' ? 'waste-diagnosis' : key))
    const met = key === 'waste-action' ? wasteAction : (duty?.met ?? null)
    if (!duty || duty.applies === false || met === true) return []
    const base = { id: key, measure: row.measure, words: row.act.words, step: row.step, href: null }
    if (duty.applies && met === false) return [{ ...base, ...row.act, kind: 'act', effect: effectOf(key, state, row.act) }]
    // The answer is known, but not whether the rule is for this canteen: that is what must be settled.
    const settle =
      met === null
        ? row.settle
        : { title: `Vérifiez si cette règle vous concerne : ${lower(obligationOf(duty.id).title)}`, how: `${duty.reason}.` }
    return [{ ...base, ...settle, kind: 'settle', effort: 'hour', effect: 'Votre état des lieux sera plus juste.' }]
  })
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const SHARES = { 'organic-share': 'organic', 'quality-share': 'quality', 'meat-fish-share': 'meatFish' } as const

function effectOf(key: NextStepKey, state: StateOfPlay, act: Act): string {
  if (!(key in SHARES)) return act.effect
  const gap = gapInWords(state.shares[SHARES[key as keyof typeof SHARES]])
  return gap === null ? act.effect : `Reste à y consacrer : ${gap}. ${act.effect}`
}

/** « 3 240 €, soit 0,07 € par repas »; null when there is no true amount, or nothing missing. */
export function gapInWords({ gap }: ShareState): string | null {
  if (gap === null || gap.most === 0) return null
  const meal =
    gap.mostPerMeal === null ? '' : `, soit ${gap.least === gap.most ? '' : 'au plus '}${perMeal(gap.mostPerMeal)} par repas`
  return `${eurosBetween(gap.least, gap.most)}${meal}`
}

/** What we need to know of the canteen before its duties are certain. */
function profileSteps({ answers, canteen }: Subject): NextStep[] {
  const questions: { missing: boolean; id: string; step: StepId; title: string; how: string }[] = [
    {
      missing: canteen.dailyMealCount === null,
      id: 'meals',
      step: 'lieu',
      title: 'Comptez vos repas par jour',
      how: 'Une moyenne sur l’année suffit : certaines règles dépendent de la taille.',
    },
    {
      missing: !canteen.territory.known,
      id: 'commune',
      step: 'lieu',
      title: 'Indiquez votre commune',
      how: 'Les objectifs d’achat ne sont pas les mêmes partout en France.',
    },
    {
      missing: canteen.economicModel === null,
      id: 'model',
      step: 'profil',
      title: 'Précisez si le restaurant est public ou privé',
      how: 'C’est la personne responsable qui compte, même si une société y cuisine.',
    },
    {
      missing: answers.lineMinistry === 'unknown',
      id: 'ministry',
      step: 'lieu',
      title: 'Vérifiez si l’État est responsable du restaurant',
      how: 'Ses restaurants ont des objectifs particuliers.',
    },
  ]
  return questions
    .filter(({ missing }) => missing)
    .map(({ missing, ...question }) => ({
      ...question,
      measure: 'appro',
      kind: 'settle',
      effort: 'hour',
      effect: 'Vous saurez quelles règles sont les vôtres.',
      words: '',
      href: null,
    }))
}

/** Level 2 that stops counting: to sort when it did already, to prepare while it still counts. */
function level2Steps({ level2 }: StateOfPlay): NextStep[] {
  if (level2 === null) return []
  const common = { measure: 'appro', effort: 'hour', words: '', href: null } as const
  if (level2 === 'counts')
    return [
      {
        ...common,
        id: 'level-2-to-hve',
        kind: 'further',
        title: 'Demandez à vos fournisseurs de passer en HVE',
        how: `${LEVEL_2_ENDS}. La HVE continue de compter.`,
        effect: 'Vos efforts d’aujourd’hui compteront encore demain.',
        step: null,
      },
    ]
  return [
    {
      ...common,
      id: 'level-2-to-sort',
      kind: 'settle',
      title: 'Séparez la HVE du niveau 2',
      how: `${LEVEL_2_ENDS}. Demandez à vos fournisseurs ce qui est HVE, puis refaites le point sans le niveau 2.`,
      effect: 'Votre état des lieux sera plus juste.',
      step: 'labels',
    },
  ]
}

function further(state: StateOfPlay, { answers }: Subject): NextStep[] {
  const isUseful: Record<string, boolean> = {
    'ask-suppliers': answers.supplierInformation !== 'all',
    'measure-waste': answers.wasteDiagnosis === 'yes' || answers.wasteMeasured === 'yes',
    'plan-waste': answers.wastePlan !== 'yes',
    nutrition: answers.nutrition !== 'yes',
  }
  // Without word from the suppliers, products that count may go unseen: asking them settles the shares.
  const kindOf = (id: string) => (id === 'ask-suppliers' && state.shares.quality.met !== true ? 'settle' : 'further')
  return furtherSteps
    .filter(({ id }) => isUseful[id] ?? true)
    .map(({ href, ...act }) => ({ ...act, kind: kindOf(act.id), step: null, href: href ?? null }))
}
