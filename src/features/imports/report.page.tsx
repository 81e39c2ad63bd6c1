// What was found in a file, and the one thing to decide: put cells right, write, or leave it.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { Disclosure, Notice } from '../../platform/html/pieces.tsx'
import type { FileImport } from './import.sql.ts'
import type { AnyImportKind } from './kind.ts'
import { MappingForm, Recognised } from './mapping.tsx'
import type { KeptReport } from './report.ts'
import { counted, figure, fileAddress, HOME, kindAddress, theLines } from './words.ts'
import { WrongCells } from './wrong-cells.tsx'

type Props = { kind: AnyImportKind; file: FileImport; report: KeptReport }

export const reportTitle = (report: KeptReport): string => {
  if (report.sameAs) return 'Ce fichier a déjà été importé'
  if (report.unreadable)
    return report.mapping.length > 0 ? 'Quelle colonne est laquelle ?' : 'Nous n’avons pas pu lire ce fichier'
  if (report.rejected === 0) return 'Tout est juste'
  return `${counted(report.rejected, 'ligne')} à corriger`
}

export const ReportPage: FC<Props> = (props) => {
  const { kind, file, report } = props
  const Part = report.sameAs ? Same : report.unreadable ? Unread : report.rejected === 0 ? Ready : ToCorrect
  return (
    <Article title={reportTitle(report)} trail={[HOME, { href: kindAddress(kind), label: kind.format.title }]}>
      {file.failed ? (
        <Notice title="Nous n’avons pas pu terminer" kind="warning">
          <p>Une erreur est survenue de notre côté. Rien n’a été écrit : vous pouvez recommencer.</p>
        </Notice>
      ) : null}
      <p>
        Fichier : <strong>{file.fileName}</strong>
      </p>
      <Part {...props} />
      <h2>Renoncer à ce fichier</h2>
      <p>Rien n’en a été écrit. Le retirer l’efface de chez nous, et rien d’autre ne change.</p>
      <form method="post" action={`${fileAddress(kind, file.id)}/retirer`}>
        <button class="fr-btn fr-btn--tertiary" type="submit">
          Retirer ce fichier
        </button>
      </form>
    </Article>
  )
}

const Same: FC<Props> = ({ kind, report }) => (
  <>
    <p class="fr-text--lead">
      Les mêmes lignes ont été importées le {frenchDay(dayInParis(new Date(report.sameAs!.at)))} : rien ne sera écrit deux fois.
    </p>
    <p>
      Pour les écrire à nouveau, <a href={fileAddress(kind, report.sameAs!.id)}>annulez d’abord cet import</a>. Pour d’autres
      données, <a href={kindAddress(kind)}>déposez un autre fichier</a>.
    </p>
  </>
)

const Unread: FC<Props> = ({ kind, file, report }) => (
  <>
    <p class="fr-text--lead">{report.errors[0]?.message}</p>
    {report.mapping.length > 0 ? (
      <MappingForm
        kind={kind}
        mapping={report.mapping}
        action={`${fileAddress(kind, file.id)}/titres`}
        hasCorrections={file.corrections.length > 0}
      />
    ) : (
      <p>
        <a class="fr-btn" href={kindAddress(kind)}>
          Déposer un autre fichier
        </a>
      </p>
    )}
  </>
)

const Ready: FC<Props> = (props) => {
  const { kind, file, report } = props
  return (
    <>
      <p class="fr-text--lead">{counted(report.accepted, 'ligne prête', 'lignes prêtes')}. Rien n’est encore écrit.</p>
      <form method="post" action={`${fileAddress(kind, file.id)}/enregistrer`}>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Enregistrer {counted(report.accepted, 'ligne')}
          </button>
        </p>
      </form>
      <p>Vous pourrez annuler cet import pendant 30 jours.</p>
      <Understood {...props} />
    </>
  )
}

