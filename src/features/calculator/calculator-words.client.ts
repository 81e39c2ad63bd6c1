// The sentences of the calculator: where a share stands, what is missing, never a reproach. Pure.
import type { Figure, TargetFigure } from '../../law/figures.ts'
import { formatEuros, formatPercent, group } from '../../law/money.ts'
import { shareText } from '../../law/ratio.ts'
import type { Answers, TargetedShare } from './calculator-answers.client.ts'

/** What is bought more of, to reach each target. */
const goods: Readonly<Record<TargetedShare, string>> = {
  organic: 'de bio',
  quality: 'de produits durables et de qualité',
  meatFish: 'de viandes et poissons durables et de qualité',
}

/** « 12,34 % », « au moins 12,34 % » while an amount is missing, or null when nothing is known. */
export function shareInWords({ part, whole }: Pick<Figure, 'part' | 'whole'>): string | null {
  if (whole.cents === null || whole.cents === 0 || (part.cents === null && part.atLeast === 0)) return null
  const share = formatPercent(shareText(part.atLeast, whole.cents))
  return part.cents === null ? `au moins ${share}` : share
}

export type Level = { readonly word: string; readonly tone: 'success' | 'info' | 'plain' }

export function levelOf({ target, met, part }: TargetFigure): Level {
  if (target === null || target.applies === false) return { word: 'Rien d’exigé', tone: 'plain' }
  if (met === true) return { word: 'Objectif atteint', tone: 'success' }
  if (met === null) return { word: 'À préciser', tone: 'plain' }
  return part.atLeast > 0 ? { word: 'En cours', tone: 'info' } : { word: 'À démarrer', tone: 'info' }
}

/** One or two sentences: reached, what is missing in euros, or which amounts would tell. */
export function finding(share: TargetedShare, answers: Answers): string {
  const figure = answers.shares[share]
  const { target, met, gapCents, whole } = figure
  if (target === null) return `Aucun objectif n’est en vigueur pour les achats de ${answers.dataYear}.`
  if (target.applies === false) return `${target.reason}.`
  const goal = `L’objectif de ${formatPercent(target.percent)}`
  const condition = target.applies === null ? ` ${target.reason}.` : ''
  if (met === true && whole.cents === 0) return 'Aucun achat de viande ni de poisson : il n’y a rien à atteindre.'
  if (met === true) return `${goal} est atteint.${condition}`
  if (met === false && gapCents !== null) return `${gapInWords(share, figure, answers)}${condition}`
  if (met === false)
    return `${goal} n’est pas encore atteint. ${missingInWords(answers.missing[share], 'chiffrer l’écart')}${condition}`
  if (figure.percent !== null) return `${target.reason}.`
  return `${missingInWords(answers.missing[share], 'le dire')}${condition}`
}

function gapInWords(share: TargetedShare, { gapCents, gapPerMeal }: TargetFigure, { dataYear, currentYear }: Answers): string {
  const amount = `${formatEuros(gapCents!)} ${goods[share]}`
  const perMeal = gapPerMeal === null ? '' : `, soit ${perMealInWords(gapPerMeal)} par repas`
  if (dataYear < currentYear) return `Il a manqué ${amount} en ${dataYear}${perMeal}.`
  if (dataYear > currentYear) return `Il faudrait ${amount} de plus en ${dataYear}${perMeal}.`
  return `Il manque ${amount} d’ici au 31 décembre${perMeal}.`
}

/** `euros`: two decimals, as the law gives them. */
const perMealInWords = (euros: string) => (euros === '0.00' ? 'moins d’un centime' : `${euros.replace('.', ',')} €`)

const MOST_NAMED = 3

function missingInWords(names: readonly string[], what: string): string {
  if (names.length === 0) return ''
  const named = names.slice(0, MOST_NAMED).map((name) => `« ${name} »`)
  const rest = names.length - named.length
  const list = rest > 0 ? `${named.join(', ')} et ${rest} autre${rest > 1 ? 's' : ''}` : named.join(', ')
  return `Il manque ${names.length > 1 ? `${names.length} montants` : 'un montant'} pour ${what} : ${list}.`
}

/** The text alternative of a gauge. */
export function gaugeInWords({ label, target, part, whole }: TargetFigure): string {
  const goal = target === null ? 'aucun objectif' : `objectif ${formatPercent(target.percent)}`
  return `${label} : ${shareInWords({ part, whole }) ?? 'part à préciser'}, ${goal}`
}

/** Whose shares these are: « École primaire, à Saint-Denis (97400), La Réunion, 45 000 repas par an ». */
export function canteenInWords({ sector, place, territory, meals }: Answers): string {
  const where = territory.known ? [place, territory.label] : ['Règle générale, commune non précisée']
  const parts = [sector?.label, ...where, meals === null ? '' : `${group(meals)} repas par an`]
  return parts.filter(Boolean).join(' · ')
}

/** The news in one line, said aloud while one types. */
export function summaryInWords({ problems, isSilent, shares }: Answers): string {
  if (problems.length > 0)
    return problems.length === 1 ? 'Un montant est à corriger.' : `${problems.length} montants sont à corriger.`
  if (isSilent) return ''
  const line = (name: string, figure: TargetFigure) =>
    `${name} ${shareInWords(figure) ?? 'à préciser'}${figure.met === true ? ', objectif atteint' : ''}`
  return `${line('Bio :', shares.organic)} ; ${line('durables et de qualité :', shares.quality)} ; ${line('viandes et poissons :', shares.meatFish)}.`
}

const termInWords = (label: string, cents: number | null, isTyped: boolean) =>
  cents === null
    ? `un montant manquant (${label})`
    : `${formatEuros(cents)} (${label}${isTyped ? '' : ', non renseigné, compté pour rien'})`

/** « 10 000,00 € (Bio) + 2 000,00 € (SIQO) = 12 000,00 € »: the terms add up exactly. */
export function sumInWords({ operands, cents, atLeast }: Figure['part']): string {
  const terms = operands.map(({ label, cents: one, state }) => termInWords(label, one, state !== 'not_claimed')).join(' + ')
  if (operands.length < 2) return terms
  return cents === null ? `${terms} = au moins ${formatEuros(atLeast)}` : `${terms} = ${formatEuros(cents)}`
}

/** « 12 000,00 € ÷ 100 000,00 € = 12,00 % », or null when there is nothing to divide. */
export function divisionInWords({ part, whole }: Pick<Figure, 'part' | 'whole'>): string | null {
  const share = shareInWords({ part, whole })
  return share === null ? null : `${formatEuros(part.atLeast)} ÷ ${formatEuros(whole.cents!)} = ${share}`
}

/** « Pour 20 %, il faut 20 000,00 € : 20 000,00 € − 12 000,00 € = 8 000,00 € », or null when nothing is missing or known. */
export function gapSumInWords({ target, part, gapCents }: TargetFigure): string | null {
  if (target === null || gapCents === null || gapCents === 0 || part.cents === null) return null
  const needed = formatEuros(part.cents + gapCents)
  return `Pour ${formatPercent(target.percent)}, il faut ${needed} (au centime supérieur) : ${needed} − ${formatEuros(part.cents)} = ${formatEuros(gapCents)}, le total ne changeant pas.`
}
