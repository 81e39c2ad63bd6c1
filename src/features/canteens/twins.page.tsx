// Before a canteen is made twice: those that it may be, and the ways out. There is always one.
import type { FC } from 'hono/jsx'
import { ErrorSummary, errorOf, TextField } from '../../platform/html/fields.tsx'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { CandidateList } from './candidate-list.tsx'
import { CREATION } from './create-number.page.tsx'
import type { Candidate } from './duplicates.sql.ts'
import { MY_CANTEENS } from './frame.tsx'

/** What tells the new place from those that are like it. */
export const ELSEWHERE = 'autre-lieu'
export const LONGEST_EXPLANATION = 300
/** Pressed to come back to the record with all that was typed. */
export const BACK = 'retour'

type Props = {
  name: string
  candidates: readonly Candidate[]
  /** The same SIRET: there cannot be two. */
  certain: boolean
  /** All that was typed, to be sent again; empty before anything was. */
  carried: readonly (readonly [string, string])[]
  explanation: string
  errors: readonly FieldError[]
}

export const TwinsPage: FC<Props> = ({ name, candidates, certain, carried, explanation, errors }) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb trail={[MY_CANTEENS, { href: CREATION, label: 'Ajouter une cantine' }]} here="Déjà inscrite ?" />
    <div class="fr-grid-row">
      <div class="fr-col-12 fr-col-md-8">
        <ErrorSummary errors={errors} />
        <h1>
          {certain
            ? 'Cette cantine est déjà inscrite'
            : candidates.length === 1
              ? 'Est-ce celle-ci ?'
              : 'Est-ce l’une de celles-ci ?'}
        </h1>
        <p class="fr-text--lead">
          {certain
            ? 'Ce SIRET est le sien. Rien n’est perdu : rejoignez ceux qui la gèrent, ou prenez-la en charge si personne ne le fait.'
            : `Avant d’ajouter « ${name} », regardez : ce qui est déjà inscrit lui ressemble. Une cantine en double ferait compter deux fois les mêmes repas.`}
        </p>
        <CandidateList candidates={candidates} {...(certain ? {} : { words: 'C’est celle-ci' })} />
        {certain ? (
          <p>
            Ce n’est pas elle ? <a href={CREATION}>Vérifiez le numéro</a>, ou <a href="/contact">écrivez-nous</a> si elle porte le
            vôtre par erreur.
          </p>
        ) : null}
        {carried.length === 0 ? null : (
          <form method="post" action={`${CREATION}/fiche`} novalidate>
            {carried.map(([field, value]) => (
              <input type="hidden" name={field} value={value} />
            ))}
            {certain ? null : (
              <>
                <h2>Non, c’est un autre lieu</h2>
                <TextField
                  name={ELSEWHERE}
                  label="Ce qui les distingue, en une phrase"
                  hint="Par exemple : « l’autre école du village, route de Rennes ». Cette phrase reste au journal de la cantine : n’y nommez personne."
                  error={errorOf(errors, ELSEWHERE)}
                  value={explanation}
                  maxlength={LONGEST_EXPLANATION}
                />
              </>
            )}
            <div class="actions">
              {certain ? null : (
                <button class="fr-btn" type="submit">
                  C’est un autre lieu : l’ajouter
                </button>
              )}
              <button class="fr-btn fr-btn--secondary" type="submit" name={BACK} value="oui">
                Revenir à la fiche
              </button>
            </div>
          </form>
        )}
      </div>
    </div>
  </div>
)
