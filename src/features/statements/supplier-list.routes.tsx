// What the link of a joint request opens, for a supplier without account: its canteens, and where each statement stands.
import { type Platform, router } from '../../platform/http/context.ts'
import { findByIds } from '../canteens/canteens.ts'
import { closedLink, wrongLink } from './closed-link.tsx'
import { findLinkedJoint } from './joint.sql.ts'
import { readListToken, statementAddress, tokenOf } from './link.ts'
import { statementsOfJoint } from './statement.sql.ts'
import { isOpen } from './statement.ts'
import { SupplierListPage } from './supplier-list.page.tsx'

export function supplierListRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  app.get('/releve/cantines/:jeton', async (c) => {
    const linked = readListToken(platform, c.req.param('jeton'))
    const joint = linked && (await findLinkedJoint(database, linked.id, linked.linkVersion))
    if (!joint) return wrongLink(platform, c, linked !== null)
    if (!isOpen(joint, now())) return closedLink(c)
    const statements = await statementsOfJoint(database, joint.id)
    const canteens = await findByIds(
      database,
      statements.map(({ canteenId }) => canteenId),
    )
    const living = new Map(canteens.filter(({ archivedAt }) => archivedAt === null).map((canteen) => [canteen.id, canteen]))
    // A canteen that cut its link, or that is archived, is not on the list any more.
    const items = statements.flatMap((statement) => {
      const asker = living.get(statement.canteenId)
      return asker && isOpen(statement, now())
        ? [{ asker, statement, address: statementAddress(tokenOf(platform, statement, joint)) }]
        : []
    })
    items.sort((a, b) => a.asker.name.localeCompare(b.asker.name, 'fr'))
    return items.length === 0
      ? closedLink(c)
      : c.render(<SupplierListPage joint={joint} items={items} />, { title: `Relevés de ${joint.year}`, robots: 'noindex' })
  })
  return app
}
