// The numbers of French establishments (SIRET, 14 digits) and legal units (SIREN, 9 digits), and their check digit.

/** Every post office shares this legal unit, and its establishments follow a check of their own. */
const LA_POSTE = '356000000'

const sumOf = (digits: string) => [...digits].reduce((sum, digit) => sum + Number(digit), 0)

/** Luhn: every second digit from the right counts double, its own digits added; the sum ends in zero. */
function passesLuhn(digits: string): boolean {
  const doubled = [...digits]
    .reverse()
    .map((digit, index) => (index % 2 === 1 ? sumOf(String(Number(digit) * 2)) : Number(digit)))
  return doubled.reduce((sum, value) => sum + value, 0) % 10 === 0
}

/** Is this the number of a legal unit: nine digits whose check digit holds? Spaces are the caller's to take out. */
export const isSiren = (digits: string): boolean => /^\d{9}$/.test(digits) && passesLuhn(digits)

/** Is this the number of an establishment: fourteen digits whose check digit holds, La Poste's own rule included? */
export const isSiret = (digits: string): boolean =>
  /^\d{14}$/.test(digits) && (passesLuhn(digits) || (digits.startsWith(LA_POSTE) && sumOf(digits) % 5 === 0))

/** The legal unit that an establishment belongs to: the first nine digits of its number. */
export const sirenOf = (siret: string): string => siret.slice(0, 9)
