// What the law says of a word that stands in a column of labels and is none of them: « MSC », « Bleu-Blanc-Cœur ».
import { LAST_DATA_YEAR } from '../../law/timeline.ts'
import { judgeWording } from '../claims/claims.ts'
import { recognise } from '../recognition/recognition.ts'
import { labelWords } from './words.ts'

/** The latest rules that we know: what counts no more is not worth writing down. */
const BY_RULES_OF = { dataYear: LAST_DATA_YEAR } as const

/**
 * Whether it counts, and what to write then, in a sentence; null when the law does not speak of it. No label is read by itself
 * where a proof is wanted: a person says that they have it.
 */
export function unknownLabel(typed: string): string | null {
  const { answer, headline } = judgeWording(typed, BY_RULES_OF)
  if (answer === null) return null
  const label = answer === 'does_not_count' ? '' : recognise(typed, BY_RULES_OF).labels.map(labelWords).join(', ')
  if (label !== '' && answer !== 'counts_with_proof') return `Pour « ${typed} », écrivez « ${label} ».`
  const said = `« ${typed} » : ${headline.charAt(0).toLowerCase()}${headline.slice(1)}.`
  return label === ''
    ? `${said} Sans autre label, écrivez « aucun ».`
    : `${said} Preuve en main, écrivez « ${label} » ; sinon « aucun ».`
}
