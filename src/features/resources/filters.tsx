// The form of the catalogue: words and conditions, sent in the address. Works without script.
import type { FC } from 'hono/jsx'
import { sectorCategories } from '../../law/sectors.ts'
import { SelectField, TextField } from '../../platform/html/fields.tsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import { publishers } from './catalogue.ts'
import { type Criteria, LONGEST_WORDS } from './criteria.ts'
import { audiences, efforts, kinds, topics } from './resource.ts'

const choices = (table: readonly { id: string; label: string }[]) => table.map(({ id, label }) => ({ value: id, label }))

const effortChoices = efforts.map(({ id, label, hint }) => ({ value: id, label: `${label} : ${hint}` }))

export const Filters: FC<{ criteria: Criteria }> = ({ criteria }) => {
  const { words, topic, audience, sector, kind, effort, publisher, priorities } = criteria
  return (
    <form method="get" action="/ressources#resultats" class="catalogue-form no-print" aria-label="Chercher une ressource">
      {priorities.length > 0 ? <input type="hidden" name="priorites" value={priorities.join(',')} /> : null}
      <div class="fr-grid-row fr-grid-row--gutters">
        <div class="fr-col-12 fr-col-md-6">
          <TextField
            name="q"
            type="search"
            label="Vos mots"
            hint="Par exemple : légumineuses, pesée, EHPAD"
            value={words}
            maxlength={LONGEST_WORDS}
          />
        </div>
        <div class="fr-col-12 fr-col-md-6">
          <SelectField
            name="mesure"
            label="Mesure de la loi"
            hint="Le sujet qui vous occupe"
            empty="Toutes"
            value={topic ?? ''}
            choices={choices(topics)}
          />
        </div>
      </div>
      <Disclosure summary="Plus de filtres" open={Boolean(audience || sector || kind || effort || publisher)}>
        <div class="fr-grid-row fr-grid-row--gutters">
          <Filter name="public" label="Pour qui" empty="Tout le monde" value={audience} choices={choices(audiences)} />
          <Filter name="secteur" label="Secteur" empty="Tous" value={sector} choices={choices(sectorCategories)} />
          <Filter name="effort" label="Effort" empty="Peu importe" value={effort} choices={effortChoices} />
          <Filter name="type" label="Type" empty="Tous" value={kind} choices={choices(kinds)} />
          <Filter
            name="editeur"
            label="Éditeur"
            empty="Tous"
            value={publisher}
            choices={publishers.map((value) => ({ value, label: value }))}
          />
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

type FilterProps = {
  name: string
  label: string
  empty: string
  value: string | null
  choices: { value: string; label: string }[]
}

const Filter: FC<FilterProps> = ({ value, ...field }) => (
  <div class="fr-col-12 fr-col-sm-6 fr-col-md-4">
    <SelectField {...field} value={value ?? ''} />
  </div>
)
