// What happens to the members of a team: each deed with its trail and its mail, all of it or nothing.
import type { Platform } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import { findPerson, type Person } from '../accounts/accounts.ts'
import { addMember, type Canteen, type Role, tellTrail } from '../canteens/canteens.ts'
import { backMail, removedMail, roleMail } from './mails.ts'
import { lastDeparture, removeMember, setRole } from './members.sql.ts'

const MINUTE = 60_000
/** How long a departure can be undone. */
export const UNDO_MINUTES = 60

export type Deed = { canteen: Canteen; personId: string; by: Person; url: string }

/** False when the deed would leave the canteen without administrator: the database refused it and nothing is done. */
async function unlessLast(deed: () => Promise<void>): Promise<boolean> {
  return deed().then(
    () => true,
    (error: { constraint?: string }) => {
      if (error.constraint === 'canteen_keeps_an_administrator') return false
      throw error
    },
  )
}

/** Gives a member another role; false when nobody else would administer the canteen. Someone who is no member stays so. */
export const changeRole = ({ database, now }: Platform, { canteen, personId, by, url }: Deed, role: Role) =>
  unlessLast(() =>
    database.transaction(async (db) => {
      const before = await setRole(db, canteen.id, personId, role)
      if (before === null) return
      const told = [{ canteenId: canteen.id, detail: { person: personId, role: [before, role] } }]
      await tellTrail(db, told, { kind: 'member-role', by: by.id, now: now() })
      const person = await findPerson(db, { id: personId })
      if (person) await queueMail(db, roleMail(person, { canteen, by, url }, role))
    }),
  )

/** Takes someone out of the team, or lets them leave by themselves; false when nobody else would administer the canteen. */
export const takeOut = ({ database, now }: Platform, { canteen, personId, by, url }: Deed) =>
  unlessLast(() =>
    database.transaction(async (db) => {
      const role = await removeMember(db, canteen.id, personId)
      if (role === null) return
      const kind = personId === by.id ? 'member-left' : 'member-removed'
      await tellTrail(db, [{ canteenId: canteen.id, detail: { person: personId, role } }], { kind, by: by.id, now: now() })
      const person = personId === by.id ? null : await findPerson(db, { id: personId })
      if (person) await queueMail(db, removedMail(person, { canteen, by, url }))
    }),
  )

/** How this person left within the hour, or null: what the trail tells, so that no one comes back who was not there. */
export const freshDeparture = ({ database, now }: Platform, canteen: Canteen, personId: string) =>
  lastDeparture(database, canteen.id, personId, new Date(now().getTime() - UNDO_MINUTES * MINUTE))

/** Undoes a departure: by an administrator for those who were taken out, by themselves for those who left. False once it is too late. */
export async function bringBack(platform: Platform, { canteen, personId, by, url }: Deed): Promise<boolean> {
  const { database, now } = platform
  const left = await freshDeparture(platform, canteen, personId)
  const bySelf = personId === by.id
  const person = await findPerson(database, { id: personId })
  if (!left || !person || (left.actor === personId) !== bySelf) return false
  await database.transaction(async (db) => {
    const [added] = await addMember(db, [canteen.id], personId, left.role, now())
    if (added === undefined) return
    const told = [{ canteenId: canteen.id, detail: { person: personId, role: left.role } }]
    await tellTrail(db, told, { kind: 'member-back', by: by.id, now: now() })
    if (!bySelf) await queueMail(db, backMail(person, { canteen, by, url }, left.role))
  })
  return true
}
