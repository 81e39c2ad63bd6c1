// The table of a split: one line for each satellite, and their sum.
import type { FC } from 'hono/jsx'
import { formatEuros, formatPercent } from '../../law/money.ts'
import { figures } from '../canteens/canteens.ts'
import type { SimulatedRow, Simulation } from './simulation.ts'
import { datesWords } from './words.ts'

type Column = { readonly label: string; readonly cell: (row: SimulatedRow) => string; readonly total: string }

function columnsOf({ split, totals, rows }: Simulation): Column[] {
  const count = (value: number | null) => (value === null ? 'à préciser' : figures.format(value))
  const sum = (value: (row: SimulatedRow) => number | null) =>
    rows.every((row) => value(row) !== null) ? rows.reduce((all, row) => all + value(row)!, 0) : null
  const known: Column[] = [
    { label: 'Jours', cell: ({ days }) => String(days), total: '–' },
    { label: 'Repas', cell: ({ meals }) => count(meals), total: count(sum(({ meals }) => meals)) },
  ]
  if (split.outcome !== 'shared' || totals.total === null) return known
  const euros = (value: number | null) => (value === null ? '–' : formatEuros(value))
  const organic: Column = {
    label: 'Dont bio',
    cell: (row) => `${euros(row.organic)}${row.organicShare === null ? '' : ` (${formatPercent(row.organicShare)})`}`,
    total: euros(sum((row) => row.organic)),
  }
  return [
    ...known,
    { label: 'Achats', cell: ({ total }) => euros(total), total: euros(sum(({ total }) => total)) },
    ...(totals.organic === null ? [] : [organic]),
    {
      label: 'Par repas',
      cell: ({ perMeal }) => (perMeal === null ? 'à préciser' : `${perMeal.replace('.', ',')} €`),
      total: '–',
    },
  ]
}

export const ResultTable: FC<{ simulation: Simulation; page: number; perPage: number }> = ({ simulation, page, perPage }) => {
  const { split, rows } = simulation
  const columns = columnsOf(simulation)
  return (
    <div class="fr-table fr-table--no-caption">
      <table class="stacked work-list">
        <caption>{`Ce que montrera chaque restaurant pour ${split.dataYear}`}</caption>
        <thead>
          <tr>
            <th scope="col">Restaurant</th>
            {columns.map(({ label }) => (
              <th scope="col" class="amount">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice((page - 1) * perPage, page * perPage).map((row) => (
            <tr>
              <th scope="row">
                {row.satellite.name}
                {row.days < split.daysInYear ? (
                  <span class="work-list__about">{row.satellite.stays.map(datesWords).join(' et ')}</span>
                ) : null}
              </th>
              {columns.map(({ label, cell }) => (
                <td class="amount" data-label={label}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {split.outcome === 'shared' ? (
          <tfoot>
            <tr>
              <th scope="row">{rows.length === 1 ? 'Total' : `Total des ${rows.length} restaurants`}</th>
              {columns.map(({ label, total }) => (
                <td class="amount" data-label={label}>
                  {total}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}
