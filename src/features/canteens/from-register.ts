// What the company register knows of canteens that came without their commune, and once a year whether each SIRET is still open.
import type { Platform } from '../../platform/http/context.ts'
import { lookUpEstablishment } from '../register/register.ts'
import { findCanteen, setRegisterState } from './canteen.sql.ts'
import { changeCanteens } from './canteens.ts'
import { toAskRegisterAbout } from './from-register.sql.ts'
import { recordOf } from './trail.ts'

/** Asked in one go: a few minutes at the register's pace, then others have their turn. */
const MOST_ASKED = 300

/**
 * Asks the register about the canteens that wait for it, those without a commune first. Only what is empty is filled. Stops at the first answer that
 * does not come: the next run goes on from there. Gives how many were settled.
 */
export async function completeFromRegister(platform: Platform): Promise<number> {
  const { database, now } = platform
  let settled = 0
  for (const { id, siret } of await toAskRegisterAbout(database, now(), MOST_ASKED)) {
    const answer = await lookUpEstablishment(platform, siret, { inBackground: true })
    if (answer.kind === 'unavailable' || (answer.kind === 'found' && answer.isStale)) break
    await database.transaction(async (db) => {
      const canteen = await findCanteen(db, id)
      if (!canteen || canteen.siret !== siret || canteen.archivedAt !== null) return
      await setRegisterState(db, id, answer.kind === 'found' ? answer.state : 'unknown', now())
      if (answer.kind !== 'found' || canteen.inseeCode !== null || answer.inseeCode === null) return
      const before = recordOf(canteen)
      const record = { ...before, inseeCode: answer.inseeCode }
      await changeCanteens(db, [{ id, version: canteen.version, before, record }], { by: null, now: now() })
    })
    settled++
  }
  return settled
}
