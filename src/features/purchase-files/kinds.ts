// Adding purchases by a file, and taking them back.
import { dayInParis } from '../../platform/html/dates.ts'
import type { TableFormat } from '../../platform/tables/columns.ts'
import type { BatchError, ParsedRow } from '../../platform/tables/row-errors.ts'
import type { ImportKind, ImportScope, RowChange } from '../imports/imports.ts'
import { addPurchases, newRemovalId, purchasesStream, takeOut } from '../purchases/purchases.ts'
import { buyersOf } from './buyers.ts'
import type { AnyRow } from './columns.ts'
import { formerIdFormat, formerSiretFormat, idFormat, mistakesIn, recordIn, siretFormat } from './formats.ts'
import { findUntouched } from './purchase-files.sql.ts'

const kind = <Row extends AnyRow>(format: TableFormat<Row>, slug: string, lead: string): ImportKind<Row> => ({
  format,
  slug,
  lead,
  next: { href: '/mes-cantines', label: 'Voir mes cantines et leurs achats' },
  open: (scope) => open(scope),
  undo,
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

function open<Row extends AnyRow>(scope: ImportScope) {
  const buyers = buyersOf(scope)
  const today = dayInParis(scope.now)
  return {
    async check(rows: readonly ParsedRow<Row>[]): Promise<BatchError<Row>[]> {
      const ofTheLaw = rows.flatMap(({ row, values }) => mistakesIn(values, today).map((one) => ({ row, ...one })))
      return [...((await buyers.errors(rows)) as BatchError<Row>[]), ...ofTheLaw]
    },
    write: async (rows: readonly ParsedRow<Row>[]) => write(scope, rows, await buyers.ids(rows)),
  }
}

async function write(
  { db, person, now, importId }: ImportScope,
  rows: readonly ParsedRow<AnyRow>[],
  canteens: readonly number[],
) {
  const purchases = rows.map(({ values }, at) => ({
    ...recordIn(values),
    canteenId: canteens[at]!,
    credit: values.priceExclTaxCents < 0,
  }))
  const ids = await addPurchases(db, purchases, { source: 'import', sourceId: sourceOf(importId), by: person?.id ?? null, now })
  return rows.map(
    ({ row }, at): RowChange => ({ row, outcome: 'created', subject: purchasesStream(canteens[at]!), before: { id: ids[at]! } }),
  )
}

const sourceOf = (importId: number | null) => `import-${importId ?? 'unknown'}`

/** Taken out, as from the list: what someone changed or took out since stays as it is. */
async function undo({ platform, db, person, now }: ImportScope, changes: readonly RowChange[]) {
  const left = await findUntouched(
    db,
    changes.map(({ before }) => (before as { id: number }).id),
  )
  const byCanteen = new Map<number, number[]>()
  for (const { id, canteenId } of left) byCanteen.set(canteenId, [...(byCanteen.get(canteenId) ?? []), id])
  const removalId = newRemovalId(platform)
  let undone = 0
  for (const [canteenId, ids] of byCanteen)
    undone += await takeOut(db, canteenId, ids, removalId, { by: person?.id ?? null, now })
  return { undone, kept: changes.length - undone }
}
