// Names as managers really write them: capitals without accents, the commune between brackets, the long official name.
import { eponyms, type NameKind, patterns, places } from './names.data.ts'
import type { Draws } from './random.ts'
import { CAPITALS, LONG_NAMES, LONGEST_NAME } from './shares.data.ts'

/** « d’Angers », « du Mans », « des Sables-d’Olonne », « de La Rochelle ». */
export function ofCommune(name: string): string {
  if (/^Le /.test(name)) return `du ${name.slice(3)}`
  if (/^Les /.test(name)) return `des ${name.slice(4)}`
  return /^[aeiouyhâàéèêëîïôûœ]/i.test(name) ? `d’${name}` : `de ${name}`
}

const withoutAccents = (text: string) => text.replace(/œ/g, 'oe').replace(/Œ/g, 'OE').normalize('NFD').replace(/\p{M}/gu, '')

/** « Paris 18e » for a district: nobody writes « Arrondissement » in a name. */
const called = (commune: string) => commune.replace(/ Arrondissement$/, '')

/** A name for a place of this kind in this commune. */
export function nameOf(draws: Draws, kind: NameKind, commune: string): string {
  const longKind = `${kind}Long`
  const isLong = longKind in patterns && draws.happens(LONG_NAMES * 3)
  const pattern = draws.pick<string>(patterns[isLong ? (longKind as NameKind) : kind])
  const name = pattern
    .replace(/\{de commune\}/g, () => ofCommune(called(commune)))
    .replace(/\{commune\}/g, () => called(commune))
    .replace(/\{eponym\}/g, () => draws.pick(eponyms))
    .replace(/\{place\}/g, () => draws.pick(places))
  // A full list of 131 characters was cut by who typed it, or by their tool.
  return written(draws, name).slice(0, LONGEST_NAME).trim()
}

function written(draws: Draws, name: string): string {
  // Most keyboards only have the straight apostrophe.
  const typed = draws.happens(0.85) ? name.replace(/’/g, "'") : name
  if (!draws.happens(CAPITALS)) return typed
  const bare = draws.happens(0.85) ? withoutAccents(typed) : typed
  return (draws.happens(0.2) ? bare.replace(/['’-]/g, ' ') : bare).toUpperCase()
}
