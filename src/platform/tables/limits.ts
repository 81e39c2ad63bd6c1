// How much a file may ask of us. Every limit is checked while reading, before the memory is spent.

export type Limits = {
  /** Size of a workbook as received. */
  readonly fileBytes: number
  /** Size of a text file, which is read line by line and unfolds into nothing. */
  readonly textBytes: number
  /** What a workbook may unfold into: all its parts as they announce themselves, and again as they really unfold. */
  readonly unfoldedBytes: number
  /** How many times smaller than its content a large part of a workbook may be. */
  readonly ratio: number
  /** Parts of a workbook. */
  readonly entries: number
  readonly columns: number
  readonly rows: number
  readonly cellCharacters: number
  /** Text of all the cells read: one shared string shown a million times counts a million times. */
  readonly characters: number
}

const MIB = 1_048_576

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 10 * MIB,
  textBytes: 200 * MIB,
  unfoldedBytes: 300 * MIB,
  ratio: 150,
  entries: 2000,
  columns: 300,
  rows: 2_000_000,
  cellCharacters: 10_000,
  characters: 400_000_000,
}

/** A part this small may be as repetitive as it likes: unfolding it costs nothing. */
export const HARMLESS_BYTES = 8 * MIB
