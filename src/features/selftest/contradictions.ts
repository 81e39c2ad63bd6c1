// Amounts that cannot all be right, in the words of the test. The law finds them; here we say which questions they came from.
import type { AmountName } from '../../law/amount-names.ts'
import { crossChecks } from '../../law/checks.ts'
import type { CheckCode } from '../../law/comparisons.ts'
import type { DataYear } from '../../law/timeline.ts'
import { allPurchases } from './amounts.ts'
import type { AnswerId, Answers } from './answers.ts'

export type Contradiction = { questions: readonly AnswerId[]; message: string }

const ASKED_AS: Partial<Record<AmountName, AnswerId>> = {
  valeur_totale: 'total',
  valeur_bio: 'organic',
  valeur_siqo: 'labelled',
  valeur_egalim_autres: 'labelled',
  valeur_externalites_performance: 'criteria',
  valeur_viandes_volailles: 'meatFish',
  valeur_viandes_volailles_egalim: 'meatFishLabelled',
}

const WORDS: Partial<Record<CheckCode, string>> = {
  part_above_total: 'Une partie de vos achats dépasse leur total : corrigez la partie ou le total.',
  groups_above_total:
    'Le bio, les autres labels et les critères dépassent ensemble le total de vos achats. Un produit ne compte qu’une fois, le bio d’abord : corrigez l’un de ces montants, ou le total.',
  part_above_whole: 'La partie labellisée dépasse l’ensemble de vos viandes et poissons : corrigez l’une des deux.',
  meat_fish_quality_above_quality:
    'Vos viandes et poissons labellisés dépassent l’ensemble de vos achats bio et labellisés, indiqué plus tôt : corrigez l’un des deux.',
  meat_fish_above_total: 'Vos viandes et poissons dépassent le total de vos achats : corrigez l’un des deux.',
}

/** What contradicts itself in the purchases, each with the questions concerned in the order of the test. */
export function contradictionsOf(answers: Answers, dataYear: DataYear): Contradiction[] {
  return allPurchases(answers)
    .flatMap((procurement) => crossChecks(procurement, { dataYear }))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, fields, message }) => ({
      questions: ORDER.filter((id) => fields.some((field) => ASKED_AS[field] === id)),
      message: WORDS[code] ?? message,
    }))
}
const ORDER: readonly AnswerId[] = ['total', 'organic', 'labelled', 'criteria', 'meatFish', 'meatFishLabelled']
