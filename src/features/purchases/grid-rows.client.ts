// The rows of the grid in the page: read, written, added, and marked with what is wrong or proposed, in the markup that the server writes.
import { bindSpaces } from '../../platform/html/typography.client.ts'
import { AS_ABOVE } from './grid-block.client.ts'

/** What the server says of a row. */
export type RowAnswer = {
  readonly cells: { readonly [key: string]: string }
  readonly seen: string
  readonly mistakes: { readonly [key: string]: string }
  readonly proposed: { readonly [key: string]: string }
  readonly cents: number | null
}

/** A row as the browser keeps it: what is typed, by column. */
export type KeptRow = { readonly [key: string]: string }

const SEEN = 'input[type="hidden"]'

export const inputsOf = (row: HTMLTableRowElement): HTMLInputElement[] => [
  ...row.querySelectorAll<HTMLInputElement>('input[data-key]'),
]
export const keyOf = (input: HTMLInputElement): string => input.dataset.key ?? ''
export const rowOf = (input: Element): HTMLTableRowElement => input.closest('tr')!
export const inputAt = (row: HTMLTableRowElement | null | undefined, key: string) =>
  row?.querySelector<HTMLInputElement>(`input[data-key="${key}"]`) ?? null
export const isBlank = (row: HTMLTableRowElement): boolean => inputsOf(row).every((input) => input.value.trim() === '')

/** What the person typed: cells that hold our proposal, untouched, count as blank when `asAsked`. */
export function valuesOf(row: HTMLTableRowElement, asAsked = false): KeptRow {
  const kept = inputsOf(row).map((input) => [
    keyOf(input),
    asAsked && input.value === input.dataset.proposed ? '' : input.value.trim(),
  ])
  return Object.fromEntries(kept)
}

export function write(row: HTMLTableRowElement, values: KeptRow) {
  for (const input of inputsOf(row)) {
    const value = values[keyOf(input)]
    if (value !== undefined) input.value = value
  }
}

/** The product that a proposal was made for: the server makes none again. */
export const seenOf = (row: HTMLTableRowElement): string => row.querySelector<HTMLInputElement>(SEEN)!.value
export function setSeen(row: HTMLTableRowElement, seen: string) {
  row.querySelector<HTMLInputElement>(SEEN)!.value = seen
}

/** Takes its day and its supplier after the row above, once, when it says neither. */
export function takeAfterAbove(row: HTMLTableRowElement) {
  const above = row.previousElementSibling as HTMLTableRowElement | null
  const cells = ['date', 'supplier'].map((key) => [inputAt(row, key)!, inputAt(above, key)?.value.trim() ?? ''] as const)
  if (isBlank(row) || row.dataset.above !== undefined || cells.some(([input]) => input.value !== '')) return
  for (const [input, value] of cells)
    if (value !== '') {
      row.dataset.above = ''
      input.value = value
      input.dataset.above = value
      mark(input, undefined, AS_ABOVE)
    }
}

/** A blank row below the last one. */
export function addRow(body: HTMLTableSectionElement): HTMLTableRowElement {
  const line = body.rows.length + 1
  const row = body.rows[line - 2]!.cloneNode(true) as HTMLTableRowElement
  row.querySelector('th')!.childNodes.forEach((node) => {
    if (node.nodeType === Node.TEXT_NODE) node.textContent = String(line)
  })
  const eraser = row.querySelector('button')!
  eraser.setAttribute('aria-label', eraser.getAttribute('aria-label')!.replace(/\d+$/, String(line)))
  for (const input of inputsOf(row)) {
    input.id = input.id.replace(/\d+$/, String(line))
    input.setAttribute('aria-label', input.getAttribute('aria-label')!.replace(/\d+$/, String(line)))
  }
  clear(row)
  return body.appendChild(row)
}

export function clear(row: HTMLTableRowElement) {
  delete row.dataset.above
  for (const input of inputsOf(row)) {
    input.value = ''
    input.removeAttribute('value')
    delete input.dataset.above
    mark(input, undefined, undefined)
  }
  setSeen(row, '')
}

/** Shows at a cell what is wrong with it or, when nothing is, why we filled it. */
export function mark(input: HTMLInputElement, error: string | undefined, proposed: string | undefined) {
  if (proposed === undefined) delete input.dataset.proposed
  const [text, name, ending] =
    error !== undefined
      ? [error, 'fr-error-text', 'erreur']
      : proposed !== undefined
        ? [`Proposé : ${proposed}`, 'purchase-grid__proposed', 'propose']
        : [null, '', '']
  const shown = text === null ? null : bindSpaces(`>${text}`).slice(1)
  let about = input.parentElement!.querySelector('p')
  if (shown === null) {
    about?.remove()
    input.removeAttribute('aria-describedby')
  } else {
    about ??= input.parentElement!.appendChild(document.createElement('p'))
    about.id = `${input.id}-${ending}`
    about.className = name
    if (about.textContent !== shown) about.textContent = shown
    input.setAttribute('aria-describedby', about.id)
  }
  input.classList.toggle('fr-input--error', error !== undefined)
  if (error === undefined) input.removeAttribute('aria-invalid')
  else input.setAttribute('aria-invalid', 'true')
}
