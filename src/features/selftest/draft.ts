// A test under way, kept for whoever holds its code. What could not be used yet is kept as it was typed.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Platform } from '../../platform/http/context.ts'
import { type Answers, answersSchema } from './answers.ts'
import { deleteDraft, findDraft, insertDraft, updateDraft } from './draft.sql.ts'

/** Fields of a screen as they were typed, by screen: only while something in them cannot be used. */
const typed = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])))
const stored = z.object({ answers: answersSchema, typed: typed.default({}) })

export type Draft = { answers: Answers; typed: z.infer<typeof typed> }

/** 128 bits as drawn, or the readable code of an example. */
const CODE = /^[\w-]{16,40}$/

export const hashOf = (code: string) => createHash('sha256').update(code).digest()

/** Keeps a new draft; gives its code, which only its holder will know. */
export async function createDraft({ database, now, randomBytes }: Platform, draft: Draft): Promise<string> {
  const code = Buffer.from(randomBytes(16)).toString('base64url')
  await insertDraft(database, hashOf(code), draft, now())
  return code
}

/** The draft of this code; null when there is none, or no longer. */
export async function loadDraft({ database, now }: Platform, code: string): Promise<Draft | null> {
  if (!CODE.test(code)) return null
  const row = await findDraft(database, hashOf(code), now())
  return row === null ? null : stored.parse(row.answers)
}

/** Keeps the changes, and thirteen months more. */
export const saveDraft = ({ database, now }: Platform, code: string, draft: Draft) =>
  updateDraft(database, hashOf(code), draft, now())

export const eraseDraft = ({ database }: Platform, code: string) => deleteDraft(database, hashOf(code))
