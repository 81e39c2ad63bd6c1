import type { FC } from 'hono/jsx'
import { Notice } from '../../platform/html/pieces.tsx'
import { ACCOUNT, Column, Form } from './frame.tsx'

export const DataPage: FC<{ days: number; refusals: readonly string[] }> = ({ days, refusals }) => (
  <Column title="Mes données" trail={[ACCOUNT]}>
    <h2>Télécharger mes données</h2>
    <p>Un fichier avec tout ce que nous savons de vous, lisible par un tableur moderne ou un logiciel (format JSON).</p>
    <p class="actions">
      <a class="fr-btn fr-btn--secondary" href="/mon-compte/donnees.json" download>
        Télécharger mes données
      </a>
    </p>
    <h2>Supprimer mon compte</h2>
    {refusals.length > 0 ? (
      <Notice title="Encore une chose avant de partir" kind="warning">
        <ul>
          {refusals.map((why) => (
            <li>{why}</li>
          ))}
        </ul>
      </Notice>
    ) : (
      <>
        <p>
          Vous serez déconnecté·e de tous vos appareils. Pendant {days} jours, il suffit de vous reconnecter pour tout retrouver ;
          ensuite, votre compte est effacé pour de bon.
        </p>
        <Form action="/mon-compte/supprimer" button="Supprimer mon compte" secondary />
      </>
    )}
  </Column>
)

export const GoodbyePage: FC<{ day: string }> = ({ day }) => (
  <Column title="Votre compte va être supprimé">
    <p class="fr-text--lead">
      Il le sera le {day}. D’ici là, il suffit de <a href="/connexion">vous reconnecter</a> pour le garder.
    </p>
    <p>Un courriel vous le rappelle. Merci d’être passé·e par ici.</p>
  </Column>
)
