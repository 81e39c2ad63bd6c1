// Work under way on a file: how far it is. Without script, a link tells more.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import type { FileImport } from './import.sql.ts'
import type { AnyImportKind } from './kind.ts'
import { fileAddress, HOME, kindAddress, progressWords, STATES } from './words.ts'

const LEADS: Record<string, string> = {
  checking: 'Nous lisons chaque ligne. Rien n’est écrit pendant ce temps.',
  applying: 'Tout s’écrit d’un seul coup, à la fin : s’il arrive quoi que ce soit avant, rien n’est écrit et nous reprenons.',
  undoing: 'Tout revient d’un seul coup, à la fin.',
}

export const ProgressPage: FC<{ kind: AnyImportKind; file: FileImport }> = ({ kind, file }) => {
  const total = file.state === 'applying' && file.report ? file.report.accepted + file.report.rejected : null
  const address = fileAddress(kind, file.id)
  return (
    <Article
      title={STATES[file.state].words}
      lead={LEADS[file.state] ?? ''}
      trail={[HOME, { href: kindAddress(kind), label: kind.format.title }]}
    >
      <div data-progress={`${address}/avancement`} data-state={file.state}>
        <p>
          Fichier : <strong>{file.fileName}</strong>
        </p>
        <p>
          {total === null ? (
            <progress aria-label="Avancement"></progress>
          ) : (
            <progress aria-label="Avancement" max={total} value={Math.min(file.rowsDone, total)}></progress>
          )}
        </p>
        <p role="status" data-progress-words>
          {progressWords(file)}
        </p>
      </div>
      <p>
        <a href={address}>Actualiser</a>
      </p>
      <p>
        Vous pouvez fermer cette page : le travail continue, et vous le retrouverez dans <a href={HOME.href}>vos fichiers</a>.
      </p>
    </Article>
  )
}
