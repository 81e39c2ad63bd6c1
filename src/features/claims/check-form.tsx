// The question, in one line: what is written on the product, when it was bought, what it is.
import type { FC } from 'hono/jsx'
import { families } from '../../law/families.ts'
import type { DataYear } from '../../law/timeline.ts'
import { errorOf, SelectField, TextField } from '../../platform/html/fields.tsx'
import { ANSWER_ID, CHECK_PATH } from './claims.ts'
import { type Asked, LONGEST_WORDING } from './question.ts'

export const CheckForm: FC<{ asked: Asked; years: readonly DataYear[] }> = ({ asked, years }) => (
  <form method="get" action={`${CHECK_PATH}#${ANSWER_ID}`} class="tone-soft check-form no-print" role="search">
    <TextField
      name="mention"
      label="Qu’est-il écrit sur le produit ou la facture ?"
      hint="Un label ou une ligne entière : « HVE niveau 2 », « yaourt fermier », « colin MSC »"
      value={asked.wording}
      error={errorOf(asked.errors, 'mention')}
      maxlength={LONGEST_WORDING}
    />
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-12 fr-col-sm-4">
        <SelectField
          name="annee"
          label="Année de l’achat"
          value={String(asked.dataYear)}
          error={errorOf(asked.errors, 'annee')}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      </div>
      <div class="fr-col-12 fr-col-sm-8">
        <SelectField
          name="famille"
          label="Famille de produits"
          required={false}
          empty="Je ne précise pas"
          value={asked.familyId}
          error={errorOf(asked.errors, 'famille')}
          choices={families.map(({ id, label }) => ({ value: id, label }))}
        />
      </div>
    </div>
    <button class="fr-btn" type="submit">
      Vérifier
    </button>
  </form>
)
