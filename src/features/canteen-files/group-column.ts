// The group that a row names: it exists, it is one, and whoever imports may bring restaurants into it.
import type { BatchError } from '../../platform/tables/row-errors.ts'
import { findByIds, findRoles, roleAllows } from '../canteens/canteens.ts'
import type { ImportScope } from '../imports/imports.ts'

type Asked = { readonly row: number; readonly groupId: number }

/** What is wrong with the groups that these rows join. */
export async function groupErrors(
  { db, person, isStaff }: ImportScope,
  asked: readonly Asked[],
): Promise<BatchError<{ groupId: unknown }>[]> {
  if (asked.length === 0) return []
  const ids = [...new Set(asked.map(({ groupId }) => groupId))]
  const found = new Map((await findByIds(db, ids)).map((canteen) => [canteen.id, canteen]))
  const roles = person === null ? new Map() : await findRoles(db, ids, person.id)
  return asked.flatMap(({ row, groupId }) => {
    const group = found.get(groupId)
    const refuse = (code: string, message: string) => [{ row, column: 'groupId' as const, code, message }]
    if (!group) return refuse('unknown_group', `Aucun groupe ne porte le numéro ${groupId} : la page du groupe donne son numéro.`)
    if (group.productionType !== 'groupe')
      return refuse(
        'not_a_group',
        `Le numéro ${groupId} est celui de « ${group.name} », qui n’est pas un groupe : la page du groupe donne son numéro.`,
      )
    if (!isStaff && !roleAllows(roles.get(groupId) ?? null, 'administrator'))
      return refuse(
        'not_group_administrator',
        `Vous n’administrez pas le groupe « ${group.name} » : laissez cette cellule vide, puis demandez à son équipe d’y rattacher ce restaurant.`,
      )
    return []
  })
}
