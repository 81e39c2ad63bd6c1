// Cells holding one of a few words, several of them, or yes and no.
import { cellText } from './cell.ts'
import type { CellError, CellKind, Reading } from './columns.ts'
import { closest, fold } from './wording.client.ts'

export type Choice<V extends string> = {
  /** The code kept, which files may hold too. */
  readonly value: V
  /** What people read and write. */
  readonly label: string
  /** Former labels and other spellings, still read. */
  readonly others?: readonly string[]
}

type Writing = { /** Whether exports hold the label (unless said otherwise) or the code. */ readonly write?: 'label' | 'value' }

const TRUE = ['oui', 'o', 'x', 'vrai', 'true', 'yes', '1', '✓', '✔']
const FALSE = ['non', 'n', 'faux', 'false', 'no', '0']

/** Yes or no, as people tick it. */
export const yesNo: CellKind<boolean> = {
  read(cell) {
    if (typeof cell === 'boolean') return { value: cell }
    const typed = cellText(cell)
    const word = typed.toLowerCase()
    if (TRUE.includes(word)) return { value: true }
    if (FALSE.includes(word)) return { value: false }
    return { error: { code: 'not_a_boolean', message: `« ${short(typed)} » n’est ni oui ni non. Écrivez « oui » ou « non ».` } }
  },
  write: (value) => (value ? 'oui' : 'non'),
  schema: {
    type: 'boolean',
    trueValues: ['oui', 'OUI', 'Oui', 'x', 'X', 'VRAI', 'vrai', 'true', '1'],
    falseValues: ['non', 'NON', 'Non', 'FAUX', 'faux', 'false', '0'],
  },
}

/** One of the choices, by label or by code: case, accents, apostrophes and spaces do not matter. */
export function oneOf<V extends string>(choices: readonly Choice<V>[], { write = 'label' }: Writing = {}): CellKind<V> {
  const find = finder(choices)
  const written = new Map(choices.map((choice) => [choice.value, choice[write]]))
  return {
    read(cell) {
      const typed = cellText(cell)
      const value = find(typed)
      return value === undefined ? { error: unknownChoice(typed, choices) } : { value }
    },
    write: (value) => written.get(value) ?? value,
    schema: { type: 'string', constraints: { enum: spellings(choices) } },
    choices: choices.map(({ label }) => label),
  }
}

/**
 * Several choices in one cell, separated by commas, semicolons, bars or line breaks; a label may itself hold a comma. Kept in
 * the order of the file, each once.
 */
export function listOf<V extends string>(
  choices: readonly Choice<V>[],
  { write = 'label', min = 1, max = choices.length }: Writing & { min?: number; max?: number } = {},
): CellKind<readonly V[]> {
  const find = finder(choices)
  const written = new Map(choices.map((choice) => [choice.value, choice[write]]))
  const longest = Math.max(...choices.flatMap(names).map((name) => name.split(/[,;|\n]/).length))
  return {
    read(cell): Reading<readonly V[]> {
      const found = readAll(cellText(cell), find, longest)
      if ('unknown' in found) return { error: unknownChoice(found.unknown, choices) }
      const values = [...new Set(found.values)]
      if (values.length < min || values.length > max)
        return {
          error: {
            code: values.length < min ? 'too_few_choices' : 'too_many_choices',
            message: `${values.length} choix dans cette cellule : il en faut ${min === max ? `${min}` : `de ${min} à ${max}`}.`,
          },
        }
      return { value: values }
    },
    write: (values) => values.map((value) => written.get(value) ?? value).join(', '),
    schema: { type: 'string', constraints: { pattern: listPattern(spellings(choices)) } },
    choices: choices.map(({ label }) => label),
  }
}

function readAll<V>(
  typed: string,
  find: (text: string) => V | undefined,
  longest: number,
): { values: V[] } | { unknown: string } {
  const pieces = typed.split(/([,;|\n])/)
  const values: V[] = []
  for (let at = 0; at < pieces.length; ) {
    if (pieces[at]!.trim() === '') {
      at += 2
      continue
    }
    // The longest label first: « Hôtels, cafés » is one choice before being two.
    let size = Math.min(longest * 2 - 1, pieces.length - at)
    let value: V | undefined
    for (; size > 0 && value === undefined; size -= 2) value = find(pieces.slice(at, at + size).join(''))
    if (value === undefined) return { unknown: pieces[at]!.trim() }
    values.push(value)
    at += size + 3
  }
  return { values }
}

const names = <V extends string>(choice: Choice<V>) => [choice.label, choice.value, ...(choice.others ?? [])]
/** People seldom write what stands between brackets. */
const likeliest = <V extends string>(choice: Choice<V>) => [...names(choice), choice.label.replace(/ *\(.*\)/, '')]
const spellings = <V extends string>(choices: readonly Choice<V>[]) => [
  ...new Set(choices.flatMap(({ label, value }) => [label, value])),
]
const short = (typed: string) => (typed.length > 60 ? `${typed.slice(0, 60)}…` : typed)

/** Looks a text up among all the names; remembers what was asked, since a column repeats itself. */
function finder<V extends string>(choices: readonly Choice<V>[]): (typed: string) => V | undefined {
  const byName = new Map(choices.flatMap((choice) => names(choice).map((name) => [fold(name), choice.value] as const)))
  const asked = new Map<string, V | undefined>()
  return (typed) => {
    if (asked.has(typed)) return asked.get(typed)
    const value = typed.length > 500 ? undefined : byName.get(fold(typed))
    if (asked.size < 1000 && typed.length < 500) asked.set(typed, value)
    return value
  }
}

function unknownChoice<V extends string>(typed: string, choices: readonly Choice<V>[]): CellError {
  const near = closest(typed, choices.flatMap(likeliest))
  const meant = near === null ? undefined : choices.find((choice) => likeliest(choice).includes(near))
  const list =
    choices.length <= 8
      ? ` Choix possibles : ${choices.map(({ label }) => label).join(', ')}.`
      : ' Recopiez l’un de ceux que donne l’aide de cette colonne.'
  return {
    code: 'unknown_choice',
    message: `« ${short(typed)} » ne fait pas partie des choix possibles${meant ? ` : vouliez-vous dire « ${meant.label} » ?` : '.'}${meant ? '' : list}`,
  }
}

function listPattern(words: readonly string[]): string {
  const any = `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})`
  return `^${any}(?: *, *${any})*$`
}
