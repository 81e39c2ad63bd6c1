// Taking over a canteen that nobody runs: declared, announced to those who may object, granted after a while, undone if it was a mistake.
import type { Queries } from '../../platform/database/database.ts'
import type { Platform } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import { findPerson, type Person } from '../accounts/accounts.ts'
import { type Canteen, findCanteen, listMembers, tellTrail } from '../canteens/canteens.ts'
import { closeRequests } from './joining.sql.ts'
import { removeMember } from './members.sql.ts'
import * as mails from './takeover-mails.ts'
import {
  addTakeover,
  closeTakeover,
  formerPeople,
  lockUnrun,
  openTakeovers,
  type Proof,
  putAdministrator,
  type Takeover,
} from './takeovers.sql.ts'

const DAY = 86_400_000
/** Time for those who may object. */
export const COOLING_DAYS = 7
/** Time to give back what was taken by mistake. */
export const UNDO_DAYS = 30
/** Former members written to about one takeover. */
const MOST_FORMER = 20

/** Those who watch over takeovers. */
const staffMailboxes = ({ config }: Platform): string[] => [...new Set([config.contactEmail, ...config.staffEmails])]
const tell = (
  db: Queries,
  takeover: Pick<Takeover, 'id' | 'canteenId' | 'personId'>,
  kind: string,
  by: string | null,
  now: Date,
) =>
  tellTrail(db, [{ canteenId: takeover.canteenId, detail: { takeover: takeover.id, person: takeover.personId } }], {
    kind,
    by,
    now,
  })

export type Asking = { canteen: Canteen; by: Person; url: string }

/** Asks; false when somebody runs the canteen by now. Asked twice, it is asked once. */
export function askToRun(platform: Platform, { canteen, by, url }: Asking, proof: Proof): Promise<boolean> {
  const { database } = platform
  const now = platform.now()
  const dueAt = new Date(now.getTime() + COOLING_DAYS * DAY)
  return database.transaction(async (db) => {
    if (!(await lockUnrun(db, canteen.id))) return false
    const id = await addTakeover(db, { canteenId: canteen.id, personId: by.id, ...proof }, { now, dueAt })
    if (id === null) return true
    await tell(db, { id, canteenId: canteen.id, personId: by.id }, 'takeover-asked', by.id, now)
    const others = (await openTakeovers(db, canteen.id)).filter((one) => one.id !== id)
    const told = { canteen, by, url, dueAt }
    await queueMail(db, mails.askedMail(by, told, others.length > 0))
    for (const to of staffMailboxes(platform)) await queueMail(db, mails.staffMail(to, told, proof, others.length))
    for (const to of await formerPeople(db, canteen.id, by.id, MOST_FORMER))
      await queueMail(db, mails.formerMail(to, told, platform.config.contactEmail))
    for (const other of others) {
      const to = await findPerson(db, { id: other.personId })
      if (to) await queueMail(db, mails.rivalMail(to, told))
    }
    return true
  })
}

export const withdrawTakeover = ({ database, now }: Platform, takeover: Takeover) =>
  database.transaction(async (db) => {
    const closing = { from: 'open', to: 'withdrawn', by: takeover.personId, now: now() } as const
    if (await closeTakeover(db, takeover.id, closing)) await tell(db, takeover, 'takeover-withdrawn', takeover.personId, now())
  })

type Deciding = {
  /** The staff who decides; null: time has passed. */
  by: Person | null
  url: string
}

/**
 * Makes an administrator of the claimer and closes the takeovers of others; where somebody runs the canteen by now, closes this one instead.
 * By itself, time grants only a takeover that is alone and due.
 */
export function grantTakeover(platform: Platform, takeover: Takeover, { by, url }: Deciding): Promise<void> {
  const now = platform.now()
  const actor = by?.id ?? null
  return platform.database.transaction(async (db) => {
    const isFree = await lockUnrun(db, takeover.canteenId)
    const open = await openTakeovers(db, takeover.canteenId)
    if (!isFree)
      return overtake(
        platform,
        db,
        open.filter(({ id }) => id === takeover.id),
        url,
      )
    const isRipe = open.length === 1 && takeover.dueAt <= now
    if (by === null && !isRipe) return
    if (!(await closeTakeover(db, takeover.id, { from: 'open', to: 'granted', by: actor, now }))) return
    await putAdministrator(db, takeover.canteenId, takeover.personId, now)
    await closeRequests(db, [takeover.canteenId], takeover.personId, now)
    await tell(db, takeover, 'takeover-granted', actor, now)
    const [person, canteen] = [await findPerson(db, { id: takeover.personId }), await findCanteen(db, takeover.canteenId)]
    if (person && canteen) {
      await queueMail(db, mails.grantedMail(person, { canteen, by: person, url }))
      if (by === null)
        for (const to of staffMailboxes(platform)) await queueMail(db, mails.grantedByTimeMail(to, { canteen, by: person, url }))
    }
    await overtake(
      platform,
      db,
      open.filter(({ id }) => id !== takeover.id),
      url,
    )
  })
}

/** Closes takeovers of a canteen that is no longer to be taken, and says so to who asked. */
async function overtake({ now }: Platform, db: Queries, takeovers: readonly Takeover[], url: string) {
  for (const takeover of takeovers) {
    if (!(await closeTakeover(db, takeover.id, { from: 'open', to: 'overtaken', by: null, now: now() }))) continue
    await tell(db, takeover, 'takeover-overtaken', null, now())
    const [person, canteen] = [await findPerson(db, { id: takeover.personId }), await findCanteen(db, takeover.canteenId)]
    if (person && canteen) await queueMail(db, mails.overtakenMail(person, { canteen, by: person, url }))
  }
}

/** The staff says no, with the reason that the claimer reads. */
export function opposeTakeover(
  { database, now }: Platform,
  takeover: Takeover,
  { by, url }: Deciding & { by: Person },
  reason: string,
) {
  return database.transaction(async (db) => {
    if (!(await closeTakeover(db, takeover.id, { from: 'open', to: 'opposed', by: by.id, now: now(), reason }))) return
    await tell(db, takeover, 'takeover-opposed', by.id, now())
    const [person, canteen] = [await findPerson(db, { id: takeover.personId }), await findCanteen(db, takeover.canteenId)]
    if (person && canteen) await queueMail(db, mails.opposedMail(person, { canteen, by, url }, reason))
  })
}

/** Can this person give the canteen back to nobody? A while after it was granted, as long as they are alone in the team. */
export async function mayUndo({ database, now }: Platform, takeover: Takeover | null): Promise<boolean> {
  if (takeover?.state !== 'granted' || takeover.closedAt === null) return false
  const members = await listMembers(database, takeover.canteenId)
  const isAlone = members.length === 1 && members[0]!.personId === takeover.personId
  return isAlone && now().getTime() - takeover.closedAt.getTime() < UNDO_DAYS * DAY
}

/** Gives the canteen back to nobody; false when that is no longer possible. */
export async function undoTakeover(platform: Platform, takeover: Takeover, { canteen, by, url }: Asking): Promise<boolean> {
  if (!(await mayUndo(platform, takeover))) return false
  const { database, now } = platform
  return database.transaction(async (db) => {
    if (!(await closeTakeover(db, takeover.id, { from: 'granted', to: 'undone', by: by.id, now: now() }))) return false
    await removeMember(db, canteen.id, by.id)
    await tell(db, takeover, 'takeover-undone', by.id, now())
    for (const to of staffMailboxes(platform)) await queueMail(db, mails.undoneMail(to, { canteen, by, url }))
    return true
  })
}
