// Exact ratios: shares are compared by cross-multiplication, so that a rounded figure never decides a right.
// Plain numbers as long as the products are exact, big integers beyond.
import { type Cents, decimal } from './money.ts'

const SAFE = Number.MAX_SAFE_INTEGER

/**
 * Compares part / whole with a percentage, exactly.
 * @returns -1 below, 0 equal, 1 above. `whole` must be positive; amounts are integers, `percent` an integer.
 */
export function compareShare(part: Cents, whole: Cents, percent: number): -1 | 0 | 1 {
  const have = part * 100
  const want = whole * percent
  if (have <= SAFE && want <= SAFE) return have < want ? -1 : have > want ? 1 : 0
  const difference = BigInt(part) * 100n - BigInt(whole) * BigInt(percent)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * The smallest amount to move into the part, the whole unchanged, so that part / whole reaches the percentage.
 * @returns cents, rounded up to the next cent; 0 when the target is reached already.
 */
export function gapTo(part: Cents, whole: Cents, percent: number): Cents {
  if (part * 100 <= SAFE && whole * percent <= SAFE) {
    const missing = whole * percent - part * 100
    if (missing <= 0) return 0
    const rest = missing % 100
    return (missing - rest) / 100 + (rest > 0 ? 1 : 0)
  }
  const missing = BigInt(whole) * BigInt(percent) - BigInt(part) * 100n
  return missing <= 0n ? 0 : Number((missing + 99n) / 100n)
}

/**
 * numerator / denominator as a decimal string with exactly that many decimals, half up.
 * Integers only; numerator ≥ 0, denominator > 0.
 */
export function roundHalfUp(numerator: number, denominator: number, decimals: number): string {
  const scale = 10 ** decimals
  const doubled = 2 * numerator * scale + denominator
  const divisor = 2 * denominator
  let scaled: string
  if (doubled <= SAFE && divisor <= SAFE) {
    const rounded = (doubled - (doubled % divisor)) / divisor
    if (decimals === 2) return decimal(rounded)
    scaled = String(rounded)
  } else {
    scaled = String((2n * BigInt(numerator) * BigInt(scale) + BigInt(denominator)) / (2n * BigInt(denominator)))
  }
  if (decimals === 0) return scaled
  if (scaled.length <= decimals) scaled = scaled.padStart(decimals + 1, '0')
  return `${scaled.slice(0, -decimals)}.${scaled.slice(-decimals)}`
}

/** The share of a part in a whole, in percent, two decimals, half up: `"18.42"`. `whole` must be positive. */
export function shareText(part: Cents, whole: Cents): string {
  return part * 100 <= SAFE ? roundHalfUp(part * 100, whole, 2) : moveTwo(roundHalfUp(part, whole, 4))
}

/** Shifts the decimal point two places to the right: `"0.1842"` → `"18.42"`. */
function moveTwo(text: string): string {
  const digits = text.replace('.', '').replace(/^0+(?=\d{3})/, '')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
