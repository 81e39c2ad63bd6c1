// What is done to a request that several canteens make together: one link for the supplier, a statement and a trail for each canteen.

import type { Queries } from '../../platform/database/database.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import type { Platform } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import type { Person } from '../accounts/accounts.ts'
import type { Canteen } from '../canteens/canteens.ts'
import type { JointRequest } from './joint.sql.ts'
import * as sql from './joint.sql.ts'
import { listAddress, listTokenOf } from './link.ts'
import { jointAskMail } from './mails.ts'
import { addStatement, statementsOfJoint } from './statement.sql.ts'
import { supplierKey } from './statement.ts'
import { type Asked, linkEnd, tell } from './statements.ts'

/** More canteens than this are asked for in several times: each is a page to fill for the supplier. */
export const MOST_JOINT = 100

/** Someone who acts for several canteens, all of which they may write on; `url`: the address of the site. */
export type JointDeed = { readonly canteens: readonly Canteen[]; readonly by: Person; readonly url: string }

export const listLinkTo = (platform: Platform, url: string, joint: JointRequest): string =>
  url + listAddress(listTokenOf(platform, joint))

/** Gives whether it was mailed. */
async function mailList(db: Queries, platform: Platform, { canteens, url }: JointDeed, joint: JointRequest): Promise<boolean> {
  const end = linkEnd(platform.now())
  if (joint.email === null || !(await sql.markJointMailed(db, joint, end, platform.now()))) return false
  await queueMail(db, jointAskMail(joint.email, { canteens, joint, link: listLinkTo(platform, url, joint) }, dayInParis(end)))
  return true
}

/** Asks for the statements of several canteens at once. Those that were asked already stay as they are; null when all of them were. */
export const askJointly = (platform: Platform, deed: JointDeed, asked: Asked): Promise<JointRequest | null> =>
  platform.database.transaction(async (db) => {
    const now = platform.now()
    const made = { ...asked, supplierKey: supplierKey(asked.supplier), by: deed.by.id, now, expiresAt: linkEnd(now) }
    const joint = await sql.addJoint(db, made)
    const fresh: Canteen[] = []
    // In one order, whoever asks: two that ask for the same canteens at once do not wait for each other for ever.
    for (const canteen of [...deed.canteens].sort((a, b) => a.id - b.id)) {
      const statement = await addStatement(db, { ...made, canteenId: canteen.id, jointId: joint.id })
      if (!statement) continue
      fresh.push(canteen)
      await tell(db, platform, statement, deed.by.id, 'statement-asked', { year: asked.year })
    }
    if (fresh.length === 0) {
      await sql.dropJoint(db, joint.id)
      return null
    }
    await mailList(db, platform, { ...deed, canteens: fresh }, joint)
    return joint
  })

const tellAll = async (db: Queries, platform: Platform, { id }: JointRequest, { by }: JointDeed, kind: string) => {
  for (const statement of await statementsOfJoint(db, id)) await tell(db, platform, statement, by.id, kind)
}

/** Mails the same link again, good for as long as the first time. */
export const mailListAgain = (platform: Platform, deed: JointDeed, joint: JointRequest): Promise<void> =>
  platform.database.transaction(async (db) => {
    if (await mailList(db, platform, deed, joint)) await tellAll(db, platform, joint, deed, 'statement-mailed')
  })

/** The list closes, and every statement opened from it. */
export const cutList = (platform: Platform, deed: JointDeed, joint: JointRequest): Promise<void> =>
  platform.database.transaction(async (db) => {
    if (await sql.cutJoint(db, joint.id, platform.now())) await tellAll(db, platform, joint, deed, 'joint-link-cut')
  })

/** Another link in place of one that was cut, has ended, or went to the wrong hands: it opens what its maker may write on today. */
export const renewList = (platform: Platform, deed: JointDeed, joint: JointRequest): Promise<void> =>
  platform.database.transaction(async (db) => {
    const end = linkEnd(platform.now())
    if (!(await sql.renewJoint(db, joint, end))) return
    const kept = deed.canteens.map(({ id }) => id)
    for (const left of await sql.keepInJoint(db, joint.id, kept)) await tell(db, platform, left, deed.by.id, 'joint-link-left')
    await sql.extendInJoint(db, joint.id, end)
    await tellAll(db, platform, joint, deed, 'joint-link-renewed')
  })
