// Asking one supplier for the statements of several canteens, and the requests made so before.
import type { FC } from 'hono/jsx'
import { CheckboxField, ErrorSummary, errorOf, TextField } from '../../platform/html/fields.tsx'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { MY_CANTEENS } from '../canteens/canteens.ts'
import { AskFields } from './ask-fields.tsx'
import type { JointRequest } from './joint.sql.ts'
import { CANTEENS, type Choices, JOINT, MOST_SHOWN, SEARCH, TICK_ALL, WORDS } from './joint-ask.ts'
import { LINK_DAYS } from './statement.ts'

export const JOINT_TITLE = 'Relevés de plusieurs cantines'

type Props = {
  values: FormValues
  errors: readonly FieldError[]
  years: readonly number[]
  choices: Choices
  made: readonly (JointRequest & { readonly canteens: number; readonly sent: number })[]
}

export const JointAskPage: FC<Props> = (props) => {
  const { errors, choices, made } = props
  return (
    <div class="fr-container fr-pb-6w">
      <Breadcrumb trail={[MY_CANTEENS]} here={JOINT_TITLE} />
      <h1>{JOINT_TITLE}</h1>
      <ErrorSummary errors={errors} />
      <p class="fr-text--lead">
        Un même fournisseur ou prestataire livre plusieurs de vos cantines ? Demandez-lui tous leurs relevés en une fois : il
        reçoit un seul lien.
      </p>
      {made.length === 0 ? null : (
        <section aria-labelledby="demandes">
          <h2 id="demandes">Demandes déjà faites</h2>
          <ul>
            {made.map(({ id, supplier, year, canteens, sent }) => (
              <li>
                <a href={`${JOINT}/${id}`}>{`${supplier}, ${year}`}</a>
                {` : ${sent} relevé${sent > 1 ? 's' : ''} reçu${sent > 1 ? 's' : ''} sur ${canteens}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {choices.count === 0 ? (
        <p>
          Il vous faut une cantine où vous pouvez saisir des achats. <a href={MY_CANTEENS.href}>Voir mes cantines</a>
        </p>
      ) : (
        <Ask {...props} />
      )}
    </div>
  )
}

const Ask: FC<Props> = ({ values, errors, years, choices }) => (
  <section aria-labelledby="demander">
    <h2 id="demander">Demander des relevés</h2>
    <p>
      {`Le lien, valable ${LINK_DAYS} jours, ouvre la liste des cantines cochées, avec leur commune. Pour chacune, votre fournisseur remplit une page ou y dépose son fichier, sans compte. Chaque cantine relit et accepte ligne par ligne : rien ne compte avant.`}
    </p>
    <div class="fr-grid-row">
      <div class="fr-col-12 fr-col-md-8">
        <form method="post" action={JOINT} novalidate>
          <AskFields values={values} errors={errors} years={years} />
          {choices.count > MOST_SHOWN ? <Search values={values} choices={choices} /> : null}
          <CheckboxField
            name={CANTEENS}
            label="Cantines"
            hint={hintOf(choices)}
            error={errorOf(errors, CANTEENS)}
            values={choices.ticked.map(({ id }) => String(id))}
            choices={[...choices.ticked, ...choices.others].map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <div class="actions">
            <button class="fr-btn" type="submit">
              Demander ces relevés
            </button>
            {choices.others.length === 0 ? null : (
              <button class="fr-btn fr-btn--secondary" type="submit" name={TICK_ALL} value="oui">
                Cocher toute cette liste
              </button>
            )}
          </div>
        </form>
      </div>
    </div>
  </section>
)

/** A button of the same form: what is typed and ticked stays. */
const Search: FC<{ values: FormValues; choices: Choices }> = ({ values, choices: { found } }) => (
  <>
    <TextField
      name={WORDS}
      type="search"
      label="Chercher parmi mes cantines"
      hint="Nom, ville ou numéro. Ce qui est coché le reste."
      value={values.get(WORDS)}
      required={false}
    />
    <div class="actions fr-mb-3w">
      <button class="fr-btn fr-btn--secondary" type="submit" name={SEARCH} value="oui">
        Chercher
      </button>
    </div>
    <p role="status">{found === 0 ? 'Aucune cantine ne répond à cette recherche.' : ''}</p>
  </>
)

const hintOf = ({ count, ticked, isCut }: Choices): string => {
  const told = `${ticked.length} cochée${ticked.length > 1 ? 's' : ''} sur ${count}.`
  return isCut ? `${told} Voici les ${MOST_SHOWN} premières, par nom.` : told
}
