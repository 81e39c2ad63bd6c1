// Which file to import, and the files one brought.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FileImport } from './import.sql.ts'
import type { AnyImportKind } from './kind.ts'
import { columnsAddress, fileAddress, HOME, kindAddress, STATES, schemaAddress, schemaName } from './words.ts'

type Props = {
  kinds: readonly AnyImportKind[]
  /** Null for a visitor. */
  files: readonly FileImport[] | null
  removed: boolean
}

export const ImportsPage: FC<Props> = ({ kinds, files, removed }) => (
  <Article
    title={HOME.label}
    lead="Vos données sont déjà dans un tableur ? Déposez le fichier tel qu’il est : nous montrons ce que nous avons compris, vous corrigez ici ce qui doit l’être, et rien n’est écrit avant votre accord."
  >
    {removed ? (
      <Notice title="Fichier retiré" kind="success">
        <p>Rien n’en a été écrit, et nous n’en gardons pas de copie.</p>
      </Notice>
    ) : null}
    <h2>Que voulez-vous importer ?</h2>
    {kinds.length === 0 ? <p>Il n’y a encore rien à importer.</p> : null}
    <ul class="plain-list">
      {kinds.map((kind) => (
        <li class="import-choice">
          <h3 class="fr-h5">
            <a href={kindAddress(kind)}>{kind.format.title}</a>
          </h3>
          <p>{kind.lead}</p>
          <p>
            <a href={`${kindAddress(kind)}/modele.xlsx`}>Modèle à remplir (.xlsx)</a>
            {' · '}
            <a href={columnsAddress(kind)}>Ses colonnes, une par une</a>
          </p>
        </li>
      ))}
    </ul>
    <h2>Vos fichiers</h2>
    {files === null ? (
      <p>
        <a href={`/connexion?suite=${HOME.href}`}>Connectez-vous</a> pour déposer un fichier et retrouver ceux que vous avez
        importés.
      </p>
    ) : (
      <Files files={files} kinds={kinds} />
    )}
    {kinds.length > 0 ? (
      <>
        <h2>Pour les logiciels</h2>
        <p>Chaque format a son schéma public, au format Table Schema :</p>
        <ul>
          {kinds.map((kind) => (
            <li>
              {kind.format.title} : <a href={schemaAddress(kind)}>{schemaName(kind)}.json</a>
            </li>
          ))}
        </ul>
      </>
    ) : null}
  </Article>
)

const Files: FC<{ files: readonly FileImport[]; kinds: readonly AnyImportKind[] }> = ({ files, kinds }) => {
  if (files.length === 0) return <p>Vous n’avez encore déposé aucun fichier.</p>
  return (
    <ul class="plain-list">
      {files.map((file) => {
        const kind = kinds.find(({ format }) => format.kind === file.kind)
        return (
          <li class="import-choice">
            <p class="fr-mb-1v">{kind ? <a href={fileAddress(kind, file.id)}>{file.fileName}</a> : file.fileName}</p>
            <p class="fr-mb-0">
              <StateBadge file={file} /> {kind ? `${kind.format.title}, d` : 'D'}éposé le {frenchDay(dayInParis(file.receivedAt))}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

export const StateBadge: FC<{ file: Pick<FileImport, 'state'> }> = ({ file }) => {
  const { words, badge } = STATES[file.state]
  return <span class={`fr-badge fr-badge--sm fr-badge--no-icon${badge === 'none' ? '' : ` fr-badge--${badge}`}`}>{words}</span>
}
