// Going from row to row by keyboard, as in a spreadsheet. Tab goes from cell to cell, as in any form.
import { inputAt, keyOf, rowOf } from './grid-rows.client.ts'

/**
 * Enter goes down, and opens a new row after the last one; with Shift it goes up. Arrows too, where they do not open a list of suggestions. `rowAt` gives
 * the row of this rank, made if need be, or null where there is no room.
 */
export function goByKeyboard(body: HTMLTableSectionElement, rowAt: (at: number) => HTMLTableRowElement | null) {
  body.addEventListener('keydown', (event) => {
    const { target, key } = event
    if (!(target instanceof HTMLInputElement) || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const step = stepOf(key, event.shiftKey, target.list !== null)
    if (step === 0) return
    event.preventDefault()
    const at = rowOf(target).sectionRowIndex + step
    const next = inputAt(at < 0 ? null : key === 'Enter' ? rowAt(at) : body.rows[at], keyOf(target))
    next?.focus()
    next?.select()
  })
}

function stepOf(key: string, isShifted: boolean, hasList: boolean): -1 | 0 | 1 {
  if (key === 'Enter') return isShifted ? -1 : 1
  if (hasList) return 0
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
}
