// The door of accounts: who is signed in, finding people, writing to them.
import type { Queries } from '../../platform/database/database.ts'
import type { Platform } from '../../platform/http/context.ts'
import { findConfirmed } from './accounts.sql.ts'
import { demoPeople } from './demo.data.ts'
import type { Person } from './person.ts'

export { readEmail } from './email.ts'
export { dataOf, onEmailConfirmed, refusesErasure } from './events.ts'
export { isWithin, type Limit } from './limits.ts'
export { mail as letter } from './mails.ts'
export type { Person } from './person.ts'
export { currentPerson, justProved, signedIn, visitor } from './session.ts'

/** A person whose mailbox is proved, by identifier or by e-mail in any case; null when there is none. */
export const findPerson = (database: Queries, by: { id: string } | { email: string }): Promise<Person | null> =>
  findConfirmed(database, by)

/** Is this person of the staff? Their proved mailbox is in the settings (`STAFF_EMAILS`), or the demonstration tells so. */
export const isStaff = ({ config }: Platform, person: Person): boolean =>
  config.staffEmails.includes(person.email) ||
  (config.demo && demoPeople.some((told) => told.id === person.id && 'isStaff' in told))