const ToCorrect: FC<Props> = (props) => {
  const { kind, file, report } = props
  const address = fileAddress(kind, file.id)
  const more = report.errorCount - report.errors.length
  return (
    <>
      <p class="fr-text--lead">
        {report.accepted === 0 ? 'Aucune ligne n’est encore prête.' : `${counted(report.accepted, 'ligne juste')}.`} Rien n’est
        encore écrit.
      </p>
      <Understood {...props} />
      <h2>Corriger ici</h2>
      <p>
        Changez ce qui ne va pas, puis vérifiez : votre fichier d’origine reste tel qu’il est. Une cellule laissée comme elle est
        reste à corriger.
      </p>
      {more > 0 ? (
        <Notice title={`Les ${figure(report.errors.length)} premières erreurs sur ${figure(report.errorCount)}`} kind="warning">
          <p>
            Les autres apparaîtront au fur et à mesure. S’il y en a trop, votre tableur ira plus vite : prenez le fichier des
            erreurs plus bas.
          </p>
        </Notice>
      ) : null}
      <form method="post" action={`${address}/corriger`} novalidate>
        <WrongCells kind={kind} report={report} />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Vérifier mes corrections
          </button>
        </p>
        {report.accepted > 0 ? (
          <>
            <h2>Ou garder seulement les lignes justes</h2>
            <p>
              Sans autre choix de votre part, rien n’est écrit tant que tout n’est pas juste. Vous pouvez aussi enregistrer{' '}
              {theLines(report.accepted)} dès maintenant, et laisser{' '}
              {report.rejected < 2 ? 'l’autre' : `les ${figure(report.rejected)} autres`} de côté.
            </p>
            <p class="actions">
              <button class="fr-btn fr-btn--secondary" type="submit" name="garder" value="oui">
                Garder {theLines(report.accepted)}
              </button>
            </p>
          </>
        ) : null}
      </form>
      <h2>Ou corriger dans votre tableur</h2>
      <p>
        Votre fichier, avec une colonne « erreurs » en plus. Une fois corrigé, déposez-le comme un nouveau fichier : cette colonne
        ne gêne pas.
      </p>
      <ErrorFiles address={address} />
    </>
  )
}

export const ErrorFiles: FC<{ address: string }> = ({ address }) => (
  <ul>
    <li>
      <a href={`${address}/erreurs.xlsx`}>Fichier des erreurs (.xlsx)</a>
    </li>
    <li>
      <a href={`${address}/erreurs.csv`}>Fichier des erreurs (.csv)</a>
    </li>
  </ul>
)

const Understood: FC<Props> = ({ kind, file, report }) => {
  const { aside, totals, blank } = report
  return (
    <Disclosure
      summary={`Ce que nous avons compris du fichier${aside.length > 0 ? ` (${counted(aside.length, 'colonne')} de côté)` : ''}`}
    >
      <p>
        Titres à la ligne {report.headerRow}
        {report.file?.sheet ? `, feuille « ${report.file.sheet} »` : ''}.
        {blank > 0 ? ` ${counted(blank, 'ligne vide')} sans importance.` : ''}
        {totals.length > 0
          ? ` ${counted(totals.length, 'ligne')} de total laissée${totals.length > 1 ? 's' : ''} de côté (${totals.slice(0, 10).join(', ')}${totals.length > 10 ? '…' : ''}).`
          : ''}
      </p>
      <Recognised mapping={report.mapping} aside={aside} />
      <p>
        <a href={`${fileAddress(kind, file.id)}/titres`}>Changer les colonnes</a>
      </p>
    </Disclosure>
  )
}

/** The check itself failed, through a fault of ours. */
export const UncheckedPage: FC<Omit<Props, 'report'>> = ({ kind, file }) => (
  <Article title="Nous n’avons pas pu vérifier ce fichier" trail={[HOME, { href: kindAddress(kind), label: kind.format.title }]}>
    <p class="fr-text--lead">
      Une erreur est survenue de notre côté en lisant <strong>{file.fileName}</strong>. Rien n’est écrit.
    </p>
    <form method="post" action={`${fileAddress(kind, file.id)}/corriger`}>
      <p class="actions">
        <button class="fr-btn" type="submit">
          Vérifier à nouveau
        </button>
      </p>
    </form>
  </Article>
)

export const TitlesPage: FC<Props> = ({ kind, file, report }) => (
  <Article
    title="Quelle colonne est laquelle ?"
    lead="Pour chaque colonne de votre fichier, ce que nous en avons compris. Changez ce qui ne va pas."
    trail={[
      HOME,
      { href: kindAddress(kind), label: kind.format.title },
      { href: fileAddress(kind, file.id), label: file.fileName },
    ]}
  >
    <MappingForm
      kind={kind}
      mapping={report.mapping}
      action={`${fileAddress(kind, file.id)}/titres`}
      hasCorrections={file.corrections.length + file.replacements.length > 0}
    />
  </Article>
)
