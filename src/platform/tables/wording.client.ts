// Words compared as people write them: case, accents, apostrophes, spaces and small slips do not matter.

/** The same word whoever typed it: « Modèle_économique » and « MODELE ECONOMIQUE » fold alike. Empty when nothing is left. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** How many letters must be typed, removed, changed or swapped to go from one to the other; `most + 1` when it is more than `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      current.push(cost)
    }
    if (Math.min(...current) > most) return most + 1
    before = previous
    previous = current
  }
  return previous[b.length]!
}

/** The candidate that looks most like the text, or null when none does. A beginning counts as looking alike. */
export function closest(text: string, candidates: Iterable<string>): string | null {
  const wanted = fold(text).slice(0, 100)
  if (wanted.length < 2) return null
  let best: string | null = null
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    const folded = fold(candidate)
    const begins = wanted.length >= 3 && (folded.startsWith(wanted) || (folded.length >= 3 && wanted.startsWith(folded)))
    const far = Math.min(distance(wanted, folded, least), begins ? least - 0.5 : Number.POSITIVE_INFINITY)
    if (far < least) {
      best = candidate
      least = far
    }
  }
  return best
}

/** « a », « b » et « c ». */
export function quoted(words: readonly string[]): string {
  const marked = words.map((word) => `« ${word} »`)
  return marked.length < 2 ? (marked[0] ?? '') : `${marked.slice(0, -1).join(', ')} et ${marked.at(-1)}`
}
