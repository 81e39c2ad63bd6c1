// Every answer that an obligation may get in a year, written beforehand: judging a canteen only picks one.
import type { Facts } from './conditions.ts'
import type { Applicability, MetFacts, ObligationRow, ObligationRule, ObligationVerdict } from './obligation.ts'
import type { DataYear } from './timeline.ts'

/** One answer on who owes it, in its three forms: met, not met, not known. */
type Answer<Id extends string> = { readonly [met in 'met' | 'notMet' | 'unknown']: ObligationVerdict<Id> }

type PreparedRule<Id extends string> = {
  readonly when: ObligationRule['when']
  readonly yes: Answer<Id>
  /** One for each condition. */
  readonly no: readonly Answer<Id>[]
  readonly unknown: readonly Answer<Id>[]
}
export type PreparedObligation<Id extends string> = {
  readonly isMet: ((facts: MetFacts) => boolean | null) | undefined
  /** Those in force at least one day of the year. */
  readonly rules: readonly PreparedRule<Id>[]
  readonly none: Answer<Id>
}

export function prepare<Id extends string>(obligation: ObligationRow<Id>, dataYear: DataYear): PreparedObligation<Id> {
  const { id, rules, met } = obligation
  const answer = ({ from: since, source }: ObligationRule, applies: boolean | null, reason: string): Answer<Id> => {
    const one = (met: boolean | null): ObligationVerdict<Id> => ({ id, applies, met, since, source, reason })
    return { met: one(true), notMet: one(false), unknown: one(null) }
  }
  const inForce = rules.filter(({ from, until = '9999' }) => from <= `${dataYear}-12-31` && until >= `${dataYear}-01-01`)
  const when = rules[0].from > `${dataYear}-12-31` ? 'Pas encore' : 'Plus'
  return {
    isMet: met,
    rules: inForce.map((rule) => ({
      when: rule.when,
      yes: answer(rule, true, inOneSentence(rule.when.map(({ yes }) => yes))),
      no: rule.when.map((condition) => answer(rule, false, condition.no)),
      unknown: rule.when.map((condition) => answer(rule, null, condition.unknown)),
    })),
    none: answer(rules[0], false, `${when} en vigueur en ${dataYear}`),
  }
}

const inOneSentence = (parts: readonly string[]) =>
  parts
    .filter((part) => part !== '')
    .map((part, index) => (index === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1)))
    .join(' ; ')

/** Who owes it, whatever is done. */
export const decide = (prepared: PreparedObligation<string>, facts: Facts): Applicability => answerOf(prepared, facts).unknown

/** Who owes it, and is it done? */
export function judge<Id extends string>(prepared: PreparedObligation<Id>, facts: MetFacts): ObligationVerdict<Id> {
  const answer = answerOf(prepared, facts)
  const met = prepared.isMet ? prepared.isMet(facts) : null
  return met === null ? answer.unknown : met ? answer.met : answer.notMet
}

/** One rule that applies is enough; else one that may apply; else none does, and the first one says why. */
function answerOf<Id extends string>({ rules, none }: PreparedObligation<Id>, facts: Facts): Answer<Id> {
  let answer: Answer<Id> | null = null
  for (const rule of rules) {
    const found = answerOfRule(rule, facts)
    const { applies } = found.unknown
    if (applies === true) return found
    if (answer === null || (applies === null && answer.unknown.applies === false)) answer = found
  }
  return answer ?? none
}

/** All conditions must hold: the first false one decides, else the first unknown one. */
function answerOfRule<Id extends string>({ when, yes, no, unknown }: PreparedRule<Id>, facts: Facts): Answer<Id> {
  let pending = -1
  for (let index = 0; index < when.length; index++) {
    const holds = when[index]!.test(facts)
    if (holds === false) return no[index]!
    if (holds === null && pending < 0) pending = index
  }
  return pending < 0 ? yes : unknown[pending]!
}
