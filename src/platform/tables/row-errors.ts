// What is wrong, and where a person finds it.

/** A mistake. `column` is the official title; null for the row as a whole; row 0 is the whole file. */
export type RowError = {
  readonly row: number
  readonly column: string | null
  readonly code: string
  readonly message: string
  /** What the cell holds, cut at 200 characters. */
  readonly value: string | null
  /** Words of the row that help to recognise it: a name, a description; null when it has none. */
  readonly about: string | null
}

export type ParsedRow<Row> = { readonly row: number; readonly values: Row }

/** What a look-up found wrong with a row of its batch; `column` is a key of the format. */
export type BatchError<Row> = {
  readonly row: number
  readonly column?: (keyof Row & string) | null
  readonly code: string
  readonly message: string
}

/** A cell put right on the page: `column` is the official title, `value` what was typed there. */
export type Correction = { readonly row: number; readonly column: string; readonly value: string }

/** The same value put right on every row: `held` is what the cells hold as errors show it, null for blank ones. */
export type Replacement = { readonly column: string; readonly held: string | null; readonly value: string }
