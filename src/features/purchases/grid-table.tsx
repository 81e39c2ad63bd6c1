// The table of the grid: plain fields in plain cells, each with its name, what is wrong with it or why we filled it.
import type { FC } from 'hono/jsx'
import { AS_ABOVE } from './grid-block.client.ts'
import { GRID, type GridKey, idOf, nameOf } from './grid-columns.ts'
import { type GridRow, SEEN } from './grid-form.ts'

export const GridTable: FC<{ rows: readonly GridRow[] }> = ({ rows }) => (
  <table class="purchase-grid">
    <caption class="fr-sr-only">Une ligne par produit acheté</caption>
    <thead>
      <tr>
        <th scope="col">
          <span class="fr-sr-only">Ligne</span>
        </th>
        {GRID.map(({ title }) => (
          <th scope="col">{title}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row, at) => (
        <Row row={row} line={at + 1} />
      ))}
    </tbody>
  </table>
)

const Row: FC<{ row: GridRow; line: number }> = ({ row, line }) => (
  <tr>
    <th scope="row">
      <span class="purchase-grid__line">Ligne </span>
      {line}
      <input type="hidden" name={SEEN} value={row.seen} />
      {/* Beside the way of the keyboard, which erases cell by cell. */}
      <button type="button" class="purchase-grid__erase" tabindex={-1} aria-label={`Effacer la ligne ${line}`} data-clear-row>
        ×
      </button>
    </th>
    {GRID.map(({ key, title }) => (
      <Cell
        field={key}
        title={title}
        line={line}
        value={row.typed[key]}
        error={row.mistakes.find((one) => one.key === key)?.message}
        proposed={row.proposed[key]}
      />
    ))}
  </tr>
)

/** Lists of suggestions, by column; the page holds them once for all rows. */
export const LISTS: Partial<Record<GridKey, string>> = {
  description: 'produits',
  supplier: 'fournisseurs',
  family: 'familles',
  characteristics: 'labels',
  origin: 'origines',
  shortChain: 'circuits',
  local: 'locaux',
}
const LONGEST: Partial<Record<GridKey, number>> = { description: 500, date: 40, priceExclTaxCents: 40 }

type CellProps = {
  field: GridKey
  title: string
  line: number
  value: string
  error: string | undefined
  proposed: string | undefined
}

const Cell: FC<CellProps> = ({ field, title, line, value, error, proposed }) => {
  const id = idOf(field, line)
  const about = error ? `${id}-erreur` : proposed ? `${id}-propose` : undefined
  return (
    <td data-label={title}>
      <input
        class={`fr-input${error ? ' fr-input--error' : ''}`}
        id={id}
        name={nameOf(field)}
        data-key={field}
        data-proposed={proposed === undefined || proposed === AS_ABOVE ? undefined : value}
        data-above={proposed === AS_ABOVE ? value : undefined}
        value={value}
        aria-label={`${title}, ligne ${line}`}
        aria-describedby={about}
        aria-invalid={error ? 'true' : undefined}
        autocomplete="off"
        // Tells a blank cell from the style sheet.
        placeholder=" "
        inputmode={field === 'priceExclTaxCents' ? 'decimal' : undefined}
        maxlength={LONGEST[field] ?? 200}
        list={LISTS[field]}
      />
      {error ? (
        <p id={`${id}-erreur`} class="fr-error-text">
          {error}
        </p>
      ) : proposed ? (
        <p id={`${id}-propose`} class="purchase-grid__proposed">{`Proposé : ${proposed}`}</p>
      ) : null}
    </td>
  )
}
