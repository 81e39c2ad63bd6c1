// Looking for purchases: words, year or days, family, label, order.
import type { FC } from 'hono/jsx'
import { SelectField, TextField } from '../../platform/html/fields.tsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import { type Criteria, criteriaFields, LONGEST_WORDS, NONE, SORTS } from './criteria.ts'
import { familyChoices, labelChoices } from './words.ts'

type FiltersProps = {
  /** Where the search is asked for. */
  action: string
  criteria: Criteria
  years: readonly number[]
  /** Fields besides those of one book. */
  children?: unknown
}

/** Is one of the criteria asked for that stay folded otherwise? On a phone they would hide the purchases. */
const isRefined = ({ family, label, from, until }: Criteria) => [family, label, from, until].some((one) => one !== null)

export const Filters: FC<FiltersProps> = ({ action, criteria, years, children }) => {
  const values = new Map(criteriaFields(criteria))
  const select = (name: string, label: string, empty: string | null, choices: readonly { value: string; label: string }[]) => (
    <div class="fr-col-12 fr-col-sm-6 fr-col-md-3">
      <SelectField name={name} label={label} empty={empty} value={values.get(name) ?? ''} choices={[...choices]} />
    </div>
  )
  return (
    <form method="get" action={`${action}#resultats`} class="fr-mt-3w no-print" aria-label="Chercher parmi les achats">
      <div class="fr-grid-row fr-grid-row--gutters fr-mb-2w">
        <div class="fr-col-12 fr-col-md-6">
          <TextField name="q" type="search" label="Produit ou fournisseur" value={criteria.words} maxlength={LONGEST_WORDS} />
        </div>
        {select(
          'annee',
          'Année',
          'Toutes',
          years.map((year) => ({ value: String(year), label: String(year) })),
        )}
        {select('tri', 'Dans l’ordre', null, SORTS)}
        {children}
      </div>
      <Disclosure summary="Famille, label, dates" open={isRefined(criteria)}>
        <div class="fr-grid-row fr-grid-row--gutters">
          {select('famille', 'Famille', 'Toutes', [...familyChoices, { value: NONE, label: 'Sans famille' }])}
          {select('label', 'Label', 'Tous', [...labelChoices, { value: NONE, label: 'Sans label' }])}
          <div class="fr-col-12 fr-col-sm-6 fr-col-md-3">
            <TextField name="du" type="date" label="À partir du" value={criteria.from ?? ''} />
          </div>
          <div class="fr-col-12 fr-col-sm-6 fr-col-md-3">
            <TextField name="au" type="date" label="Jusqu’au" value={criteria.until ?? ''} />
          </div>
        </div>
      </Disclosure>
      <div class="actions">
        <button class="fr-btn fr-btn--secondary" type="submit">
          Chercher
        </button>
      </div>
    </form>
  )
}
