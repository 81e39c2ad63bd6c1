// Answering a request: accepting, declining, withdrawing; and, for a satellite that nobody ran, confirming the link or taking it back.
import type { Queries } from '../../platform/database/database.ts'
import { type Act, type Answer, applyChange, periodsOrRefusal, Refusal } from './alter.ts'
import { namesOf, tellRequestTrail } from './link.ts'
import { tellAnswer } from './mails.ts'
import { isOn, joined, moved, removed } from './period.ts'
import { hold, periodsOf, whoAdministers } from './periods.sql.ts'
import { answerRequest, findRequest, type LinkRequest } from './requests.sql.ts'

export const REPLIES = ['accepter', 'refuser', 'retirer', 'confirmer', 'defaire'] as const
export type Reply = (typeof REPLIES)[number]

/** Who may reply what: those who were asked, and, to withdraw, those who asked. */
const whoseReply = (request: LinkRequest, reply: Reply) =>
  (reply === 'retirer') === (request.askedOf === 'satellite') ? request.groupId : request.satelliteId

/** Replies to a request in the name of a person. Throws a `Refusal` when it cannot be; a request already closed is `unchanged`. */
export async function replyTo(db: Queries, requestId: number, reply: Reply, act: Act): Promise<Answer> {
  // Canteens are held before requests, here as everywhere: two deeds that meet wait for each other.
  const known = await findRequest(db, requestId, act.now)
  if (!known) return { end: 'unchanged' }
  const both = await holdBoth(db, known)
  const request = await findRequest(db, requestId, act.now, { locked: true })
  if (!request) return { end: 'unchanged' }
  const { mine } = await whoAdministers(db, [request.groupId, request.satelliteId], act.by)
  const isLinked = request.state === 'unclaimed'
  if (!mine.has(whoseReply(request, reply)) || isLinked !== (reply === 'confirmer' || reply === 'defaire'))
    throw new Refusal('Cette réponse ne vous appartient pas : demandez à l’équipe concernée.')
  const close = (state: 'accepted' | 'declined' | 'withdrawn') => answerRequest(db, request.id, state, act.by, act.now)
  const tell = (step: 'declined' | 'withdrawn' | 'confirmed') => tellRequestTrail(db, [{ ...request, step }], both.names, act)
  if (reply === 'confirmer') {
    await close('accepted')
    await tell('confirmed')
    return { end: 'done' }
  }
  if (reply === 'retirer' || reply === 'refuser') {
    const step = reply === 'retirer' ? 'withdrawn' : 'declined'
    await close(step)
    await tell(step)
    if (reply === 'refuser') await tellAnswer(db, request, 'declined', act)
    return { end: 'done' }
  }
  await close(reply === 'accepter' ? 'accepted' : 'declined')
  const done = await (reply === 'accepter' ? accept(db, request, both, act) : takeBack(db, request, both, act))
  if (reply === 'accepter') await tellAnswer(db, request, 'accepted', act)
  return done
}

async function accept(db: Queries, request: LinkRequest, { before, names, isFit }: Both, act: Act): Promise<Answer> {
  const { satelliteId, groupId, from, to, askedOf } = request
  if (!isFit) throw new Refusal('Ces deux cantines ne peuvent plus être liées : l’une est archivée ou a changé de type.')
  const wished = joined(before, { groupId, from, to })
  // Who runs the satellite asked to change kitchen: what is under way ends. Who runs the group cannot end what others deliver.
  const outcome = wished.overlap && askedOf === 'group' && to === null ? moved(before, groupId, from) : wished
  const after = periodsOrRefusal(outcome, request.satelliteName, names, act.now)
  return applyChange(db, { satelliteId, before, after }, names, act)
}

async function takeBack(db: Queries, request: LinkRequest, { before, names }: Both, act: Act): Promise<Answer> {
  const taken = before.find((period) => period.groupId === request.groupId && isOn(period, request.from))
  const after = taken ? removed(before, taken) : before
  return applyChange(db, { satelliteId: request.satelliteId, before, after }, names, act)
}

type Both = Awaited<ReturnType<typeof holdBoth>>

async function holdBoth(db: Queries, { groupId, satelliteId }: LinkRequest) {
  const held = await hold(db, [groupId], [satelliteId])
  const all = await periodsOf(db, [satelliteId])
  const alive = (id: number, type: string) => held.get(id)?.archivedAt === null && held.get(id)?.productionType === type
  return {
    before: all.get(satelliteId) ?? [],
    names: namesOf(held, all),
    isFit: alive(groupId, 'groupe') && alive(satelliteId, 'site_cooked_elsewhere'),
  }
}
