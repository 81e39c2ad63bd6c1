// The keyboard grid in the browser: a block pasted anywhere spreads, Enter goes down, rows are checked as one types, a draft is kept.
import { formatEuros } from '../../law/money.ts'
import { cellsOf, linesOf, type Titled, tooLongIn } from './grid-block.client.ts'
import { type Checked, checker } from './grid-check.client.ts'
import { keepDraft, readDraft } from './grid-draft.client.ts'
import { goByKeyboard } from './grid-keys.client.ts'
import {
  addRow,
  clear,
  inputsOf,
  isBlank,
  type KeptRow,
  keyOf,
  rowOf,
  setSeen,
  takeAfterAbove,
  valuesOf,
  write,
} from './grid-rows.client.ts'

const part = <Kind extends HTMLElement>(selector: string) => document.querySelector<Kind>(selector)!
const form = part<HTMLFormElement>('form[data-grid]')
const body = part<HTMLTableSectionElement>('.purchase-grid tbody')
const block = part<HTMLTextAreaElement>('#bloc')
const blockError = part('#bloc-erreur')
const news = part('[data-news]')
const clearButton = part<HTMLButtonElement>('[data-clear]')
const columns: Titled[] = JSON.parse(form.dataset.columns!)
const most = Number(form.dataset.most)
const draft = form.dataset.draft!
const go = part<HTMLInputElement>('form[data-grid] [name="cle"]').value
/** What a proposal is about. */
const ABOUT = ['description', 'supplier']

const rows = () => [...body.rows]
const filled = () => rows().filter((row) => !isBlank(row))
const count = (number: number, one: string, many: string) => `${number} ${number > 1 ? many : one}`

let known: Checked = new Map()
let said = ''
const { changed, left } = checker(form.dataset.grid!, (answers) => {
  if (answers) known = answers
  sayTotal(answers ? said : 'La vérification est interrompue, réseau coupé ou session fermée : rien n’est perdu. ')
  keep()
})

function sayTotal(before = said) {
  const now = filled()
  const wrong = now.filter((row) => Object.keys(known.get(row)?.mistakes ?? {}).length > 0).length
  const cents = now.reduce((sum, row) => sum + (known.get(row)?.cents ?? 0), 0)
  const parts = [
    `${count(now.length, 'ligne', 'lignes')}, ${formatEuros(cents)} hors taxe`,
    ...(wrong > 0 ? [`${wrong} à corriger`] : []),
  ]
  const text = before + (now.length === 0 ? '' : `${parts.join(', ')}.`)
  if (news.textContent !== text) news.textContent = text
}

/** Says something until the person types again. */
function say(words: string) {
  said = words === '' ? '' : `${words} `
  sayTotal()
}

/** What the last paste or the last erasing can be taken back to: every row as it was. */
let undo: { readonly words: string; readonly rows: readonly KeptRow[] } | null = null
const undoable = (words: string) => {
  undo = { words, rows: rows().map((row) => valuesOf(row)) }
}

function keep() {
  const isKept = keepDraft(draft, { go, rows: filled().map((row) => valuesOf(row)) })
  part('[data-keeps]').hidden = !isKept
  clearButton.hidden = filled().length === 0 && undo === null
  clearButton.textContent = undo?.words ?? 'Tout effacer'
}

const rowAt = (at: number): HTMLTableRowElement => {
  while (body.rows.length <= at) addRow(body)
  return body.rows[at]!
}

function writeFrom(first: number, lines: readonly KeptRow[]) {
  for (const [at, line] of lines.entries()) {
    const row = rowAt(first + at)
    write(row, line)
    setSeen(row, '')
    takeAfterAbove(row)
    changed(row, true)
  }
  openNext()
  keep()
  sayTotal()
}

/** There is always a blank row below the last one that holds something. */
function openNext() {
  if (!isBlank(body.rows[body.rows.length - 1]!) && body.rows.length < most) addRow(body)
}

function refuse(message: string) {
  blockError.textContent = message
  blockError.hidden = message === ''
}

/** Spreads a block from a cell; false when it does not fit. */
function spread(text: string, first: number, key: string): boolean {
  const lines = linesOf(cellsOf(text), columns, key)
  const wrong =
    first + lines.length > most
      ? `${count(first + lines.length, 'ligne', 'lignes')}, c’est plus que les ${most} qui tiennent ici. Collez-en moins, ou importez votre fichier.`
      : tooLongIn(lines)
  refuse(wrong ?? '')
  if (wrong !== null) {
    block.focus()
    return false
  }
  undoable('Annuler le collage')
  say(`${count(lines.length, 'ligne collée', 'lignes collées')}.`)
  writeFrom(first, lines)
  return true
}

body.addEventListener('paste', (event) => {
  const input = event.target as HTMLInputElement
  const text = event.clipboardData?.getData('text') ?? ''
  const cells = cellsOf(/[\t\n\r]/.test(text.trim()) ? text : '')
  if (cells.length <= 1 && (cells[0]?.length ?? 0) <= 1) return
  event.preventDefault()
  spread(text, rowOf(input).sectionRowIndex, keyOf(input))
})

const spreadBlock = () => {
  const last = filled().at(-1)
  const first = last ? last.sectionRowIndex + 1 : 0
  if (block.value.trim() === '' || !spread(block.value, first, columns[0]!.key)) return
  block.value = ''
  inputsOf(rowAt(first))[0]!.focus()
}
block.addEventListener('paste', () => setTimeout(spreadBlock))
part('[data-spread]').addEventListener('click', (event) => {
  event.preventDefault()
  spreadBlock()
})

body.addEventListener('input', (event) => {
  const input = event.target as HTMLInputElement
  undo = null
  said = ''
  if (input.value !== input.dataset.proposed) delete input.dataset.proposed
  takeAfterAbove(rowOf(input))
  changed(rowOf(input), ABOUT.includes(keyOf(input)))
  openNext()
  keep()
})
body.addEventListener('focusout', (event) => {
  const row = rowOf(event.target as Element)
  if (!row.contains(event.relatedTarget as Node | null)) setTimeout(() => left(row))
})

goByKeyboard(body, (at) => (at < most ? rowAt(at) : null))

part('button[value="lignes"]').addEventListener('click', (event) => {
  event.preventDefault()
  const first = body.rows.length
  rowAt(Math.min(most, first + 10) - 1)
  inputsOf(body.rows[Math.min(first, most - 1)]!)[0]!.focus()
})

clearButton.addEventListener('click', () => {
  const back = undo?.rows ?? []
  if (undo === null) undoable('Annuler l’effacement')
  else undo = null
  for (const row of filled()) clear(row)
  say(undo === null ? '' : 'Tout est effacé.')
  writeFrom(0, back)
})
body.addEventListener('click', (event) => {
  const row = (event.target as Element).closest('[data-clear-row]')?.closest('tr')
  if (!row || isBlank(row)) return
  undoable('Annuler l’effacement')
  clear(row)
  say(`La ligne ${row.sectionRowIndex + 1} est effacée.`)
  keep()
  inputsOf(row)[0]!.focus()
})

// What was typed before the page was closed; what the server has just sent back wins over it.
const kept = form.dataset.posted === undefined ? readDraft(draft) : []
if (kept.length > 0) {
  say('Votre saisie en cours est retrouvée.')
  writeFrom(0, kept.slice(0, most))
} else keep()
for (const row of filled()) changed(row, false)
form.classList.add('purchase-grid--live')
