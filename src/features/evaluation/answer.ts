// A verdict of the law, written as the API answers it.
import { camelCase } from '../../law/amount-names.ts'
import { missingAmounts } from '../../law/checks.ts'
import type { TargetFigure } from '../../law/figures.ts'
import { type Cents, decimal } from '../../law/money.ts'
import { obligationOf } from '../../law/obligations.ts'
import type { Procurement } from '../../law/procurement.ts'
import type { Target } from '../../law/targets.ts'
import { legalText, reference } from '../../law/texts.ts'
import type { Verdict } from '../../law/verdict.ts'
import type { Answer } from './answer-schema.ts'
import type { Facts } from './reading.ts'

const NOTHING: Procurement = { depth: 'simple', amounts: {} }

/** Writes a verdict of the law as the API answers it. */
export function answerOf(verdict: Verdict, { procurement, dataYear }: Facts): Answer {
  const { targets, shares } = verdict
  const { organic, quality, meatFish } = shares
  return {
    dataYear: verdict.dataYear,
    territory: territoryOf(verdict),
    entry: procurement?.depth ?? null,
    missingAmounts: missingAmounts(procurement ?? NOTHING, dataYear).map(camelCase),
    targets: {
      organicPercent: percentOf(targets.organic),
      qualityPercent: percentOf(targets.quality),
      meatFishPercent: percentOf(targets.meatFish),
    },
    shares: {
      organicPercent: organic.percent,
      qualityPercent: quality.percent,
      meatFishPercent: meatFish.percent,
      siqoPercent: shares.siqo.percent,
      otherQualityPercent: shares.otherQuality.percent,
      purchaseCriteriaPercent: shares.purchaseCriteria.percent,
      meatQualityPercent: shares.meat.percent,
      fishQualityPercent: shares.fish.percent,
    },
    gaps: {
      organicEuros: owed(organic) ? eurosOf(organic.gapCents) : null,
      qualityEuros: owed(quality) ? eurosOf(quality.gapCents) : null,
      meatFishEuros: owed(meatFish) ? eurosOf(meatFish.gapCents) : null,
    },
    gapsPerMeal: {
      organicEuros: owed(organic) ? organic.gapPerMeal : null,
      qualityEuros: owed(quality) ? quality.gapPerMeal : null,
      meatFishEuros: owed(meatFish) ? meatFish.gapPerMeal : null,
    },
    costPerMealEuros: verdict.costPerMeal?.euros ?? null,
    measures: verdict.measures.map(({ id, status, reasons }) => ({
      id,
      status,
      reasons: reasons.map((reason) => ({ text: reason.text, source: reference(reason.source), state: reason.state })),
    })),
    obligations: obligationsOf(verdict),
    explanations: [explain('organic', organic), explain('quality', quality), explain('meatFish', meatFish)],
    warnings: verdict.warnings.map(({ code, text, source }) => ({
      code,
      message: text,
      source: source ? reference(source) : null,
    })),
  }
}

const eurosOf = (cents: Cents | null) => (cents === null ? null : decimal(cents))
/** A rule of that year that is not for this canteen is no rule for it. */
const percentOf = (target: Target | null) => (target === null || target.applies === false ? null : target.percent)
const owed = ({ target }: TargetFigure) => target !== null && target.applies !== false

function territoryOf({ territory: { label, zone, region, department, known, toVerify } }: Verdict): Answer['territory'] {
  return { label, zone, region, department, known, toVerify }
}

function obligationsOf(verdict: Verdict): Answer['obligations'] {
  return verdict.obligations.map(({ id, applies, met, since, source, reason }) => {
    const { title, kind, rules } = obligationOf(id)
    const { url = null, toVerify } = legalText(source)
    const isDateToVerify = rules.some((rule) => rule.toVerify && rule.from === since && rule.source === source)
    const text = { source: reference(source), sourceUrl: url, toVerify: toVerify || isDateToVerify }
    return { id, title, kind, applies, met, since, ...text, reason }
  })
}

function explain(id: Answer['explanations'][number]['id'], figure: TargetFigure): Answer['explanations'][number] {
  const { label, rule, source, part, whole, target } = figure
  return {
    id,
    label,
    rule,
    source: reference(source),
    partEuros: eurosOf(part.cents),
    wholeEuros: eurosOf(whole.cents),
    terms: part.operands.map((term) => ({ label: term.label, euros: eurosOf(term.cents), state: term.state })),
    target: target && {
      percent: target.percent,
      fromDataYear: target.from,
      applies: target.applies,
      reason: target.reason,
      source: reference(target.source),
    },
  }
}
