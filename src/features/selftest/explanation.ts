// « Comment est-ce calculé ? »: the sum behind a share, from the operands of the law's own figure, in the words of the questions.
import type { TargetFigure } from '../../law/figures.ts'
import { formatEuros, formatPercent } from '../../law/money.ts'
import type { ShareState } from './state-of-play.ts'

/** « 8,8 % »: as the law computes it, without the zeros that say nothing. */
export const percentInWords = (percent: string) => formatPercent(percent.replace(/\.?0+$/, ''))

/** « 8,8 % », « entre 12,3 % et 18,5 % », or null when it is not known. */
export function shareInWords({ figures }: ShareState): string | null {
  const percents = figures.map(({ percent }) => percent)
  if (percents.some((percent) => percent === null)) return null
  const [first, ...others] = [...new Set(percents as string[])].sort((a, b) => Number(a) - Number(b))
  const last = others[others.length - 1]
  return last === undefined ? percentInWords(first!) : `entre ${percentInWords(first!)} et ${percentInWords(last)}`
}

/** The sum, line by line. Amounts that come from typed shares without a total are shown as shares: their euros mean nothing. */
export function sumInWords({ label, figures, inEuros, target }: ShareState): string[] {
  const lines = figures.flatMap((figure) => (inEuros ? [division(label, figure)] : []))
  if (!inEuros && figures[0].percent !== null)
    lines.push('Vous avez donné des parts : elles sont comparées telles quelles. Sans montant, nous n’annonçons pas d’euros.')
  const [{ part, whole }] = figures
  if (figures.length > 1) lines.push('Le total étant un ordre de grandeur, le calcul est fait à ses deux bouts.')
  if (part.cents === null || whole.cents === null) lines.push('Il manque un montant ou une part : rien n’est supposé à la place.')
  if (target !== null && inEuros && figures.length === 1 && whole.cents !== null) lines.push(gapLine(figures[0]))
  return lines.filter(Boolean)
}

function division(label: string, { part, whole, percent }: TargetFigure): string {
  if (part.cents === null || whole.cents === null || percent === null) return ''
  const terms = termsOf(label, part.operands)
  const all = `${formatEuros(whole.cents)} (${label.startsWith('Viandes') ? 'toutes vos viandes et poissons' : 'tous vos achats'})`
  const sum = terms.length > 1 ? ` = ${formatEuros(part.cents)} ; ${formatEuros(part.cents)}` : ''
  return `${terms.join(' + ')}${sum} ÷ ${all} = ${percentInWords(percent)}.`
}

/** One question was asked where the law has several groups: their amounts are shown together, as they were answered. */
function termsOf(label: string, operands: TargetFigure['part']['operands']): string[] {
  const cents = operands.map((operand) => operand.cents ?? 0)
  if (label === 'Produits bio') return [`Bio : ${formatEuros(cents[0] ?? 0)}`]
  if (label.startsWith('Viandes')) return [`Bio et labels : ${formatEuros(cents.reduce((sum, one) => sum + one, 0))}`]
  const [organic = 0, signs = 0, others = 0, criteria = 0] = cents
  const terms = [`Bio : ${formatEuros(organic)}`, `autres labels : ${formatEuros(signs + others)}`]
  return criteria > 0 ? [...terms, `critères environnementaux : ${formatEuros(criteria)}`] : terms
}

function gapLine({ target, whole, part, gapCents }: TargetFigure): string {
  if (target === null || gapCents === null || gapCents === 0 || whole.cents === null || part.cents === null) return ''
  return `Objectif : ${formatPercent(target.percent)} de ${formatEuros(whole.cents)}, soit ${formatEuros(part.cents + gapCents)} ; il manque ${formatEuros(gapCents)}, à dépense égale.`
}
