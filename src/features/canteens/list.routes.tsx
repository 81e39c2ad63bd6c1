// My canteens: the list, narrowed by its address.

import { Notice } from '../../platform/html/pieces.tsx'
import { type Platform, router } from '../../platform/http/context.ts'
import { type FormValues, readQuery } from '../../platform/http/forms.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { tellAboveMine } from './above-mine.ts'
import { idOf } from './access.ts'
import { BatchNotice, UndoneNotice } from './batch.page.tsx'
import { findBatch } from './batch.sql.ts'
import { findCanteen } from './canteen.sql.ts'
import { isNarrowed, readCriteria } from './criteria.ts'
import { ArchivedNotice, ListPage, Welcome } from './list.page.tsx'
import { overviewOfMine, pageOfMine } from './list.sql.ts'
import { findRole } from './members.sql.ts'
import { countWords } from './words.ts'

const PER_PAGE = 25

export function listRoutes(platform: Platform) {
  const app = router()
  const { database } = platform

  app.get('/mes-cantines', signedIn(platform), async (c) => {
    const personId = currentPerson(c).id
    const query = readQuery(c)
    const asked = readCriteria(query)
    const [overview, found] = await Promise.all([
      overviewOfMine(database, personId),
      pageOfMine(database, personId, asked, PER_PAGE),
    ])
    // A page beyond the last: the list has shrunk since, or someone wrote the address.
    const beyond = found.canteens.length === 0 && asked.page > 1
    const criteria = beyond ? { ...asked, page: 1 } : asked
    const { canteens, total } = beyond ? await pageOfMine(database, personId, criteria, PER_PAGE) : found
    return c.render(
      <ListPage
        overview={overview}
        criteria={criteria}
        canteens={canteens}
        total={total}
        pages={Math.max(1, Math.ceil(total / PER_PAGE))}
        notice={await noticeFor(personId, query)}
        above={await tellAboveMine(platform, currentPerson(c))}
      />,
      { title: isNarrowed(criteria) ? `${countWords(total)} : mes cantines` : 'Mes cantines', robots: 'noindex' },
    )
  })

  /** What has just been done, with a way to take it back while that is possible. */
  async function noticeFor(personId: string, query: FormValues) {
    if (query.has('bienvenue')) return <Welcome />
    if (query.has('coche')) return <Notice title="Cochez d’abord les cantines à changer" />
    if (query.has('rien')) return <Notice title="Rien n’a changé" />
    if (query.has('annules'))
      return <UndoneNotice undone={Number(query.get('annules')) || 0} kept={Number(query.get('gardes')) || 0} />
    const lot = idOf(query.get('lot'))
    const batch = lot === null ? null : await findBatch(database, personId, lot)
    if (batch && batch.undoneAt === null)
      return <BatchNotice batchId={batch.id} count={batch.lines.length} isArchive={batch.kind === 'archive'} />
    const id = idOf(query.get('archivee'))
    const canteen = id === null ? null : await findCanteen(database, id)
    if (!canteen?.archivedAt || (await findRole(database, canteen.id, personId)) !== 'administrator') return null
    return <ArchivedNotice canteen={canteen} />
  }
  return app
}
