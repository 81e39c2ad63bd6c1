// The calendar of declaration campaigns, and the statutory deadline.
import type { DataYear, IsoDate } from './timeline.ts'

/** All days included, Europe/Paris: from the first minute of the first one to the last minute of the last one. */
export type Period = { readonly from: IsoDate; readonly to: IsoDate }

export type Campaign = {
  readonly dataYear: DataYear
  readonly declaration: Period
  readonly correction: Period | null
  /** What had been announced, when it was later prolonged or moved. */
  readonly announced?: { readonly declarationTo: IsoDate; readonly correction: Period }
}

/** The campaigns known so far; staff may add the next ones as data, in the same shape. */
export const campaigns: readonly Campaign[] = [
  { dataYear: 2021, declaration: { from: '2022-07-16', to: '2022-12-04' }, correction: null },
  { dataYear: 2022, declaration: { from: '2023-02-12', to: '2023-06-30' }, correction: null },
  // The correction period opened before the campaign closed.
  {
    dataYear: 2023,
    declaration: { from: '2024-01-08', to: '2024-06-11' },
    correction: { from: '2024-06-03', to: '2024-06-12' },
  },
  {
    dataYear: 2024,
    declaration: { from: '2025-01-07', to: '2025-04-06' },
    correction: { from: '2025-04-16', to: '2025-04-30' },
  },
  {
    dataYear: 2025,
    declaration: { from: '2026-01-12', to: '2026-04-15' },
    correction: { from: '2026-04-16', to: '2026-04-29' },
    announced: { declarationTo: '2026-03-31', correction: { from: '2026-04-15', to: '2026-04-29' } },
  },
]

/** The first year of purchases that had to be declared. */
export const FIRST_DECLARED_YEAR: DataYear = 2021

export const campaignOf = (dataYear: DataYear): Campaign | null =>
  campaigns.find((campaign) => campaign.dataYear === dataYear) ?? null

/** The statutory deadline of a data year: 31 March of the next one. Source: arrêté du 14 septembre 2022. */
export const statutoryDeadline = (dataYear: DataYear): IsoDate => `${dataYear + 1}-03-31`

/** Is the day within the period, both ends included? */
export const isWithin = ({ from, to }: Period, day: IsoDate): boolean => from <= day && day <= to
