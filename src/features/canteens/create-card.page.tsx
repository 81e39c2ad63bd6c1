// Second screen of a new canteen: its record, with all that is known already.
import type { FC } from 'hono/jsx'
import { frenchDay } from '../../platform/html/dates.ts'
import { CheckboxField, ErrorSummary, errorOf } from '../../platform/html/fields.tsx'
import { Disclosure, Notice } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { CandidateList } from './candidate-list.tsx'
import { CREATION, CreationFrame } from './create-number.page.tsx'
import { type GivenNumber, numberFields } from './create-number.ts'
import type { Candidate } from './duplicates.sql.ts'
import type { Origins, RegisterSaid } from './prefill.ts'
import { RecordFields } from './record-fields.tsx'
import { numberWords } from './words.ts'

/** Boxes to tick: the number was checked though the register does not know it; the place has no SIRET of its own. */
export const CHECKED = 'verifie'
export const WITHOUT_SIRET = 'sans-siret'
/** Carried along with the form. */
export const CREATION_KEY = 'cle'
export const REGISTER_DOWN = 'annuaire'

type Props = {
  number: GivenNumber
  said: RegisterSaid
  values: FormValues
  origins: Origins
  errors: readonly FieldError[]
  creationKey: string
  /** Code of the test that fills the record. */
  test: string | null
  /** Canteens of the same legal unit, where the place has no number of its own. */
  attached: readonly Candidate[]
}

export const CreateCardPage: FC<Props> = ({ number, said, values, origins, errors, creationKey, test, attached }) => {
  const isGroup = number.kind === 'groupe'
  return (
    <CreationFrame step={2}>
      <ErrorSummary errors={errors} />
      {errors.length === 0 ? <RegisterNotice number={number} said={said} test={test} /> : null}
      {attached.length > 0 ? <Attached candidates={attached} isOpen={errors.length === 0} /> : null}
      <form method="post" action={`${CREATION}/fiche`} novalidate>
        {numberFields(number).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name={CREATION_KEY} value={creationKey} />
        {test === null ? null : <input type="hidden" name="test" value={test} />}
        {said.kind === 'unavailable' || said.kind === 'skipped' ? (
          <input type="hidden" name={REGISTER_DOWN} value="muet" />
        ) : null}
        <p>
          {`${numberWords(number)}. `}
          <a href={`${CREATION}?${new URLSearchParams([...numberFields(number), ...(test ? [['test', test]] : [])])}`}>
            Changer de numéro
          </a>
        </p>
        <RecordFields
          values={values}
          errors={errors}
          isGroup={isGroup}
          origins={origins}
          communeMayWait={number.kind === 'siret' && said.kind !== 'unknown'}
        />
        {said.kind === 'unknown' ? (
          <Box
            name={CHECKED}
            legend="L’annuaire des entreprises ne connaît pas ce numéro"
            label="Je l’ai vérifié : c’est bien celui-là"
            values={values}
            errors={errors}
          />
        ) : null}
        {number.kind === 'siren' ? (
          <Box
            name={WITHOUT_SIRET}
            legend="Son numéro"
            label="Cette cantine n’a pas de SIRET à elle"
            values={values}
            errors={errors}
          />
        ) : null}
        <div class="actions">
          <button class="fr-btn" type="submit">
            {isGroup ? 'Créer le groupe' : 'Ajouter cette cantine'}
          </button>
        </div>
        <p class="fr-text--sm">
          Vous en serez l’administratrice ou l’administrateur. Son nom, sa commune et son numéro se voient dans la recherche ; le
          reste, dans son équipe seulement.
        </p>
      </form>
    </CreationFrame>
  )
}

type BoxProps = Pick<Props, 'values' | 'errors'> & { name: string; legend: string; label: string }
const Box: FC<BoxProps> = ({ name, legend, label, values, errors }) => (
  <CheckboxField
    name={name}
    label={legend}
    error={errorOf(errors, name)}
    values={values.all(name)}
    choices={[{ value: 'oui', label }]}
  />
)

const Attached: FC<{ candidates: readonly Candidate[]; isOpen: boolean }> = ({ candidates, isOpen }) => (
  <Disclosure
    summary={
      candidates.length === 1
        ? 'Une cantine de cette structure est déjà inscrite : est-ce elle ?'
        : `${candidates.length} cantines de cette structure sont déjà inscrites : est-ce l’une d’elles ?`
    }
    open={isOpen && candidates.length <= 5}
  >
    <CandidateList candidates={candidates} />
  </Disclosure>
)

/** What the register said, and what to do next: it never stops anyone. */
const RegisterNotice: FC<Pick<Props, 'number' | 'said' | 'test'>> = ({ number, said, test }) => {
  const fromTest = test ? ' Vos réponses au test aussi : chaque champ repris le dit.' : ''
  if (said.kind === 'unavailable' || said.kind === 'skipped')
    return (
      <Notice title="L’annuaire des entreprises ne répond pas : continuez à la main" kind="warning">
        <p>{`Nous vérifierons le numéro plus tard, sans vous le redemander.${test ? ' Vos réponses au test sont reprises : chaque champ repris le dit.' : ''}`}</p>
      </Notice>
    )
  if (said.kind === 'unknown')
    return (
      <Notice title="L’annuaire des entreprises ne connaît pas ce numéro" kind="warning">
        <p>
          Un chiffre est peut-être mal recopié, ou le numéro vient d’être attribué. S’il est bon, remplissez la fiche à la main et
          cochez la case de vérification.
        </p>
      </Notice>
    )
  const name = 'legalUnitName' in said && said.legalUnitName !== said.name ? `${said.name} (${said.legalUnitName})` : said.name
  const who = [name ?? 'Nom non publié', said.communeName].filter(Boolean).join(', ')
  if (said.state === 'closed')
    return (
      <Notice title="D’après l’annuaire, cet établissement est fermé" kind="warning">
        <p>
          {`${who}${said.closedOn ? `, fermé le ${frenchDay(said.closedOn)}` : ''}. Après un déménagement, un établissement change de SIRET : le nouveau est sans doute le bon. Si celui-ci sert encore, continuez.`}
        </p>
      </Notice>
    )
  return (
    <Notice
      title={number.kind === 'siret' ? 'Trouvée dans l’annuaire des entreprises' : 'Structure trouvée dans l’annuaire'}
      kind="success"
    >
      <p>{`${who}. Ce qui suit est repris de l’annuaire quand il le sait.${fromTest}`}</p>
    </Notice>
  )
}
