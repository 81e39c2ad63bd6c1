// The form that narrows the list of my canteens, sent in the address.
import type { FC } from 'hono/jsx'
import { sectorGroups } from '../../law/sectors.ts'
import { SelectField, TextField } from '../../platform/html/fields.tsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import { type Criteria, criteriaFields, KINDS, LONGEST_WORDS, ROLE_CHOICES, SORTS, STATES } from './criteria.ts'
import type { Overview } from './list.sql.ts'
import { departmentWords } from './words.ts'

export const ListFilters: FC<{ criteria: Criteria; overview: Overview }> = ({ criteria, overview }) => {
  const values = new Map(criteriaFields(criteria))
  const select = (name: string, label: string, empty: string | null, choices: readonly { value: string; label: string }[]) => (
    <div class="fr-col-12 fr-col-sm-6 fr-col-md-4">
      <SelectField name={name} label={label} empty={empty} value={values.get(name) ?? ''} choices={[...choices]} />
    </div>
  )
  return (
    <form method="get" action="/mes-cantines#resultats" class="no-print" aria-label="Chercher parmi mes cantines">
      <div class="fr-grid-row fr-grid-row--gutters">
        <div class="fr-col-12 fr-col-md-8">
          <TextField name="q" type="search" label="Nom, ville ou numéro" value={criteria.words} maxlength={LONGEST_WORDS} />
        </div>
        {select('etat', 'État', 'Toutes', STATES)}
      </div>
      <Disclosure
        summary="Plus de filtres, et l’ordre"
        open={Boolean(criteria.kind || criteria.role || criteria.department || criteria.sector || criteria.sort !== 'to_do')}
      >
        <div class="fr-grid-row fr-grid-row--gutters">
          {select('type', 'Type', 'Tous', KINDS)}
          {select('role', 'Votre rôle', 'Tous', ROLE_CHOICES)}
          {select(
            'departement',
            'Département',
            'Tous',
            overview.departments.map((code) => ({ value: code, label: departmentWords(code) })),
          )}
          <div class="fr-col-12 fr-col-sm-6 fr-col-md-4">
            <SelectField name="secteur" label="Secteur" empty="Tous" value={criteria.sector ?? ''} groups={sectorGroups} />
          </div>
          {select('tri', 'Dans l’ordre de', null, SORTS)}
        </div>
      </Disclosure>
      <div class="actions">
        <button class="fr-btn" type="submit">
          Chercher
        </button>
      </div>
    </form>
  )
}
