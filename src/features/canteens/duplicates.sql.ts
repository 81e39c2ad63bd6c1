// Living canteens that a new one may be, and whether one may join or claim them.
import type { Queries } from '../../platform/database/database.ts'
import { CANTEEN, type Canteen } from './canteen.sql.ts'
import type { Role } from './members.sql.ts'

/** `role`: that of the person who asks, null when they have none there. */
export type Candidate = Canteen & { readonly role: Role | null; readonly hasTeam: boolean }

/** The columns of a `Candidate`, from the table `canteen`; `$1` is the person who asks. */
export const CANDIDATE = `${CANTEEN},
  (select role from canteen_member where canteen_id = canteen.id and person_id = $1) as role,
  exists (select from canteen_member where canteen_id = canteen.id) as "hasTeam"`

export const candidateBySiret = (db: Queries, personId: string, siret: string) =>
  db.first<Candidate>(`select ${CANDIDATE} from canteen where siret = $2 and archived_at is null`, [personId, siret])

/** Canteens of a legal unit, under its SIREN or under the SIRET of one of its places. */
export const candidatesBySiren = (db: Queries, personId: string, siren: string, most: number) =>
  db.rows<Candidate>(
    `select ${CANDIDATE} from canteen where coalesce(siren, left(siret, 9)) = $2 and archived_at is null
     order by search_words limit $3`,
    [personId, siren, most],
  )

export const candidatesInCommune = (db: Queries, personId: string, inseeCode: string, most: number) =>
  db.rows<Candidate>(
    `select ${CANDIDATE} from canteen where insee_code = $2 and archived_at is null order by search_words limit $3`,
    [personId, inseeCode, most],
  )
