// Rows checked by the server a moment after they change: the same check as when the form is sent, with what it proposes.
import { AS_ABOVE } from './grid-block.client.ts'
import { inputsOf, isBlank, keyOf, mark, type RowAnswer, seenOf, setSeen, valuesOf } from './grid-rows.client.ts'

const PAUSE_MS = 400
/** Names of the fields by column, as the form sends them. */
const nameOf = (row: HTMLTableRowElement) => new Map(inputsOf(row).map((input) => [keyOf(input), input.name]))

export type Checked = ReadonlyMap<HTMLTableRowElement, RowAnswer>

/** `told` hears what is known of every row after each answer, or that none came. */
export function checker(address: string, told: (known: Checked | null) => void) {
  const known = new Map<HTMLTableRowElement, RowAnswer>()
  /** Rows that changed, and whether what they are about did: then the proposal is asked anew. */
  const waiting = new Map<HTMLTableRowElement, boolean>()
  let timer = 0
  let isAsking = false

  async function ask() {
    if (isAsking || waiting.size === 0) return
    isAsking = true
    const asked = [...waiting].map(([row, anew]) => ({ row, values: valuesOf(row, anew), seen: anew ? '' : seenOf(row) }))
    waiting.clear()
    const body = new URLSearchParams()
    for (const { row, values, seen } of asked) {
      for (const [key, name] of nameOf(row)) body.append(name, values[key] ?? '')
      body.append('vu[]', seen)
    }
    const answers = await fetch(address, { method: 'POST', body })
      .then((answer) => (answer.ok ? (answer.json() as Promise<RowAnswer[]>) : null))
      .catch(() => null)
    isAsking = false
    if (answers === null) {
      for (const { row } of asked) if (!waiting.has(row)) waiting.set(row, true)
      return told(null)
    }
    for (const [at, { row, values }] of asked.entries()) {
      const answer = answers[at]
      // What was typed meanwhile has its own turn.
      if (!answer || waiting.has(row) || !row.isConnected) continue
      known.set(row, answer)
      apply(row, values, answer)
    }
    told(known)
    if (waiting.size > 0) soon()
  }
  const soon = () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, PAUSE_MS)
  }
  window.addEventListener('online', ask)
  return {
    /** `anew`: its product or its supplier changed. */
    changed(row: HTMLTableRowElement, anew: boolean) {
      waiting.set(row, anew || (waiting.get(row) ?? false))
      soon()
    },
    /** The person left the row: what it lacks can be said. */
    left(row: HTMLTableRowElement) {
      const answer = known.get(row)
      if (answer && !waiting.has(row)) show(row, answer)
    },
  }
}

/** Writes what the answer says of the cells that were not touched since, never in the one being typed in. */
function apply(row: HTMLTableRowElement, asked: { readonly [key: string]: string }, answer: RowAnswer) {
  for (const input of inputsOf(row)) {
    const key = keyOf(input)
    const isOurs = input.value === input.dataset.proposed
    if (input === document.activeElement || (input.value.trim() !== asked[key] && !isOurs)) continue
    const value = answer.cells[key] ?? ''
    if (input.value !== value) input.value = value
    if (answer.proposed[key] !== undefined) input.dataset.proposed = value
    else if (isOurs && asked[key] === '') delete input.dataset.proposed
  }
  setSeen(row, answer.seen)
  show(row, answer)
}

/** While one is in a row, what it still lacks is no mistake. */
function show(row: HTMLTableRowElement, answer: RowAnswer) {
  const isInside = row.contains(document.activeElement)
  for (const input of inputsOf(row)) {
    const key = keyOf(input)
    const isLacking = isInside && input.value.trim() === ''
    const isOurs = input.dataset.proposed !== undefined && input.value === input.dataset.proposed
    const isAsAbove = input.dataset.above !== undefined && input.value === input.dataset.above
    const why = isAsAbove
      ? AS_ABOVE
      : isOurs
        ? (answer.proposed[key] ?? input.parentElement!.querySelector('.purchase-grid__proposed')?.textContent)
        : undefined
    mark(input, isLacking || isBlank(row) ? undefined : answer.mistakes[key], why?.replace(/^Proposé\s: /, ''))
  }
}
