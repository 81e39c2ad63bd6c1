// What has just been done, with the way to take it back.
import type { FC } from 'hono/jsx'
import { Notice } from '../../platform/html/pieces.tsx'
import { REQUEST_DAYS } from './requests.sql.ts'

export type Said = {
  readonly title: string
  readonly text?: string
  readonly kind?: 'success' | 'warning' | 'info'
  /** The deed that can still be undone. */
  readonly deed?: string | undefined
}

export const SaidNotice: FC<{ said: Said; base: string }> = ({ said: { title, text, kind = 'success', deed }, base }) => (
  <Notice title={title} kind={kind}>
    {text ? <p>{text}</p> : null}
    {deed ? (
      <form method="post" action={`${base}/annuler`}>
        <input type="hidden" name="geste" value={deed} />
        <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
          Annuler
        </button>
      </form>
    ) : null}
  </Notice>
)

const FIXED: Readonly<Record<string, Said>> = {
  dates: { title: 'Ces dates sont enregistrées', text: 'La répartition des achats les suit. L’autre équipe reçoit un courriel.' },
  retire: { title: 'Cette période est retirée', text: 'L’autre équipe reçoit un courriel.' },
  change: {
    title: 'Le changement de cuisine est enregistré',
    text: 'La répartition des achats le suit. Les équipes des groupes reçoivent un courriel.',
  },
  demande: {
    title: 'Votre demande est envoyée',
    text: 'Rien ne change pour le moment : ces dates prendront effet quand l’autre équipe aura accepté. Elle reçoit un courriel.',
  },
  inchange: { title: 'Rien à changer', text: 'Tout était déjà ainsi.', kind: 'info' },
  accepter: { title: 'La demande est acceptée', text: 'L’autre équipe reçoit un courriel.' },
  refuser: { title: 'La demande est refusée', text: 'Rien ne change. L’autre équipe reçoit un courriel.' },
  retirer: { title: 'Votre demande est retirée' },
  confirmer: { title: 'Le rattachement est confirmé' },
  defaire: { title: 'Le rattachement est défait', text: 'L’équipe du groupe reçoit un courriel.' },
  crees: {
    title: 'Les restaurants sont créés et rattachés',
    text: 'Vous les administrez : invitez maintenant leurs équipes, depuis leurs fiches.',
  },
  perime: { title: 'Ces dates ont changé entre-temps', text: 'Relisez-les, puis recommencez.', kind: 'warning' },
  annule: { title: 'C’est annulé', text: 'Tout est revenu comme avant.' },
}

/** What the address says has just been done; null when it says nothing that we know. */
export function saidOf(query: (name: string) => string | undefined): Said | null {
  const kind = query('fait') ?? ''
  if (kind !== 'rattaches') return FIXED[kind] ?? null
  const count = (name: string) => Math.min(1000, Math.floor(Number(query(name))) || 0)
  return linkWords(count('rattaches'), count('demandes'), count('libres'))
}

/** `unclaimed` are among the linked ones. */
function linkWords(linked: number, asked: number, unclaimed: number): Said {
  const requests = asked === 1 ? 'Une demande est envoyée' : `${asked} demandes sont envoyées`
  const text: string[] = []
  if (unclaimed > 0) {
    const which =
      linked === 1
        ? 'Personne ne le gère'
        : unclaimed === 1
          ? 'Personne ne gère l’un d’eux'
          : `Personne ne gère ${unclaimed} d’entre eux`
    text.push(`${which} encore : l’équipe de ma cantine est prévenue, et qui le revendiquera pourra défaire ce rattachement.`)
  }
  if (asked > 0 && linked > 0) text.push(`${requests}.`)
  if (asked > 0) text.push(`Les équipes ont ${REQUEST_DAYS} jours pour répondre ; rien ne change sans leur accord.`)
  if (linked > 0)
    return { title: linked === 1 ? 'Un restaurant est rattaché' : `${linked} restaurants sont rattachés`, text: text.join(' ') }
  return asked > 0 ? { title: requests, text: text.join(' ') } : FIXED.inchange!
}
