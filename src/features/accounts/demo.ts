// The people of the told stories, ready to sign in by mail.
import type { Platform } from '../../platform/http/context.ts'
import { putDemoPerson } from './accounts.sql.ts'
import { demoPeople } from './demo.data.ts'

/** Loads them; loading again changes nothing. */
export async function loadDemo({ database, now }: Platform): Promise<void> {
  for (const { id, email, firstName, lastName } of demoPeople)
    await putDemoPerson(database, { id, email, firstName, lastName }, now())
}
