// The answers as HTML, written once: the server puts it in the page, the browser puts it in its place as one types.
import { formatEuros, formatPercent, group } from '../../law/money.ts'
import { gauge } from '../../platform/html/gauge.client.ts'
import { html, type Markup } from '../../platform/html/markup.client.ts'
import type { Answers, Fraction, TargetedShare } from './calculator-answers.client.ts'
import { targetedShares } from './calculator-answers.client.ts'
import {
  canteenInWords,
  divisionInWords,
  finding,
  gapSumInWords,
  gaugeInWords,
  levelOf,
  shareInWords,
  sumInWords,
} from './calculator-words.client.ts'

/** How to name a text of law, by its id; the browser knows only the few that the calculator cites. */
export type Citations = Readonly<{ [id: string]: { readonly reference: string; readonly url?: string | undefined } }>

/** Everything under the title of the answers. */
export function answersMarkup(answers: Answers, citations: Citations): Markup {
  const { problems, warnings } = answers
  const assumptions = warnings.filter(({ code }) => code !== 'unusual_cost_per_meal')
  return html`
    <p class="fr-text--sm">${canteenInWords(answers)}</p>
    ${problems.length > 0 ? html`<p class="fr-text--bold">Vos parts s’affichent dès que ce qui est signalé est corrigé.</p>` : null}
    <div class="calculator__shares">${targetedShares.map((share) => shareMarkup(share, answers, citations))}</div>
    ${answers.depth === 'simple' ? null : disclosure('shares', html`${linesOfAll(answers, citations)}`)}
    ${costMarkup(answers)}
    ${othersMarkup(answers)}
    ${assumptions.map(({ text, source }) => html`<p class="fr-text--sm fr-mb-1w">${text}${source ? html` (${citation(source, citations)})` : null}</p>`)}`
}

function shareMarkup(share: TargetedShare, answers: Answers, citations: Citations): Markup {
  const figure = answers.shares[share]
  const { label, target, part, whole, met } = figure
  const words = shareInWords(figure)
  const { word, tone } = levelOf(figure)
  // Far below a grid where nothing is typed yet, an empty drawing says no more than the line above it.
  const isBlankGrid = answers.isSilent && answers.depth === 'detailed'
  const isAsked = target !== null && target.applies !== false
  const goal = isAsked ? `${words ? ' pour un objectif de' : 'Objectif :'} ${formatPercent(target.percent)} ` : ' '
  const badge = html`<span class="fr-badge fr-badge--sm fr-badge--no-icon${tone === 'plain' ? '' : ` fr-badge--${tone}`}">${word}</span>`
  return html`
    <div class="calculator__share keep-together">
    <h3 class="fr-h6 fr-mb-1v">${label}</h3>
    <p class="calculator__share-line">${words ? html`<strong class="figure">${words}</strong>` : null}${goal}${answers.isSilent ? null : badge}</p>
    ${
      isBlankGrid
        ? null
        : gauge({
            value: words === null ? null : (part.atLeast / whole.cents!) * 100,
            target: target === null ? null : target.percent,
            finding: gaugeInWords(figure),
            reached: met === true,
          })
    }
    ${answers.isSilent && isAsked ? null : html`<p class="fr-mb-1v">${finding(share, answers)}</p>`}
    ${answers.depth === 'simple' ? disclosure(share, linesOf(share, answers, citations)) : null}
    </div>`
}

/** Beside a grid, one explanation holds for the three shares. */
function linesOfAll(answers: Answers, citations: Citations): Markup[] {
  return targetedShares.map((share, index) => {
    const gap = index === 0 ? '' : '\n\n'
    return html`${`${gap}${answers.shares[share].label}\n`}${linesOf(share, answers, citations)}`
  })
}

function linesOf(share: TargetedShare, { shares, isSilent }: Answers, citations: Citations): Markup {
  const figure = shares[share]
  const { target, part, whole, rule, source } = figure
  const sums = [`Part : ${sumInWords(part)}`, `Ensemble : ${sumInWords(whole)}`, divisionInWords(figure), gapSumInWords(figure)]
  const rules = [
    `Règle : ${rule}.`,
    target && `${target.reason} : ${formatPercent(target.percent)} depuis les achats de ${target.from}.`,
  ]
  const lines = [...(isSilent ? [] : sums), ...rules, 'Texte : '].filter(Boolean)
  return html`${lines.join('\n')}${citation(source, citations)}`
}

/** One line of text a line: as many as there are, one element. */
const disclosure = (name: string, lines: Markup, summary = 'Comment est-ce calculé ?') =>
  html`<details class="disclosure" data-part="${name}"><summary>${summary}</summary><p class="disclosure__body calculator__lines">${lines}</p></details>`

function citation(id: string, citations: Citations): Markup {
  const { reference, url } = citations[id]!
  return url ? html`<a href="${url}">${reference}</a>` : html`${reference}`
}

function costMarkup({ costPerMeal, warnings }: Answers): Markup | null {
  if (costPerMeal === null) return null
  const { totalCents, meals, euros } = costPerMeal
  const question = warnings.find(({ code }) => code === 'unusual_cost_per_meal')
  return html`<p>Coût des denrées par repas : <strong class="figure">${euros.replace('.', ',')} €</strong> (${formatEuros(totalCents)} ÷ ${group(meals)} repas). ${question?.text}</p>`
}

function othersMarkup({ groups, french }: Answers): Markup | null {
  const others = [...groups, ...french]
  if (others.length === 0) return null
  const lines = others.map((other: Fraction) => `${other.label} : ${divisionInWords(other) ?? 'à préciser'}`)
  if (french.length > 0) lines.push('La loi ne compte pas l’origine dans ces objectifs : elle se montre à part.')
  return disclosure('others', html`${lines.join('\n')}`, 'Voir les autres parts')
}
