// biome-ignore-all format: lists of codes
/** France and its overseas territories (ISO 3166). */
export const FRENCH: ReadonlySet<string> = new Set('FR GP MQ GF RE YT MF BL PM WF PF NC TF'.split(' '))
/** Other States of the European Economic Area: the Union, Iceland, Liechtenstein, Norway. */
export const EUROPEAN: ReadonlySet<string> = new Set('AT BE BG HR CY CZ DK EE FI DE GR EL HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' '))
