// Adding purchases by a file, and taking them back.
import { dayInParis } from '../../platform/html/dates.ts'
import type { Link } from '../../platform/html/link.ts'
import type { TableFormat } from '../../platform/tables/columns.ts'
import type { BatchError } from '../../platform/tables/row-errors.ts'
import type { ImportKind, ImportRun, ImportScope } from '../imports/imports.ts'
import { addingPurchases, bookAddress, canteensOfSource, newRemovalId, takeOutSource } from '../purchases/purchases.ts'
import { buyersOf, writableBy } from './buyers.ts'
import type { AnyRow } from './columns.ts'
import { formerIdFormat, formerSiretFormat, idFormat, mistakesIn, recordIn, siretFormat } from './formats.ts'

/** A file of a million rows names few canteens: once these are known, checking asks nothing of the database. */
const ROWS_AT_A_TIME = 100

const kind = <Row extends AnyRow>(format: TableFormat<Row>, slug: string, lead: string): ImportKind<Row> => ({
  format,
  slug,
  lead,
  batchSize: ROWS_AT_A_TIME,
  next: { href: '/mes-cantines', label: 'Voir mes cantines et leurs achats' },
  open: (scope) => open(scope),
  undoAll,
})

export const siretKind = kind(
  siretFormat,
  'achats-siret',
  'Ajoutez d’un coup les achats d’une ou de plusieurs cantines, reconnues à leur SIRET : une ligne par produit acheté.',
)
export const idKind = kind(
  idFormat,
  'achats-id',
  'Ajoutez d’un coup les achats d’une ou de plusieurs cantines, reconnues à leur numéro sur ma cantine : le seul moyen pour un groupe, qui n’a pas de SIRET. L’export de vos achats a cette forme.',
)
export const formerSiretKind = kind(
  formerSiretFormat,
  'achats-siret-old',
  'L’ancien fichier d’achats à huit colonnes, accepté jusqu’à la fin de la campagne 2027. Pour un nouveau fichier, préférez « Achats, par SIRET ».',
)
export const formerIdKind = kind(
  formerIdFormat,
  'achats-id-old',
  'L’ancien fichier d’achats à huit colonnes, accepté jusqu’à la fin de la campagne 2027. Pour un nouveau fichier, préférez « Achats, par numéro de cantine ».',
)

function open<Row extends AnyRow>(scope: ImportScope): ImportRun<Row> {
  const { db, person, now } = scope
  const buyers = buyersOf(scope)
  const today = dayInParis(now)
  const adding = addingPurchases(db, { source: 'import', sourceId: sourceOf(scope), by: person?.id ?? null, now })
  /** The canteens written to, each with how many of its purchases have no family. */
  const familyless = new Map<number, number>()
  return {
    async check(rows) {
      if (!buyers.knows(rows)) await adding.rest()
      // The rules of the format have seen the rest.
      const late = rows.filter(({ values }) => values.date > today)
      const ofTheLaw = late.flatMap(({ row, values }) =>
        mistakesIn(values, today)
          .filter(({ column }) => column === 'date')
          .map((one) => ({ row, ...one })),
      )
      return [...((await buyers.errors(rows)) as BatchError<Row>[]), ...ofTheLaw]
    },
    async write(rows) {
      const canteens = await buyers.ids(rows)
      const purchases = rows.map(({ values }, at) =>
        Object.assign(recordIn(values), { canteenId: canteens[at]!, credit: values.priceExclTaxCents < 0 }),
      )
      for (const { canteenId, family } of purchases)
        familyless.set(canteenId, (familyless.get(canteenId) ?? 0) + (family === null ? 1 : 0))
      await adding.add(purchases)
      return { added: rows.length }
    },
    async finish() {
      await adding.tell()
      return booksOf(sourceOf(scope), familyless, buyers.nameOf)
    },
  }
}

/** Books that a page leads to; a file of more canteens leads to the list of one's canteens. */
const MOST_BOOKS = 20

/** Where to see what came by this source; what lacks a family is said, since it counts in the total only. */
function booksOf(sourceId: string, familyless: ReadonlyMap<number, number>, nameOf: (id: number) => string): Link[] {
  if (familyless.size > MOST_BOOKS) return []
  const whose = (id: number) => (familyless.size === 1 ? '' : ` (${nameOf(id)})`)
  return [...familyless].flatMap(([id, count]) => [
    { href: bookAddress(id, { sourceId }), label: `Voir ces achats${whose(id)}` },
    ...(count > 0
      ? [
          {
            href: bookAddress(id, { sourceId, family: 'none' }),
            label: `Donner une famille à ${count === 1 ? 'l’achat qui n’en a' : `${count} achats qui n’en ont`} pas${whose(id)}`,
          },
        ]
      : []),
  ])
}

const sourceOf = ({ importId }: ImportScope) => `import-${importId ?? 'unknown'}`

/** Taken out, as from the list: what someone changed or took out since stays as it is, and so do the canteens that one may no longer write to. */
async function undoAll(scope: ImportScope, onProgress: (rows: number) => void): Promise<number> {
  const canteenIds = await writableBy(scope, await canteensOfSource(scope.db, sourceOf(scope)))
  const removal = { removalId: newRemovalId(scope.platform), canteenIds, by: scope.person?.id ?? null, now: scope.now }
  return takeOutSource(scope.db, sourceOf(scope), removal, onProgress)
}
