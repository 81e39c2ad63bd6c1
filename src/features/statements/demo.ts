// Statements of the told stories, for the year that has just ended.
import { dayInParis } from '../../platform/html/dates.ts'
import { type Platform, publicUrl } from '../../platform/http/context.ts'
import { findPerson } from '../accounts/accounts.ts'
import { findBySiret } from '../canteens/canteens.ts'
import { toldStatements } from './demo.data.ts'
import { listStatements } from './statement.sql.ts'
import { supplierKey } from './statement.ts'
import { askStatement, keepStatementDraft, linkTo, sendStatement } from './statements.ts'

const MOST_LISTED = 150

/** Loads them; loading again changes nothing. */
export async function loadDemo(platform: Platform): Promise<void> {
  const { database, config, now } = platform
  const url = publicUrl(config)
  const year = Number(dayInParis(now()).slice(0, 4)) - 1
  for (const { siret, personId, supplier, email, word, sent } of toldStatements) {
    const [canteen, by] = [await findBySiret(database, siret), await findPerson(database, { id: personId })]
    if (!canteen || !by) continue
    const known = await listStatements(database, canteen.id, MOST_LISTED)
    if (known.some((one) => one.supplierKey === supplierKey(supplier))) continue
    const asked = { year, supplier, email, contractor: false, word }
    const { statement } = await askStatement(platform, { canteen, by, url }, asked)
    if (sent === null) continue
    const { name, job, lines, total } = sent
    await keepStatementDraft(platform, statement, { lines, total, familyTotals: {}, certificates: '' })
    await sendStatement(platform, canteen, { statement, url, link: linkTo(platform, url, statement), attested: { name, job } })
  }
}
