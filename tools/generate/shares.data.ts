// biome-ignore-all format: tables
// Distributions of a national data set other than those of national.json, each with its source. « Our choice »: no figure is published.

/** Places of the country by region (report of 2025: how many canteens each region should count). */
export const placesByRegion: Readonly<Record<string, number>> = {
  '84': 10_842, '27': 3_623, '53': 4_279, '24': 4_171, '94': 395, '44': 7_324, '32': 7_061, '11': 13_235, '28': 4_360, '75': 8_854, '76': 7_336, '52': 4_545, '93': 5_991,
  '01': 625, '02': 554, '03': 161, '04': 900, '06': 203,
}

/** Satellites among places (report of 2025: 43 % on site, 57 % satellites). */
export const SATELLITES = 0.57
/** Satellites that one kitchen delivers: log-normal of median 3, cut at 320 (declarations of 2025: 1 1 3 7 16 31 91 at p10 p25 p50 p75 p90 p95 p99). */
export const deliveredByKitchen = { median: 3, sigma: 1.35, most: 320 }

/** Sectors of a place (declarations of 2023: 91, 6.4, 1.6 and 1.0 % for four and more; a record now holds three at most). */
export const sectorCounts: readonly (readonly [number, number])[] = [[1, 91], [2, 6.4], [3, 2.6]]
/** Leisure is one row in the national mix and two sectors in the law (declarations of 2022). */
export const leisure = { from: 'loisir_autres', to: [['loisir_autre', 0.6], ['loisir_centre_vacances', 0.4]] } as const

/** Names in capital letters (declarations of 2023). */
export const CAPITALS = 0.41
/** Names over 100 characters (declarations of 2022 and 2023: 0.1 %); the longest has 131. */
export const LONG_NAMES = 0.001
export const LONGEST_NAME = 131

/** What is wrong in real records (declarations of 2021 to 2023). */
export const wrongShares = {
  /** The check digit does not hold. */
  wrong_siret: 0.0001,
  /** Four characters instead of five. */
  malformed_commune: 0.005,
  missing_commune: 0.003,
  missing_management: 0.003,
} as const
/** A commune that has merged into another since (declarations of 2021 to 2023). */
export const FORMER_COMMUNES = 0.001
/** Satellites of which no kitchen is known (declarations of 2021 to 2023). */
export const WITHOUT_KITCHEN = 0.015

// Our choice, for want of published figures.

/** Places without a number of their own, kept under that of their legal unit. */
export const SIREN_ONLY = 0.06
export const ARCHIVED = 0.02
/** Of archived places: those whose number a living one bears (2 places in 1 000 shared a number in 2021 to 2023). */
export const NUMBER_TAKEN_OVER = 0.05
/** Kitchens that have not made a group of their satellites. */
export const WITHOUT_GROUP = 0.1
/** Satellites that another kitchen delivered before. */
export const MOVED = 0.08
/** Legal units whose places nobody runs on the site yet. */
export const WITHOUT_MANAGER = 0.08
/** On-site places that one team runs. */
export const placesByTeam: readonly (readonly [number, number])[] = [[1, 62], [2, 14], [3, 8], [4, 5], [5, 4], [6, 2], [7, 2], [8, 1], [9, 1], [10, 1]]
/** Besides its first administrator. */
export const colleagues = { administrator: 0.25, entry: 0.2, reader: 0.1 } as const
/** What the company register last said. */
export const registerStates = [['open', 93], ['closed', 1], ['unknown', 2], [null, 4]] as const
/** Places that share the sector of their unit; the others have their own. */
export const SAME_SECTOR = 0.7
/** On-site places of a unit that stand in one commune; the others are near it. */
export const SAME_COMMUNE = 0.7
/** Satellites in the very commune of their kitchen, in its intercommunality; the others are elsewhere in the department. */
export const nearKitchen = { commune: 0.6, epci: 0.3 }

/** An invoice line, in euros excluding tax: log-normal (an assumption: no figure is published of how many lines a canteen buys in a year). */
export const purchaseLine = { mean: 125, sigma: 1.21 }
/** Of the largest book: seven years of a kitchen of ten thousand meals a day. */
export const MOST_PURCHASES = 100_000
/** Of what is bought: meat and fish from the reports of 2022 and 2023 (16 to 19 %, 5.6 to 6.4 %), the others our choice. */
export const boughtByFamily = [
  ['viandes_volailles', 17.5], ['charcuterie', 5], ['produits_de_la_mer', 6], ['fruits_et_legumes', 22], ['produits_laitiers', 18], ['boulangerie', 9], ['boissons', 4.5], ['autres', 18],
] as const
/** Lines that old files left without a family. */
export const WITHOUT_FAMILY = 0.01
/** What is bought in each month, from January, by those that close in summer (schools) and by those that do not. */
export const boughtByMonth = { closed: [10, 8, 11, 8, 9, 10, 3, 0.5, 11, 9, 11, 8], open: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] } as const
/** Lines bought through a short chain, and from near by. */
export const SHORT_CHAIN = 0.05
export const LOCAL = 0.08
