// What an import did, and the way back.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import type { Link } from '../../platform/html/link.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FileImport, Outcome } from './import.sql.ts'
import type { AnyImportKind } from './kind.ts'
import { ErrorFiles } from './report.page.tsx'
import { counted, fileAddress, HOME, kindAddress } from './words.ts'

type Props = { kind: AnyImportKind; file: FileImport; outcome: Outcome }

const trail = (kind: AnyImportKind) => [HOME, { href: kindAddress(kind), label: kind.format.title }]
const dayOf = ({ settledAt }: FileImport) => (settledAt ? frenchDay(dayInParis(settledAt)) : '')

export const outcomeTitle = ({ created, changed }: Outcome) =>
  created + changed === 0 ? 'Rien n’a changé' : `${counted(created + changed, 'ligne enregistrée')}`

export const AppliedPage: FC<Props> = ({ kind, file, outcome }) => {
  const address = fileAddress(kind, file.id)
  return (
    <Article title={outcomeTitle(outcome)} trail={trail(kind)}>
      {file.failed ? (
        <Notice title="Nous n’avons pas pu annuler cet import" kind="warning">
          <p>Une erreur est survenue de notre côté. Rien n’a changé : vous pouvez recommencer.</p>
        </Notice>
      ) : null}
      <p class="fr-text--lead">
        Fichier <strong>{file.fileName}</strong>, importé le {dayOf(file)}.
      </p>
      <ul>
        {outcome.created > 0 ? <li>{counted(outcome.created, 'création')}</li> : null}
        {outcome.changed > 0 ? <li>{counted(outcome.changed, 'modification')}</li> : null}
        {outcome.unchanged > 0 ? <li>{counted(outcome.unchanged, 'ligne déjà à jour', 'lignes déjà à jour')}</li> : null}
        {outcome.rejected > 0 ? <li>{counted(outcome.rejected, 'ligne laissée de côté', 'lignes laissées de côté')}</li> : null}
      </ul>
      <Next links={outcome.next ?? [kind.next]} />
      {outcome.rejected > 0 && file.held ? (
        <>
          <h2>Les lignes laissées de côté</h2>
          <p>Les voici, avec ce qui est à corriger. Une fois corrigées, déposez ce fichier : il ne contient qu’elles.</p>
          <ErrorFiles address={address} />
        </>
      ) : null}
      {file.held ? (
        <>
          <h2>Annuler cet import</h2>
          <p>Tout revient comme avant. Ce qui a été modifié depuis est gardé, et nous vous dirons combien.</p>
          <form method="post" action={`${address}/annuler`}>
            <button class="fr-btn fr-btn--secondary" type="submit">
              Annuler cet import
            </button>
          </form>
        </>
      ) : (
        <p>Le contenu du fichier a été effacé, 30 jours après son dépôt.</p>
      )}
    </Article>
  )
}

/** A place or two are one gesture away; more are a list. */
const Next: FC<{ links: readonly Link[] }> = ({ links: [first, second, ...others] }) => {
  if (!first) return null
  if (others.length > 0)
    return (
      <ul>
        {[first, second!, ...others].map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    )
  return (
    <p class="actions">
      <a class="fr-btn" href={first.href}>
        {first.label}
      </a>
      {second ? <a href={second.href}>{second.label}</a> : null}
    </p>
  )
}

export const UndonePage: FC<Props> = ({ kind, file, outcome: { undone = 0, kept = 0 } }) => (
  <Article title="Import annulé" trail={trail(kind)}>
    <p class="fr-text--lead">
      Fichier <strong>{file.fileName}</strong>, annulé le {dayOf(file)}.
    </p>
    <ul>
      <li>{counted(undone, 'ligne')} comme avant l’import</li>
      {kept > 0 ? (
        <li>
          {counted(kept, 'ligne gardée', 'lignes gardées')}, car modifiée{kept > 1 ? 's' : ''} depuis l’import
        </li>
      ) : null}
    </ul>
    <p class="actions">
      <a class="fr-btn" href={kindAddress(kind)}>
        Déposer un autre fichier
      </a>
      <a href={kind.next.href}>{kind.next.label}</a>
    </p>
  </Article>
)

/** A file of which nothing was written before it was erased. */
export const ErasedPage: FC<{ kind: AnyImportKind; file: FileImport }> = ({ kind, file }) => (
  <Article title="Ce fichier a été effacé" trail={trail(kind)}>
    <p class="fr-text--lead">
      <strong>{file.fileName}</strong> n’a pas été importé, et son contenu a été effacé 30 jours après son dépôt.
    </p>
    <p class="actions">
      <a class="fr-btn" href={kindAddress(kind)}>
        Déposer un fichier
      </a>
    </p>
  </Article>
)
