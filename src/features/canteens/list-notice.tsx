// What has just been done, on top of my canteens, with a way to take it back.
import type { FC } from 'hono/jsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { Platform } from '../../platform/http/context.ts'
import type { FormValues } from '../../platform/http/forms.ts'
import { idOf } from './access.ts'
import { findBatch } from './bulk.sql.ts'
import { findCanteen } from './canteen.sql.ts'
import { findRole } from './members.sql.ts'
import { countWords } from './words.ts'

/** The notice that the address asks for, when what it tells is still true; null otherwise. */
export async function noticeFor({ database, now }: Platform, personId: string, query: FormValues) {
  if (query.has('bienvenue')) return <Said title="Bienvenue !">Votre adresse est confirmée et votre compte est ouvert.</Said>
  if (query.has('aucune'))
    return (
      <Said title="Aucune cantine cochée" kind="info">
        Cochez celles que vous voulez changer, puis continuez.
      </Said>
    )
  if (query.has('trop-tard'))
    return (
      <Said title="Rien à annuler" kind="info">
        C’est déjà fait, ou c’était il y a plus d’une semaine.
      </Said>
    )
  if (query.has('remises')) return undoneNotice(Number(query.get('remises')) || 0, Number(query.get('gardees')) || 0)
  const batch = await findBatch(database, personId, idOf(query.get('lot')) ?? 0, now())
  if (batch)
    return (
      <Undoable
        title={`${countWords(batch.count)} ${batch.kind === 'archive' ? 'archivée' : 'changée'}${batch.count > 1 ? 's' : ''}`}
        action="/mes-cantines/annuler"
        words="Tout remettre comme avant"
        batch={batch.id}
      />
    )
  const id = idOf(query.get('archivee'))
  const canteen = id === null ? null : await findCanteen(database, id)
  if (!canteen?.archivedAt || (await findRole(database, canteen.id, personId)) !== 'administrator') return null
  return (
    <Undoable
      title={`« ${canteen.name} » est archivée`}
      action={`/cantines/${canteen.id}/restaurer`}
      words="Annuler l’archivage"
    />
  )
}

const undoneNotice = (back: number, kept: number) => (
  <Said
    title={
      back === 0 ? 'Rien n’a été remis' : back === 1 ? '1 cantine remise comme avant' : `${countWords(back)} remises comme avant`
    }
  >
    {kept === 0
      ? 'Le journal de chacune garde la trace des deux changements.'
      : `${countWords(kept)} changée${kept > 1 ? 's' : ''} depuis : nous n’y avons pas touché.`}
  </Said>
)

const Said: FC<{ title: string; kind?: 'info' | 'success'; children?: unknown }> = ({ title, kind = 'success', children }) => (
  <Notice title={title} kind={kind}>
    <p>{children}</p>
  </Notice>
)

const Undoable: FC<{ title: string; action: string; words: string; batch?: number }> = ({ title, action, words, batch }) => (
  <Notice title={title} kind="success">
    <form method="post" action={action}>
      {batch === undefined ? null : <input type="hidden" name="lot" value={String(batch)} />}
      <p>
        Rien n’est effacé.{' '}
        <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
          {words}
        </button>
      </p>
    </form>
  </Notice>
)
