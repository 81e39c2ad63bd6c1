// Help: which way in for what one has at hand, what to enter, and what becomes of it.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { measurePage } from '../guide/guide.ts'

const WAYS: readonly (readonly [have: string, does: string])[] = [
  [
    'des factures électroniques (Factur-X, UBL, CII)',
    'déposez-les, une par une ou toutes ensemble : chaque ligne devient un achat proposé. Votre cantine a aussi une adresse courriel où les faire envoyer.',
  ],
  [
    'un tableur',
    'importez-le : les colonnes sont reconnues, les erreurs se corrigent dans la page, et tout s’annule d’un geste.',
  ],
  ['quelques lignes à saisir ou à copier', 'ouvrez la saisie en tableau : on y tape, ou on y colle des cellules.'],
  ['des tickets ou des factures papier', 'ajoutez l’achat et joignez-lui la photo ou le PDF : seule votre équipe le voit.'],
  [
    'un seul gros fournisseur, ou un prestataire',
    'demandez-lui son relevé de l’année : il le remplit sans compte, vous acceptez ligne par ligne.',
  ],
  ['des achats qui reviennent', 'répétez-les chaque semaine ou chaque mois : ils attendent votre accord avant de compter.'],
]

export const HELP = '/aide/suivre-ses-achats'

export const HelpPage: FC = () => (
  <Article
    title="Suivre ses achats"
    lead="De vos factures aux parts que demande la loi, sans tout retaper. Choisissez selon ce que vous avez sous la main ; on peut tout mélanger."
  >
    <h2>Par où commencer</h2>
    <dl>
      {WAYS.map(([have, does]) => (
        <>
          <dt>
            <strong>{`Vous avez ${have}`}</strong>
          </dt>
          <dd class="fr-mb-2w">{does}</dd>
        </>
      ))}
    </dl>
    <p>
      Tout cela se trouve dans l’onglet « Achats » de chacune de <a href="/mes-cantines">vos cantines</a>.
    </p>

    <h2>Ce que nous devinons, ce que vous décidez</h2>
    <p>
      La famille et les labels sont proposés d’après le libellé (« STK HACHE VBF », « YRT BIO »), avec les mots qui nous y ont
      fait penser. Rien ne compte avant votre accord, et une correction est retenue pour ce fournisseur : la fois suivante, la
      proposition sera la vôtre. Un label ne compte que si votre fournisseur peut le prouver : en cas de doute, laissez la case
      vide et demandez-lui.
    </p>

    <h2>Quel montant saisir</h2>
    <ul>
      <li>Le prix hors taxe, remises déduites, à la date de la facture ou de la livraison.</li>
      <li>Les avoirs aussi : ils se retirent des achats de l’année.</li>
      <li>Ni la livraison, ni les consignes, ni les produits d’entretien : la loi ne regarde que ce qui se mange et se boit.</li>
    </ul>

    <h2>Ce qui compte dans les parts</h2>
    <p>
      Bio, labels de qualité, pêche durable, commerce équitable… : la liste est sur la page{' '}
      <a href={measurePage('appro').path}>{`« ${measurePage('appro').label} »`}</a>, et{' '}
      <a href="/est-ce-que-ca-compte">chaque label ou mention se vérifie ici</a>. Un achat compte une seule fois, même avec deux
      labels. Local, circuit court : cela se suit et se montre, sans entrer dans ces parts.
    </p>

    <h2>Ce que cela donne</h2>
    <p>
      La page « Où en sont mes parts » montre pour chaque objectif la part atteinte, l’écart en euros et ce que l’année pourrait
      donner au 31 décembre. Chaque montant mène aux achats qui le composent. Un achat sans famille compte dans le total seulement
      : il vous est signalé.
    </p>

    <h2>Qui voit vos achats</h2>
    <p>
      Votre équipe, et personne d’autre : ni vos fournisseurs, ni le public, ni les autres cantines. Ce que vous retirez peut être
      remis ; l’export redonne tout, dans un fichier qui se réimporte tel quel.
    </p>
    <p>
      Le lieu, l’heure et l’appareil que votre téléphone inscrit dans une photo sont effacés quand vous la joignez en JPEG. Une
      photo HEIC, PNG ou WebP est gardée telle quelle : réglez votre appareil photo sans la localisation, ou enregistrez-la en
      JPEG.
    </p>
  </Article>
)
