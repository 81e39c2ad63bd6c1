// How to write to us: a reason, a subject already filled in, what helps us answer. No form, so nothing to keep.
import type { FC } from 'hono/jsx'
import type { Config } from '../../platform/config.ts'
import { Article } from '../../platform/html/article.tsx'

const reasons: { title: string; subject: string; include: string }[] = [
  {
    title: 'Une question sur la loi',
    subject: 'Question sur la loi',
    include: 'Le type de restaurant, la commune, l’année des achats, et la page qui vous laisse un doute.',
  },
  {
    title: 'Un chiffre ou un texte qui vous semble faux',
    subject: 'Erreur à corriger',
    include: 'L’adresse de la page, ce que vous y lisez, ce que vous attendiez, et le texte sur lequel vous vous appuyez.',
  },
  {
    title: 'Une page qui ne marche pas',
    subject: 'Problème sur le site',
    include: 'L’adresse de la page, ce que vous faisiez, et la référence affichée avec le message d’erreur s’il y en a une.',
  },
  {
    title: 'Une ressource à proposer, un lien mort',
    subject: 'Ressource',
    include: 'Le lien, en une phrase ce qu’on y trouve, et à qui cela sert.',
  },
  {
    title: 'Une difficulté d’accès',
    subject: 'Accessibilité',
    include: 'La page, votre appareil, et le logiciel d’assistance que vous utilisez.',
  },
  {
    title: 'Vos données personnelles',
    subject: 'Mes données personnelles',
    include: 'Votre demande, sans l’adresse de vos réponses : qui la détient peut les lire.',
  },
]

export const Contact: FC<{ config: Config }> = ({ config }) => (
  <Article
    title="Contact"
    lead="Une question, une erreur, une idée ? Écrivez-nous. Une personne vous répond, en général sous cinq jours ouvrés."
  >
    <p>
      Choisissez un motif : votre messagerie s’ouvre avec le bon objet. Vous pouvez aussi écrire directement à{' '}
      <a href={`mailto:${config.contactEmail}`}>{config.contactEmail}</a>.
    </p>
    {reasons.map(({ title, subject, include }) => (
      <section>
        <h2 class="fr-h5">{title}</h2>
        <p>
          <strong>À indiquer.</strong> {include}
        </p>
        <p>
          <a class="fr-link" href={`mailto:${config.contactEmail}?subject=${encodeURIComponent(`[ma cantine] ${subject}`)}`}>
            Nous écrire : {subject.toLowerCase()}
          </a>
        </p>
      </section>
    ))}
    <h2 class="fr-h5">Ce que nous ne faisons pas</h2>
    <p>
      Nous ne contrôlons personne et ne pouvons pas trancher un litige. Pour une décision, adressez-vous à la direction régionale
      de l’alimentation, de l’agriculture et de la forêt (DRAAF), ou à la DAAF en outre-mer.
    </p>
  </Article>
)
