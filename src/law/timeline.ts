// Dated tables of the law. A change of law is a line added, never a line edited.
import type { TextId } from './texts.ts'

/** A calendar year of purchases. Declared early in the following year. */
export type DataYear = number
/** A day, `YYYY-MM-DD`; such texts sort as dates do. */
export type IsoDate = string

/** The years that the tables are meant for and tested on. */
export const FIRST_DATA_YEAR = 2019
export const LAST_DATA_YEAR = 2036
export const isDataYear = (year: number): year is DataYear =>
  Number.isInteger(year) && year >= FIRST_DATA_YEAR && year <= LAST_DATA_YEAR

/** One line: from this data year on, this value applies, because of this text. */
export type Dated<Value> = { readonly from: DataYear; readonly value: Value; readonly source: TextId }
/** Never empty, oldest line first. */
export type Timeline<Value> = readonly [Dated<Value>, ...Dated<Value>[]]

/** The line that applies to the purchases of a data year; null before the first one: *no rule*. */
export function inForce<Value>(timeline: Timeline<Value>, dataYear: DataYear): Dated<Value> | null {
  let found: Dated<Value> | null = null
  for (const line of timeline) {
    if (line.from > dataYear) break
    found = line
  }
  return found
}

/** One line of a rule that takes effect on a day. The two kinds never mix. */
export type DatedFrom<Value> = { readonly on: IsoDate; readonly value: Value; readonly source: TextId }
export type DayTimeline<Value> = readonly [DatedFrom<Value>, ...DatedFrom<Value>[]]

/** The line that applies on a day; null before the first one. */
export function inForceOn<Value>(timeline: DayTimeline<Value>, date: IsoDate): DatedFrom<Value> | null {
  let found: DatedFrom<Value> | null = null
  for (const line of timeline) {
    if (line.on > date) break
    found = line
  }
  return found
}
