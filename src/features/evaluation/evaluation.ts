// The door: a request for a verdict, read, judged by the law, and answered; or everything that must be corrected in it.
import { amountLabel, camelCase, isDetailedName } from '../../law/amount-names.ts'
import { simpleAmountsOf } from '../../law/family-totals.ts'
import { evaluate } from '../../law/verdict.ts'
import { cellsLeftOut } from './amounts.ts'
import { answerOf } from './answer.ts'
import type { Answer } from './answer-schema.ts'
import type { RequestError } from './errors.ts'
import { type Facts, readRequest } from './reading.ts'
import type { Sent } from './request.ts'

export type { ApiPart } from './api-part.ts'

/**
 * Answers a request of the API, given as parsed JSON. Pure but for the list of communes; never throws, whatever was sent.
 * @returns the answer, or the errors (at least one) and no verdict.
 */
export function evaluateRequest(body: unknown): { answer: Answer; errors?: never } | { errors: RequestError[]; answer?: never } {
  const { facts, errors } = readRequest(body)
  if (!facts) return { errors }
  const answer = answerOf(evaluate(facts), facts)
  return { answer: { ...answer, warnings: [...answer.warnings, ...unusedAmounts(facts), ...supposedZeros(facts, body)] } }
}

/** Amounts of simple entry beside a detailed grid that does not say them: the grid alone is used, and this must be known. */
function unusedAmounts({ procurement, dataYear }: Facts): Answer['warnings'] {
  if (procurement?.depth !== 'detailed') return []
  const derived = simpleAmountsOf(procurement)
  return Object.keys(procurement.amounts)
    .map((name) => name as keyof typeof procurement.amounts)
    .filter((name) => !isDetailedName(name) && (derived[name] ?? null) === null)
    .map((name) => ({
      code: 'simple_amount_unused',
      message: `Saisie détaillée : « ${amountLabel(name, dataYear)} » (${camelCase(name)}) n’entre pas dans le calcul. Complétez le détail, ou n’envoyez que la saisie simplifiée.`,
      source: null,
    }))
}

/** What was read as « nothing bought » because the grid did not name it: said, so that nobody takes a lack for a zero unawares. */
function supposedZeros({ procurement }: Facts, body: unknown): Answer['warnings'] {
  if (procurement?.depth !== 'detailed') return []
  const { procurement: sent } = body as { readonly procurement: Sent }
  const count = cellsLeftOut(sent).filter((name) => procurement.amounts[name] === 0).length
  if (count === 0) return []
  const message = `Saisie détaillée : ${count} cases famille × label n’ont pas été envoyées et comptent comme « rien acheté ». Envoyez null pour celles que vous ne connaissez pas.`
  return [{ code: 'cells_left_out', message, source: null }]
}
