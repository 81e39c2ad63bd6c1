// Asking to join a team, and what its administrators answer.
import type { Platform } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import type { Person } from '../accounts/accounts.ts'
import { addMember, type Canteen, type Role, tellTrail } from '../canteens/canteens.ts'
import { addRequest, answerRequest, type JoinRequest } from './joining.sql.ts'
import { acceptedMail, declinedMail, joinRequestMail } from './mails.ts'
import { administratorsOf } from './members.sql.ts'

export const LONGEST_MESSAGE = 500
/** Administrators written to about one request: the longest in charge first. */
const MOST_WRITTEN_TO = 20

type Act = { canteen: Canteen; by: Person; url: string }

/** Asks, once: nothing happens while a request waits. The administrators get a mail. */
export const askToJoin = ({ database, now }: Platform, { canteen, by, url }: Act, message: string) =>
  database.transaction(async (db) => {
    const id = await addRequest(db, { canteenId: canteen.id, personId: by.id, message }, now())
    if (id === null) return
    await tellTrail(db, [{ canteenId: canteen.id, detail: { request: id } }], { kind: 'join-asked', by: by.id, now: now() })
    for (const to of (await administratorsOf(db, canteen.id)).slice(0, MOST_WRITTEN_TO))
      await queueMail(db, joinRequestMail(to, { canteen, by, url }, { id, message }))
  })

export const withdrawRequest = ({ database, now }: Platform, { canteen, by }: Act, id: number) =>
  database.transaction(async (db) => {
    if (!(await answerRequest(db, id, 'withdrawn', now()))) return
    await tellTrail(db, [{ canteenId: canteen.id, detail: { request: id } }], { kind: 'join-withdrawn', by: by.id, now: now() })
  })

export const acceptRequest = ({ database, now }: Platform, { canteen, by, url }: Act, request: JoinRequest, role: Role) =>
  database.transaction(async (db) => {
    if (!(await answerRequest(db, request.id, 'accepted', now()))) return
    const [added] = await addMember(db, [canteen.id], request.personId, role, now())
    if (added === undefined) return
    const told = [{ canteenId: canteen.id, detail: { person: request.personId, role, request: request.id } }]
    await tellTrail(db, told, { kind: 'member-joined', by: by.id, now: now() })
    await queueMail(db, acceptedMail(request, { canteen, by, url }, role))
  })

export const declineRequest = ({ database, now }: Platform, { canteen, by, url }: Act, request: JoinRequest, word: string) =>
  database.transaction(async (db) => {
    if (!(await answerRequest(db, request.id, 'declined', now()))) return
    const told = [{ canteenId: canteen.id, detail: { person: request.personId, request: request.id } }]
    await tellTrail(db, told, { kind: 'join-declined', by: by.id, now: now() })
    await queueMail(db, declinedMail(request, { canteen, by, url }, word))
  })
