// What happened to a canteen, or to its purchases, latest first, readable by its whole team.
import type { FC } from 'hono/jsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import type { Canteen } from './canteen.sql.ts'
import { CanteenFrame } from './frame.tsx'
import type { Journal } from './journal.ts'

type Props = Journal & {
  /** What it is the trail of. */
  caption: string
  /** Where it stands. */
  address: string
}

const timeInParis = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' })

export const JournalPage: FC<{ canteen: Canteen; journal: Journal }> = ({ canteen, journal }) => (
  <CanteenFrame canteen={canteen} tab="journal">
    <JournalTable {...journal} caption="Journal de la cantine" address={`/cantines/${canteen.id}/journal`} />
    <p class="no-print">
      {'Les achats ont leur propre journal : '}
      <a href={`/cantines/${canteen.id}/achats/journal`}>qui a ajouté, modifié, retiré quoi</a>.
    </p>
  </CanteenFrame>
)

/** A trail as a table, its chain verified. */
export const JournalTable: FC<Props> = ({ lines, chain, older, isFirst, caption, address }) => (
  <>
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
        <caption>{caption}</caption>
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
      {isFirst ? null : <a href={address}>Revenir au plus récent</a>}
      {older === null ? null : <a href={`${address}?avant=${older}`}>Plus ancien</a>}
    </p>
    {chain.brokenAt === null ? (
      <p class="fr-text--sm">
        {`Chaîne vérifiée : chaque entrée porte l’empreinte de la précédente, et les ${chain.sound} se suivent.`}
      </p>
    ) : null}
  </>
)
