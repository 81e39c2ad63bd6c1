// What a yearly statement holds, from what a supplier fills in to what the canteen decides of each line.
import { createHash } from 'node:crypto'
import type { Stated, StatedLine } from '../../law/consistency.ts'
import type { Cents } from '../../law/money.ts'
import type { DataYear } from '../../law/timeline.ts'
import { foldWords } from '../territory/territory.ts'

/** Lines of a statement: enough for every family, label and origin; a longer file is added up. */
export const MOST_LINES = 100
export const LINK_DAYS = 60
/** What the canteen writes to its supplier: with the request, and of a line that it refuses. */
export const LONGEST_WORD = 500
export const LONGEST_WHY = 300

/** What a supplier fills in: the lines, and what helps to check them. */
export type Content = Pick<Stated, 'lines' | 'total' | 'familyTotals'> & {
  /** Certifiers and certificate numbers, in the supplier's words; empty: not said. */
  readonly certificates: string
}
/** Says whether what is sent is what was read back. */
export const sealOf = (content: Content): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)

/** What was sent: who attests it, and as what. */
export type Given = Content & { readonly name: string; readonly job: string }

/** What the canteen decides of a line: refused with a word, or accepted as it stands or put right. */
export type LineDecision =
  | { readonly accepted: true; readonly line: StatedLine }
  | { readonly accepted: false; readonly line: StatedLine; readonly why: string }

export type StatementState = 'asked' | 'sent' | 'decided'

/** What is asked of a supplier, for one canteen or for several, and the link that answers. */
export type StatementRequest = {
  readonly id: number
  readonly year: DataYear
  readonly supplier: string
  readonly email: string | null
  readonly word: string
  readonly linkVersion: number
  readonly askedBy: string | null
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly cutAt: Date | null
  readonly mailedAt: Date | null
  readonly mailCount: number
}

export type Statement = StatementRequest & {
  readonly canteenId: number
  readonly supplierKey: string
  /** Supplies all that the canteen serves. */
  readonly contractor: boolean
  readonly state: StatementState
  readonly draft: Content | null
  readonly given: Given | null
  readonly version: number
  readonly sentAt: Date | null
  readonly decisions: readonly LineDecision[] | null
  readonly decidedAt: Date | null
  /** The list of several canteens that the supplier opens it from. */
  readonly jointId: number | null
}

export const sumOf = (lines: readonly StatedLine[]): Cents => lines.reduce((total, { cents }) => total + cents, 0)

export const statedOf = ({ year }: Pick<Statement, 'year'>, content: Content): Stated => ({ ...content, dataYear: year })

/** The source of the purchases that a statement gave. */
export const sourceOf = (statementId: number) => `releve-${statementId}`

const LEGAL_FORMS = /\b(sarl|sas|sasu|sa|eurl|scea|earl|gaec|scop|sci|snc|ets|etablissements?|societe)\b/g

/** The name of a supplier, whoever writes it: « SARL Primeurs d’Armor » and « primeurs d'armor ». */
export const supplierKey = (name: string): string => {
  const folded = foldWords(name)
  return folded.replace(LEGAL_FORMS, ' ').replace(/\s+/g, ' ').trim() || folded
}

/** Does the link still open the statement? */
export const isOpen = ({ cutAt, expiresAt }: Pick<Statement, 'cutAt' | 'expiresAt'>, now: Date): boolean =>
  cutAt === null && expiresAt > now
