// What is typed, kept by the browser on this device only: it survives a reload, and goes on demand.

const KEY = 'calculette'

export type Draft = { readonly [field: string]: string }

/** Does this browser keep anything for us? */
export function canKeep(): boolean {
  try {
    localStorage.setItem(`${KEY}-essai`, '')
    localStorage.removeItem(`${KEY}-essai`)
    return true
  } catch {
    return false
  }
}

/** What was kept, nothing when there is none or when this browser keeps nothing. */
export function readDraft(): Draft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  } catch {
    return {}
  }
}

/** Keeps the fields, over those kept before; does nothing where nothing can be kept. */
export function keepDraft(fields: Draft) {
  if (canKeep()) localStorage.setItem(KEY, JSON.stringify({ ...readDraft(), ...fields }))
}

export const forgetDraft = () => localStorage.removeItem(KEY)
