// The told stories, under codes of their own: anyone can open them, and what is sent to them goes to a copy.
import type { Platform } from '../../platform/http/context.ts'
import { demoStories } from './demo.data.ts'
import { putDemoDraft } from './draft.sql.ts'
import { hashOf } from './draft.ts'

/** Loads the stories; loading them again brings them back to what they were. */
export async function loadDemo({ database, now }: Platform): Promise<void> {
  for (const { code, answers } of demoStories) await putDemoDraft(database, hashOf(code), { answers, typed: {} }, now())
}
