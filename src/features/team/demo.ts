// Teams of the told stories: an invitation that waits, someone who asks to join, a residence that nobody runs and someone who asks for it.
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { type Platform, publicUrl } from '../../platform/http/context.ts'
import { findPerson, type Person } from '../accounts/accounts.ts'
import { type Canteen, createCanteens, findBySiret, findCanteen } from '../canteens/canteens.ts'
import { toldEstablishments } from '../register/register.ts'
import { inviteMany } from './invitations.ts'
import { askToJoin } from './joining.ts'
import { askToRun } from './takeovers.ts'

const { school, residence } = toldEstablishments

const residenceRecord: CanteenRecord = {
  productionType: 'site',
  name: 'Résidence des Filaos',
  siret: residence.siret,
  siren: null,
  inseeCode: residence.inseeCode,
  managementType: 'direct',
  economicModel: 'public',
  sectorList: ['social_ehpad'],
  lineMinistry: null,
  dailyMealCount: 90,
  yearlyMealCount: 32_850,
  kitchenSiret: null,
}

/** Loads them; loading again changes nothing. */
export async function loadDemo(platform: Platform): Promise<void> {
  const { database, now, config } = platform
  const url = publicUrl(config)
  if (await findBySiret(database, residence.siret)) return
  const toldSchool = await findBySiret(database, school.siret)
  const [elodie, jean, solene] = await Promise.all(
    ['demo-elodie', 'demo-jean', 'demo-solene'].map((id) => findPerson(database, { id })),
  )
  if (toldSchool && elodie && jean) await tellSchool(platform, toldSchool, elodie, jean, url)
  const id = await database.transaction(
    async (db) => (await createCanteens(db, [residenceRecord], { source: 'demo', by: null, now: now() }))[0]!,
  )
  const canteen = await findCanteen(database, id)
  if (canteen && solene)
    await askToRun(
      platform,
      { canteen, by: solene, url },
      {
        job: 'Diététicienne',
        tie: 'L’hôpital livre les repas de la résidence depuis janvier ; sa direction peut le confirmer.',
        workEmail: null,
      },
    )
}

async function tellSchool(platform: Platform, canteen: Canteen, elodie: Person, jean: Person, url: string) {
  const now = platform.now()
  const cook = { canteenId: canteen.id, email: 'cuisine.bazouges@cantine.example', role: 'entry' } as const
  await platform.database.transaction((db) => inviteMany(db, [cook], { by: elodie, now, url }))
  await askToJoin(
    platform,
    { canteen, by: jean, url },
    'Bonjour, je viens d’arriver comme second de cuisine. Puis-je saisir les achats ?',
  )
}
