// The told establishments, as if the register had just been asked: a look-up succeeds without a network.
import type { Platform } from '../../platform/http/context.ts'
import { toldEstablishments, toldLegalUnits } from './demo.data.ts'
import { tellAnswers } from './register.sql.ts'

/** Loads them; loading again changes nothing. */
export async function loadDemo({ database, now }: Platform): Promise<void> {
  const establishments = Object.values(toldEstablishments).flat()
  const units = Object.values(toldLegalUnits)
  const told = [
    ...establishments.map((found) => ({ number: found.siret, found })),
    ...units.map((found) => ({ number: found.siren, found })),
  ]
  await tellAnswers(database, told, now())
}
