// A test under way, kept for whoever holds its code. What could not be used yet is kept as it was typed.
import { createHash } from 'node:crypto'
import type { Platform } from '../../platform/http/context.ts'
import { type Draft, deleteDraft, findDraft, insertDraft, updateDraft } from './draft.sql.ts'

/** 128 bits as drawn, or the readable code of an example. */
const CODE = /^[\w-]{16,40}$/

export const hashOf = (code: string) => createHash('sha256').update(code).digest()

/** New tests in one minute, all visitors together: a lecture hall may start at once, a machine gone mad may not go on. */
const MOST_NEW_A_MINUTE = 600
const MINUTE = 60_000

/** Keeps new drafts and gives their code, within a bound that no honest use reaches; null beyond it. */
export function newDrafts(platform: Platform) {
  let started: number[] = []
  return async (draft: Draft): Promise<string | null> => {
    const now = platform.now().getTime()
    started = started.filter((time) => time > now - MINUTE)
    if (started.length >= MOST_NEW_A_MINUTE) return null
    started.push(now)
    return createDraft(platform, draft)
  }
}

/** Keeps a new draft; gives its code, which only its holder will know. */
async function createDraft({ database, now, randomBytes }: Platform, draft: Draft): Promise<string> {
  const code = Buffer.from(randomBytes(16)).toString('base64url')
  await insertDraft(database, hashOf(code), draft, now())
  return code
}

/** The draft of this code; null when there is none, or no longer. */
export async function loadDraft({ database, now }: Platform, code: string): Promise<Draft | null> {
  if (!CODE.test(code)) return null
  const row = await findDraft(database, hashOf(code), now())
  // Only answers that were read and checked are ever written: they are not checked again.
  return row === null ? null : row.answers
}

/** Keeps the changes, and thirteen months more. */
export const saveDraft = ({ database, now }: Platform, code: string, draft: Draft) =>
  updateDraft(database, hashOf(code), draft, now())

export const eraseDraft = ({ database }: Platform, code: string) => deleteDraft(database, hashOf(code))
