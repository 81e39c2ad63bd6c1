// What is typed in the grid and not saved yet, kept by the browser on this device only.
import type { KeptRow } from './grid-rows.client.ts'

/** Rows that hold something; none when nothing was kept, or when this browser keeps nothing. */
export function readDraft(name: string): KeptRow[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return Array.isArray(kept) ? kept.filter((row): row is KeptRow => typeof row === 'object' && row !== null) : []
  } catch {
    return []
  }
}

/** Gives whether this browser keeps it. */
export function keepDraft(name: string, rows: readonly KeptRow[]): boolean {
  try {
    if (rows.length === 0) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(rows))
    return true
  } catch {
    return false
  }
}
