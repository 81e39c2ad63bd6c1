// The split of a year as a spreadsheet.
import type { Cents } from '../../law/money.ts'
import { CONTENT_TYPES, type WrittenColumn, type WrittenType, writeCells } from '../../platform/tables/write-table.ts'
import type { SimulatedRow, Simulation } from './simulation.ts'

type Column = WrittenColumn & { readonly cell: (row: SimulatedRow) => string | number | null }
const euros = (cents: Cents | null) => (cents === null ? null : cents / 100)
const text = (header: string, cell: Column['cell']): Column => ({ header, schema: { type: 'string' }, cell })
const number = (header: string, cell: Column['cell']): Column => ({ header, schema: { type: 'number' }, cell })

const COLUMNS: readonly Column[] = [
  number('id', ({ satellite }) => satellite.id),
  text('nom', ({ satellite }) => satellite.name),
  text('siret', ({ satellite }) => satellite.siret),
  text('siren', ({ satellite }) => satellite.siren),
  text('commune', ({ satellite }) => satellite.commune),
  number('jours', ({ days }) => days),
  number('repas', ({ meals }) => meals),
  number('achats', ({ total }) => euros(total)),
  number('achats_bio', ({ organic }) => euros(organic)),
  number('part_bio', ({ organicShare }) => (organicShare === null ? null : Number(organicShare))),
  number('achats_par_repas', ({ perMeal }) => (perMeal === null ? null : Number(perMeal))),
]

/** In a CSV file, a French spreadsheet takes « 12.05 » for a day of May: decimals are written with a comma. */
const french = (value: string | number | null) => (typeof value === 'number' ? String(value).replace('.', ',') : value)

export const splitFile = ({ split, rows }: Simulation, type: WrittenType) => ({
  body: writeCells(
    `Répartition ${split.dataYear}`,
    COLUMNS,
    rows.map((row) => COLUMNS.map(({ cell }) => (type === 'csv' ? french(cell(row)) : cell(row)))),
    type,
  ),
  contentType: CONTENT_TYPES[type],
})
