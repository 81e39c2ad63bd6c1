// What a supplier fills in, line by line, or drops as a file: without an account and without script.
import type { FC } from 'hono/jsx'
import { families } from '../../law/families.ts'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { AmountField, ErrorSummary, errorOf, TextAreaField } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { familyWords } from '../purchases/purchases.ts'
import { LineFields } from './line-fields.tsx'
import { COUNT, FIELD, LONGEST_CERTIFICATES, totalField } from './lines.ts'
import { MOST_LINES } from './statement.ts'
import { type Opened, SupplierFrame, whereWords } from './supplier-frame.tsx'

export const FILE_FIELD = 'fichier'
export const ADD_LINES = 'ajouter'
export const MORE_LINES = 10

type Props = { opened: Opened; values: FormValues; count: number; errors: readonly FieldError[]; notice: unknown }

export const FillPage: FC<Props> = (props) => {
  const { opened, errors, notice } = props
  const { asker, statement, address } = opened
  const fileError = errorOf(errors, FILE_FIELD)
  return (
    <SupplierFrame
      opened={opened}
      title={`Votre relevé de ${statement.year}`}
      lead={`${whereWords(asker)}${asker.commune === null ? '' : ','} vous demande ce que vous lui avez livré en ${statement.year}, avec les labels. Quelques lignes suffisent : une par famille et par label.`}
    >
      <ErrorSummary errors={errors} />
      {notice}
      {statement.word === '' ? null : (
        <Notice title="La cantine vous écrit">
          <p>{`« ${statement.word} »`}</p>
        </Notice>
      )}
      <p>
        {statement.sentAt === null
          ? `Le lien sert jusqu’au ${frenchDay(dayInParis(statement.expiresAt))}.`
          : `Vous avez envoyé ce relevé le ${frenchDay(dayInParis(statement.sentAt))}. Tant que la cantine n’a pas répondu, vous pouvez le corriger et l’envoyer à nouveau.`}
      </p>
      <section aria-labelledby="deposer">
        <h2 id="deposer">Déposer un fichier</h2>
        <p>
          Tableur .xlsx, .ods ou .csv, tel qu’il sort de votre logiciel : une colonne de montants hors taxe, et si possible la
          famille, les labels et l’origine, dans n’importe quel ordre. Ou partez du{' '}
          <a href="/releve/modele.xlsx">modèle à remplir</a>. Ses lignes viennent dans le formulaire, vous les relisez.
        </p>
        <form method="post" action={`${address}/fichier`} enctype="multipart/form-data">
          <div class={`fr-upload-group${fileError ? ' fr-upload-group--error' : ''}`}>
            <label class="fr-label" for={FILE_FIELD}>
              Votre fichier
              <span class="fr-hint-text">2 Mo au plus. Il remplace les lignes déjà remplies ; il n’est pas gardé.</span>
            </label>
            <input
              class="fr-upload"
              type="file"
              id={FILE_FIELD}
              name={FILE_FIELD}
              accept=".xlsx,.ods,.csv"
              aria-describedby={fileError ? `${FILE_FIELD}-erreur` : undefined}
            />
            {fileError ? (
              <p class="fr-error-text" id={`${FILE_FIELD}-erreur`}>
                {fileError}
              </p>
            ) : null}
          </div>
          <p class="actions">
            <button class="fr-btn fr-btn--secondary" type="submit">
              Lire ce fichier
            </button>
          </p>
        </form>
      </section>
      <Lines {...props} />
    </SupplierFrame>
  )
}

const Lines: FC<Props> = ({ opened: { statement, address }, values, count, errors }) => {
  const text = (name: string) => ({ name, value: values.get(name), error: errorOf(errors, name) })
  const totals = families.filter(({ id }) => values.has(totalField(id)))
  return (
    <section aria-labelledby="remplir">
      <h2 id="remplir">Ou remplir les lignes</h2>
      <p>
        {`Pour chaque ligne, la somme de ${statement.year}, hors taxe, avoirs déduits. Un produit ne compte qu’une fois. N’oubliez pas ce qui n’a pas de label.`}
      </p>
      <form method="post" action={address} novalidate>
        <input type="hidden" name={COUNT} value={count} />
        {Array.from({ length: count }, (_, index) => (
          <fieldset class="fr-fieldset">
            <legend class="fr-fieldset__legend">{`Ligne ${index + 1}`}</legend>
            <div class="fr-fieldset__element">
              <LineFields index={index} values={values} errors={errors} named />
            </div>
          </fieldset>
        ))}
        <div class="statement-totals">
          {totals.map(({ id }) => (
            <AmountField
              {...text(totalField(id))}
              label={`Total « ${familyWords(id)} », labels compris`}
              hint="D’après votre fichier, pour vérifier."
              required={false}
            />
          ))}
          <AmountField
            {...text(FIELD.total)}
            label={`Total de ${statement.year} pour cette cantine`}
            hint="En euros hors taxe, pour vérifier que rien ne manque et que rien n’est compté deux fois."
            required={false}
          />
        </div>
        <TextAreaField
          {...text(FIELD.certificates)}
          label="Certificats"
          hint="Organisme certificateur et numéro, pour le bio par exemple : la cantine doit pouvoir les montrer."
          required={false}
          maxlength={LONGEST_CERTIFICATES}
          rows={2}
        />
        <div class="actions">
          <button class="fr-btn" type="submit">
            Vérifier mon relevé
          </button>
          {count < MOST_LINES ? (
            <button class="fr-btn fr-btn--secondary" type="submit" name={ADD_LINES} value="oui">
              {`Ajouter ${Math.min(MORE_LINES, MOST_LINES - count)} lignes`}
            </button>
          ) : null}
        </div>
      </form>
    </section>
  )
}
