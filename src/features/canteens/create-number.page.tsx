// First screen of a new canteen: its number, and why we ask for it.
import type { FC } from 'hono/jsx'
import { ErrorSummary, errorOf, RadioField, TextField } from '../../platform/html/fields.tsx'
import { Breadcrumb, Disclosure, Notice, Stepper } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { GROUP_SIREN } from './create-number.ts'
import { MY_CANTEENS } from './frame.tsx'
import { FIELD, NUMBER_KIND } from './record-form.ts'

export const CREATION_STEPS = ['Son numéro', 'Sa fiche'] as const
export const CREATION = '/cantines/nouvelle'

/** The frame of the screens that make a canteen. */
export const CreationFrame: FC<{ step: 1 | 2; children?: unknown }> = ({ step, children }) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb trail={[MY_CANTEENS]} here="Ajouter une cantine" />
    <div class="fr-grid-row">
      <div class="fr-col-12 fr-col-md-8">
        <p class="canteen-name">Ajouter une cantine</p>
        <Stepper step={step} steps={CREATION_STEPS} />
        {children}
      </div>
    </div>
  </div>
)

type Props = {
  values: FormValues
  errors: readonly FieldError[]
  /** The test that fills the record: found, not found any more, or none. */
  test: { code: string; found: boolean } | null
}

export const NumberPage: FC<Props> = ({ values, errors, test }) => {
  const number = (name: string, label: string, hint: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      error={errorOf(errors, name)}
      value={values.get(name)}
      inputmode="numeric"
      maxlength={30}
    />
  )
  return (
    <CreationFrame step={1}>
      <ErrorSummary errors={errors} />
      {test ? <TestNotice found={test.found} /> : null}
      <form method="get" action={`${CREATION}/fiche`} novalidate>
        {test?.found ? <input type="hidden" name="test" value={test.code} /> : null}
        <RadioField
          name={NUMBER_KIND}
          label="Cette cantine a-t-elle son propre SIRET ?"
          hint="C’est le numéro à 14 chiffres du lieu où l’on mange. Il évite les doublons, et remplit une partie de la fiche."
          error={errorOf(errors, NUMBER_KIND)}
          value={values.get(NUMBER_KIND)}
          choices={[
            {
              value: 'siret',
              label: 'Oui',
              detail: number(FIELD.siret, 'SIRET de la cantine', '14 chiffres, avec ou sans espaces'),
            },
            {
              value: 'siren',
              label: 'Non, elle dépend d’une structure qui en a un',
              hint: 'Par exemple une cantine scolaire sans numéro à elle, rattachée à sa mairie',
              detail: number(FIELD.siren, 'SIREN de cette structure', '9 chiffres : ce sont les premiers de son SIRET'),
            },
            {
              value: 'groupe',
              label: 'Ce n’est pas un lieu : c’est une cuisine centrale qui livre plusieurs restaurants',
              hint: 'Vous créez alors le groupe, puis vous y rattachez ses restaurants satellites',
              detail: number(GROUP_SIREN, 'SIREN de la structure qui gère la cuisine', '9 chiffres'),
            },
          ]}
        />
        <div class="actions">
          <button class="fr-btn" type="submit">
            Continuer
          </button>
        </div>
      </form>
      <Disclosure summary="Où trouver ce numéro ?">
        <p>
          Sur une facture ou un contrat au nom de la cantine, auprès de la mairie ou du siège, ou dans{' '}
          <a href="https://annuaire-entreprises.data.gouv.fr/">l’Annuaire des entreprises</a>, en cherchant par nom et par
          commune. Prenez celui du lieu où l’on mange, pas celui du prestataire.
        </p>
      </Disclosure>
      <p>
        Elle est peut-être déjà inscrite : <a href="/cantines/chercher">cherchez-la par son nom ou sa ville</a> pour rejoindre son
        équipe.
      </p>
    </CreationFrame>
  )
}

const TestNotice: FC<{ found: boolean }> = ({ found }) =>
  found ? (
    <Notice title="Vos réponses au test sont gardées">
      <p>Elles rempliront la fiche à l’écran suivant, et resteront avec la cantine pour son premier bilan.</p>
    </Notice>
  ) : (
    <Notice title="Ce test n’est plus là" kind="warning">
      <p>Son adresse est incomplète, ou ses réponses ont été effacées. On peut ajouter la cantine sans lui.</p>
    </Notice>
  )
