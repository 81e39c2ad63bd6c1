// What happened to a canteen, latest first, readable by its whole team.
import type { FC } from 'hono/jsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import type { Canteen } from './canteen.sql.ts'
import { CanteenFrame } from './frame.tsx'
import type { JournalLine } from './journal.ts'

type Props = {
  canteen: Canteen
  lines: readonly JournalLine[]
  /** Entries whose chain holds, and the first that does not. */
  chain: { readonly sound: number; readonly brokenAt: number | null }
  /** Number of the entry below which older ones go on; null at the end. */
  older: number | null
  isFirst: boolean
}

const timeInParis = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' })

export const JournalPage: FC<Props> = ({ canteen, lines, chain, older, isFirst }) => (
  <CanteenFrame canteen={canteen} tab="journal">
    <p class="fr-text--lead">
      Tout ce qui a changé, par qui et quand. Toute l’équipe peut le lire, personne ne peut le réécrire.
    </p>
    {chain.brokenAt === null ? null : (
      <Notice title="Ce journal a été altéré" kind="warning">
        <p>
          {`L’entrée nº ${chain.brokenAt} ne suit plus la précédente. `}
          <a href="/contact">Prévenez-nous</a>.
        </p>
      </Notice>
    )}
    <div class="fr-table fr-table--no-caption">
      <table class="stacked">
        <caption>Journal de la cantine</caption>
        <thead>
          <tr>
            <th scope="col">Quand</th>
            <th scope="col">Qui</th>
            <th scope="col">Quoi</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ at, who, words }) => (
            <tr>
              <td>{`${frenchDay(dayInParis(at))} à ${timeInParis.format(at)}`}</td>
              <td data-label="Par">{who}</td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p class="actions">
      {isFirst ? null : <a href={`/cantines/${canteen.id}/journal`}>Revenir au plus récent</a>}
      {older === null ? null : <a href={`/cantines/${canteen.id}/journal?avant=${older}`}>Plus ancien</a>}
    </p>
    {chain.brokenAt === null ? (
      <p class="fr-text--sm">
        {`Chaîne vérifiée : chaque entrée porte l’empreinte de la précédente, et les ${chain.sound} se suivent.`}
      </p>
    ) : null}
  </CanteenFrame>
)
