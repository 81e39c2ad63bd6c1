// Numbers of legal units and establishments that hold their check digit. They are made up: some may belong to someone.

/** Legal units that can be numbered for each first digit, one after the other in a scattered order. */
const UNITS = 10_000_000
/** Has no divisor in common with `UNITS`: multiplying by it visits every number once. */
const STEP = 6_180_339

const digitsOf = (value: number, count: number) => String(value).padStart(count, '0')

/** The digit that makes `digits` pass Luhn's check when it is written after them. */
export function checkDigit(digits: string): number {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    sum += index % 2 === 1 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2
  }
  return (10 - (sum % 10)) % 10
}

/** SIREN of the unit of this rank: two ranks never share one. Public bodies start with 2 as they do in the register, others with 3 to 8. */
export function sirenOf(rank: number, isPublic: boolean): string {
  if (rank >= UNITS) throw new Error(`No more than ${UNITS} legal units can be numbered`)
  // In two halves: the product of both numbers would not be exact.
  const scattered = (((rank % 1000) * STEP) % UNITS) + ((Math.floor(rank / 1000) * ((1000 * STEP) % UNITS)) % UNITS)
  const body = `${isPublic ? 2 : 3 + (rank % 6)}${digitsOf(scattered % UNITS, 7)}`
  return `${body}${checkDigit(body)}`
}

/** SIRET of an establishment of a unit; the first one is 1. */
export function siretOf(siren: string, establishment: number): string {
  const body = `${siren}${digitsOf(establishment, 4)}`
  return `${body}${checkDigit(body)}`
}
