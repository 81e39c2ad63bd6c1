// The procurement targets, dated by year of purchases. A decree that changes one is a line added here.
import type { Zone } from './territories.ts'
import type { Timeline } from './timeline.ts'

/** Percentages of the value excluding tax of all food purchases of a calendar year. */
export type ShareTargets = { readonly organic: number; readonly quality: number }

export const shareTargets: Readonly<Record<Zone, Timeline<ShareTargets>>> = {
  hexagone: [{ from: 2022, value: { organic: 20, quality: 50 }, source: 'crpm-l230-5-1-i-parts' }],
  outre_mer: [
    { from: 2022, value: { organic: 5, quality: 20 }, source: 'decret-2021-1235' },
    { from: 2026, value: { organic: 10, quality: 35 }, source: 'decret-2021-1235' },
    { from: 2030, value: { organic: 20, quality: 50 }, source: 'decret-2021-1235' },
  ],
  mayotte: [
    { from: 2022, value: { organic: 2, quality: 5 }, source: 'decret-2021-1235' },
    { from: 2026, value: { organic: 5, quality: 15 }, source: 'decret-2021-1235' },
    { from: 2030, value: { organic: 10, quality: 30 }, source: 'decret-2021-1235' },
    { from: 2035, value: { organic: 20, quality: 50 }, source: 'decret-2021-1235' },
  ],
  saint_pierre_et_miquelon: [
    { from: 2022, value: { organic: 10, quality: 30 }, source: 'decret-2021-1235' },
    { from: 2030, value: { organic: 20, quality: 50 }, source: 'decret-2021-1235' },
  ],
}

/** Of meat, poultry and fish taken together: everyone, then the State, its establishments and national public companies. */
export const meatFishTargets: Timeline<{ readonly everyone: number; readonly state: number }> = [
  { from: 2024, value: { everyone: 60, state: 100 }, source: 'crpm-l230-5-1-i-viandes-poissons' },
]

/** Who owes the shares: public-law persons and the services of L230-5, then every private restaurant too. */
export const shareAudience: Timeline<'public_or_l2305' | 'everyone'> = [
  { from: 2022, value: 'public_or_l2305', source: 'crpm-l230-5-1-i-parts' },
  { from: 2024, value: 'everyone', source: 'crpm-l230-5-1-iv-prive' },
]
