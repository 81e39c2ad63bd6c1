// What is typed in the grid and not saved yet, kept by the browser on this device only, with the key of the go that would save it.
import type { KeptRow } from './grid-rows.client.ts'

type Draft = { readonly go: string; readonly rows: readonly KeptRow[] }

function stored(name: string): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null')
    return Array.isArray(kept?.rows) ? kept : null
  } catch {
    return null
  }
}

/** Rows that hold something; none when nothing was kept, or when this browser keeps nothing. */
export const readDraft = (name: string): KeptRow[] =>
  (stored(name)?.rows ?? []).filter((row) => typeof row === 'object' && row !== null)

/** Gives whether this browser keeps it. */
export function keepDraft(name: string, { go, rows }: Draft): boolean {
  try {
    if (rows.length === 0) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify({ go, rows }))
    return true
  } catch {
    return false
  }
}

/** Forgets what this go has saved; what was typed since belongs to another one, and stays. */
export function forgetDraft(name: string, go: string) {
  if (stored(name)?.go === go) keepDraft(name, { go, rows: [] })
}
