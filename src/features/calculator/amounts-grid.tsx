// The grid of detailed entry: a line per label, a column per family; cells that cannot exist are not there.
import type { FC } from 'hono/jsx'
import { type AmountName, amountLabel, cellName } from '../../law/amount-names.ts'
import { type FamilyId, families } from '../../law/families.ts'
import { isApplicable, type Label, labelName } from '../../law/labels.ts'
import { errorOf, TextField } from '../../platform/html/fields.tsx'
import { type Entry, labelsOf, type Problem } from './calculator-entry.client.ts'
import { allLabelsAddress, labelAddress } from './claim-links.tsx'

const totals = ['valeur_totale', 'valeur_viandes_volailles', 'valeur_produits_de_la_mer'] as const satisfies readonly AmountName[]

/** Column headings: the official names are too long for eight columns. */
const familyWords: Readonly<Record<FamilyId, string>> = {
  viandes_volailles: 'Viandes et volailles',
  charcuterie: 'Charcuterie',
  produits_de_la_mer: 'Poissons, produits de la mer',
  fruits_et_legumes: 'Fruits et légumes',
  produits_laitiers: 'Laitages, beurre, œufs',
  boulangerie: 'Pain, pâtisserie',
  boissons: 'Boissons',
  autres: 'Épicerie, autres',
}

type Props = { entry: Entry; problems: readonly Problem[] }

export const AmountsGrid: FC<Props> = ({ entry, problems }) => {
  // The longest grid is kept light: one link to all the labels instead of one a line.
  const hasLinks = entry.mode !== 'complete'
  return (
    <>
      <div class="calculator__totals">
        {totals.map((name) => (
          <TextField
            name={name}
            label={amountLabel(name, entry.dataYear)}
            value={entry.amounts[name] ?? ''}
            error={errorOf(problems, name)}
            inputmode="decimal"
            maxlength={40}
          />
        ))}
      </div>
      <table class="amounts-grid">
        <caption>
          Par label et par famille. Chaque produit se compte une fois, dans le premier label de la liste qu’il porte.{' '}
          {hasLinks ? null : <a href={allLabelsAddress(entry.dataYear)}>Qu’est-ce qui compte sous chaque label ?</a>}
        </caption>
        <thead>
          <tr>
            <th scope="col">Label</th>
            {families.map(({ id }) => (
              <th scope="col" id={`famille-${id}`}>
                {familyWords[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labelsOf(entry.mode).map((label) => (
            <tr>
              {hasLinks ? (
                <th scope="row">
                  <a id={`label-${label.id}`} href={labelAddress(label.id, entry.dataYear)}>
                    {labelName(label, entry.dataYear)}
                  </a>
                </th>
              ) : (
                <th scope="row" id={`label-${label.id}`}>
                  {labelName(label, entry.dataYear)}
                </th>
              )}
              {cellsOf(label).map(({ family, span }) =>
                family ? <Cell entry={entry} problems={problems} label={label} family={family} /> : <td colspan={span}></td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** The cells of a line; those that cannot exist, side by side, are one gap. */
function cellsOf(label: Label) {
  const cells: { family: FamilyId | null; span: number }[] = []
  for (const { id } of families) {
    const last = cells.at(-1)
    if (isApplicable(label, id)) cells.push({ family: id, span: 1 })
    else if (last && last.family === null) last.span++
    else cells.push({ family: null, span: 1 })
  }
  // A line may end early.
  if (cells.at(-1)?.family === null) cells.pop()
  return cells
}

const Cell: FC<Props & { label: Label; family: FamilyId }> = ({ entry, problems, label, family }) => {
  const name = cellName(family, label.id)
  const error = errorOf(problems, name)
  return (
    <td data-label={familyWords[family]}>
      <input
        class={`fr-input${error ? ' fr-input--error' : ''}`}
        id={name}
        name={name}
        value={entry.amounts[name] ?? ''}
        inputmode="decimal"
        autocomplete="off"
        maxlength={40}
        aria-labelledby={`label-${label.id} famille-${family}`}
        aria-describedby={error ? `${name}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
      />
      {error ? (
        <p id={`${name}-erreur`} class="fr-error-text">
          {error}
        </p>
      ) : null}
    </td>
  )
}
