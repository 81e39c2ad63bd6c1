// The canteens that the rows of a file name: they live, and whoever imports may enter purchases there.
import type { BatchError, ParsedRow } from '../../platform/tables/row-errors.ts'
import { findByIds, findBySirets, findRoles, roleAllows } from '../canteens/canteens.ts'
import type { ImportScope } from '../imports/imports.ts'
import type { AnyRow } from './columns.ts'

type Buyer = { readonly id: number; readonly name: string; readonly mayEnter: boolean }
/** What names the canteen in a row. */
type Name = string | number
const nameIn = (row: AnyRow): Name => ('siret' in row ? row.siret : row.canteenId)

/** Those of these canteens that live, and where whoever imports may enter purchases today. */
export async function writableBy({ db, person, isStaff }: ImportScope, ids: readonly number[]): Promise<number[]> {
  const living = (await findByIds(db, ids)).map(({ id }) => id)
  if (isStaff || person === null) return living
  const roles = await findRoles(db, living, person.id)
  return living.filter((id) => roleAllows(roles.get(id) ?? null, 'entry'))
}

/** Remembers the canteens seen since the first row: a file names few of them, many times. */
export function buyersOf({ db, person, isStaff }: ImportScope) {
  const known = new Map<Name, Buyer | null>()

  async function learn(rows: readonly ParsedRow<AnyRow>[]) {
    const names = [...new Set(rows.map(({ values }) => nameIn(values)))].filter((name) => !known.has(name))
    if (names.length === 0) return
    for (const name of names) known.set(name, null)
    const [sirets, ids] = [names.filter((name) => typeof name === 'string'), names.filter((name) => typeof name === 'number')]
    const found = sirets.length > 0 ? await findBySirets(db, sirets) : await findByIds(db, ids)
    const roles =
      person === null
        ? new Map()
        : await findRoles(
            db,
            found.map(({ id }) => id),
            person.id,
          )
    for (const { id, siret, name } of found)
      known.set(sirets.length > 0 ? siret! : id, { id, name, mayEnter: isStaff || roleAllows(roles.get(id) ?? null, 'entry') })
  }

  return {
    /** Whether the canteens of these rows were all seen before: nothing is left to ask. */
    knows: (rows: readonly ParsedRow<AnyRow>[]) => rows.every(({ values }) => known.has(nameIn(values))),
    /** What is wrong with the canteens of these rows. */
    async errors(rows: readonly ParsedRow<AnyRow>[]): Promise<BatchError<AnyRow>[]> {
      await learn(rows)
      return rows.flatMap(({ row, values }) => {
        const error = mistake(values, known.get(nameIn(values)) ?? null)
        return error ? [{ row, column: ('siret' in values ? 'siret' : 'canteenId') as keyof AnyRow, ...error }] : []
      })
    },
    nameOf: (id: number): string => [...known.values()].find((buyer) => buyer?.id === id)?.name ?? '',
    /** The canteens of rows that have no error, in their order. */
    async ids(rows: readonly ParsedRow<AnyRow>[]): Promise<number[]> {
      await learn(rows)
      return rows.map(({ values }) => known.get(nameIn(values))!.id)
    },
  }
}

function mistake(row: AnyRow, buyer: Buyer | null) {
  if (buyer?.mayEnter) return null
  if (buyer)
    return {
      code: 'not_in_team',
      message: `Vous ne pouvez pas saisir les achats de « ${buyer.name} » (n° ${buyer.id}) : demandez à rejoindre son équipe, ou le droit d’y saisir, sur /cantines/${buyer.id}/rejoindre.`,
    }
  return {
    code: 'unknown_canteen',
    message:
      'siret' in row
        ? 'Aucune cantine inscrite ne porte ce SIRET : vérifiez-le, ou inscrivez d’abord la cantine. Un groupe n’a pas de SIRET : utilisez son numéro.'
        : `Aucune cantine ne porte le numéro ${row.canteenId} : sa page et l’export de vos cantines donnent le bon.`,
  }
}
