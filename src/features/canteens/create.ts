// Writing a new canteen with all that is known of it: its record, its trail, what the register said, the test that it comes from.
import type { CanteenRecord } from '../../law/canteen-record.ts'
import type { Platform } from '../../platform/http/context.ts'
import type { KeptTest } from '../selftest/selftest.ts'
import { setRegisterState } from './canteen.sql.ts'
import { createCanteens } from './canteens.ts'
import { keepFirstAnswers } from './first-answers.sql.ts'
import type { RegisterSaid } from './prefill.ts'
import { tellTrail } from './trail.ts'

type NewCanteen = {
  readonly record: CanteenRecord
  readonly said: RegisterSaid
  /** Who creates it and becomes its administrator. */
  readonly by: string
  readonly creationKey: string
  readonly test: KeptTest | null
  /** What tells it from a canteen that is like it. */
  readonly elsewhere: string | null
}

/** Gives its identifier. Throws on a SIRET already alive, or a key already used (unique violation). */
export const create = ({ database, now }: Platform, { record, said, by, creationKey, test, elsewhere }: NewCanteen) =>
  database.transaction(async (db) => {
    const [id] = await createCanteens(db, [record], { source: 'page', by, now: now(), creationKey })
    if (record.siret !== null && (said.kind === 'found' || said.kind === 'unknown'))
      await setRegisterState(db, id!, said.kind === 'found' ? said.state : 'unknown', now())
    if (test) await keepFirstAnswers(db, id!, { answers: test.answers, dataYear: test.dataYear, takenAt: now() })
    if (elsewhere !== null)
      await tellTrail(db, [{ canteenId: id!, detail: { explanation: elsewhere } }], { kind: 'distinct', by, now: now() })
    return id!
  })
