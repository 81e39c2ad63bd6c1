// One kind of file: bring it, or prepare it.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { ErrorSummary } from '../../platform/html/fields.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { columnsOf } from '../../platform/tables/columns.ts'
import { DEFAULT_LIMITS } from '../../platform/tables/limits.ts'
import type { AnyImportKind } from './kind.ts'
import { columnsAddress, HOME, kindAddress, schemaAddress } from './words.ts'

export const FIELD = 'fichier'
/** « 10 Mo ». */
const megabytes = (bytes: number) => `${bytes / 1_048_576} Mo`
const { fileBytes, textBytes } = DEFAULT_LIMITS

export const TOO_HEAVY = `Ce fichier est trop lourd : ${megabytes(fileBytes)} au plus pour un classeur, ${megabytes(textBytes)} pour un texte. Enregistrez-le au format CSV, ou coupez-le en plusieurs fichiers.`
export const TOO_MUCH_HELD =
  'Vos fichiers des 30 derniers jours pèsent trop lourd ensemble : retirez ceux qui attendent, ou déposez celui-ci plus tard.'

type Props = { kind: AnyImportKind; signedIn: boolean; errors: readonly FieldError[] }

export const KindPage: FC<Props> = ({ kind, signedIn, errors }) => (
  <Article title={kind.format.title} lead={kind.lead} trail={[HOME]}>
    <ErrorSummary errors={errors} />
    {signedIn ? (
      <Upload kind={kind} error={errors[0]?.message} />
    ) : (
      <p class="tone-soft">
        <a href={`/connexion?suite=${kindAddress(kind)}`}>Connectez-vous pour déposer votre fichier</a> : il sera à vous, et vous
        pourrez annuler son import.
      </p>
    )}
    <h2>Pas encore de fichier ?</h2>
    <ul>
      {kind.start ? (
        <li>
          <a href={kind.start.href}>{kind.start.label}</a>
        </li>
      ) : null}
      <li>
        <a href={`${kindAddress(kind)}/modele.xlsx`}>Télécharger le modèle (.xlsx)</a>, prêt à remplir
      </li>
      <li>
        <a href={columnsAddress(kind)}>Voir les {columnsOf(kind.format).length} colonnes</a> : ce que chacune attend, un exemple
      </li>
    </ul>
    <h2>Votre fichier n’a pas cette forme ?</h2>
    <p>
      Déposez-le quand même. L’ordre des colonnes, les majuscules, les accents, les espaces, les colonnes en plus, les lignes
      vides et les lignes de total ne gênent pas. Si un titre nous échappe, vous nous direz quelle colonne lui correspond.
    </p>
    <p>
      Pour un logiciel : <a href={schemaAddress(kind)}>schéma de ce format (Table Schema)</a>.
    </p>
  </Article>
)

const Upload: FC<{ kind: AnyImportKind; error: string | undefined }> = ({ kind, error }) => (
  <form
    method="post"
    action={kindAddress(kind)}
    enctype="multipart/form-data"
    data-upload={fileBytes}
    data-upload-text={textBytes}
  >
    <div class={`fr-upload-group${error ? ' fr-upload-group--error' : ''}`}>
      <label class="fr-label" for={FIELD}>
        Votre fichier
        <span class="fr-hint-text">
          Classeur .xlsx ou .ods ({megabytes(fileBytes)} au plus), ou texte .csv ou .tsv ({megabytes(textBytes)} au plus). Nous le
          vérifions d’abord : rien n’est écrit à cette étape.
        </span>
      </label>
      <input
        class="fr-upload"
        type="file"
        id={FIELD}
        name={FIELD}
        accept=".xlsx,.ods,.csv,.tsv,.txt"
        required
        aria-describedby={`${FIELD}-erreur`}
        aria-invalid={error ? 'true' : undefined}
      />
      <p class="fr-error-text" id={`${FIELD}-erreur`} role="alert" data-upload-message data-too-heavy={TOO_HEAVY} hidden={!error}>
        {error}
      </p>
    </div>
    <p class="actions">
      <button class="fr-btn" type="submit" data-words="Vérifier ce fichier">
        Vérifier ce fichier
      </button>
    </p>
  </form>
)
