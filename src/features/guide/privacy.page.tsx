// What we keep, why, for how long, who sees it, and how to have it erased.
import type { FC } from 'hono/jsx'
import type { Config } from '../../platform/config.ts'
import { Article } from '../../platform/html/article.tsx'

export const Privacy: FC<{ config: Config }> = ({ config }) => (
  <Article
    title="Données personnelles"
    lead="Notre politique de confidentialité tient en une phrase : nous ne gardons que ce que vous nous confiez, pour ce que vous demandez."
  >
    <h2>Ce que nous ne faisons pas</h2>
    <p>
      Pas de traceur, pas de mesure d’audience, aucun service extérieur appelé par nos pages. Sans compte, aucun cookie ; avec un
      compte, un seul, qui dit que vous êtes connecté·e, et qui disparaît quand vous vous déconnectez. C’est pourquoi aucun
      bandeau ne vous demande d’accepter quoi que ce soit.
    </p>

    <h2>Qui voit quoi</h2>
    <div class="fr-table fr-table--no-caption">
      <table class="stacked">
        <caption>Ce que vous confiez au site, et ce que nous en faisons</caption>
        <thead>
          <tr>
            <th scope="col">Ce que vous faites</th>
            <th scope="col">Qui le voit</th>
            <th scope="col">Durée de conservation</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Faire le point</th>
            <td data-label="Qui le voit">Vous, et toute personne à qui vous donnez l’adresse de vos réponses.</td>
            <td data-label="Durée de conservation">
              13 mois après votre dernière modification, ou jusqu’à ce que vous les effaciez.
            </td>
          </tr>
          <tr>
            <th scope="row">Utiliser la calculette</th>
            <td data-label="Qui le voit">Vous, et qui se sert du même appareil.</td>
            <td data-label="Durée de conservation">
              Le site ne garde rien. Votre navigateur garde votre saisie sur votre appareil, jusqu’à ce que vous l’effaciez.
            </td>
          </tr>
          <tr>
            <th scope="row">Chercher une mention, une ressource ou une date, interroger l’API</th>
            <td data-label="Qui le voit">Vous.</td>
            <td data-label="Durée de conservation">Rien n’est gardé par le site.</td>
          </tr>
          <tr>
            <th scope="row">Ouvrir un compte</th>
            <td data-label="Qui le voit">Vous ; vos noms et votre téléphone, votre équipe.</td>
            <td data-label="Durée de conservation">
              Jusqu’à ce que vous le supprimiez : il est alors effacé sept jours plus tard. Une demande jamais confirmée, sept
              jours.
            </td>
          </tr>
          <tr>
            <th scope="row">Importer un fichier</th>
            <td data-label="Qui le voit">Vous seul·e ; ce que vous enregistrez, votre équipe.</td>
            <td data-label="Durée de conservation">
              Le fichier, 30 jours, ou jusqu’à ce que vous le retiriez. La trace de l’import (date, nom du fichier, nombre de
              lignes), aussi longtemps que votre compte.
            </td>
          </tr>
          <tr>
            <th scope="row">Remplir le relevé annuel qu’une cantine vous demande</th>
            <td data-label="Qui le voit">L’équipe de cette cantine : vos lignes, votre nom, votre fonction, votre adresse.</td>
            <td data-label="Durée de conservation">
              Un relevé envoyé, aussi longtemps que la cantine : il justifie sa déclaration. Une demande sans réponse, deux mois
              après la fin du lien.
            </td>
          </tr>
          <tr>
            <th scope="row">Nous écrire</th>
            <td data-label="Qui le voit">Les personnes qui répondent aux messages.</td>
            <td data-label="Durée de conservation">Le temps de vous répondre, un an au plus.</td>
          </tr>
        </tbody>
      </table>
    </div>

    <h2>Vos réponses au test</h2>
    <p>
      <strong>Finalité.</strong> Vous permettre de revenir en arrière, de reprendre plus tard, de montrer le résultat autour de
      vous. Nous n’en tirons ni classement, ni contrôle, ni fichier, et nous ne les transmettons à personne.
    </p>
    <p>
      <strong>Ce qui est gardé.</strong> Les réponses elles-mêmes : la commune, le secteur, les nombres de repas, les montants et
      les pratiques que vous indiquez. Ni nom, ni adresse électronique. Elles sont rangées sous un code tiré au hasard, que
      personne ne peut deviner et dont nous ne gardons que l’empreinte : si vous perdez l’adresse, nous ne pourrons pas retrouver
      vos réponses.
    </p>
    <p>
      <strong>Base légale.</strong> Votre choix de les garder (article 6.1.a du RGPD). Vous revenez sur ce choix quand vous voulez
      : un bouton du test efface tout, aussitôt. Vous pouvez aussi télécharger vos réponses dans un fichier et ne rien nous
      laisser.
    </p>

    <h2>Votre compte</h2>
    <p>
      <strong>Ce qui est gardé.</strong> Vos noms, votre adresse électronique, et, si vous les donnez, votre téléphone, votre
      fonction, où vous en êtes avec la loi et comment vous nous avez connus. Ces trois derniers servent à choisir nos
      explications et à savoir à qui le site sert. Un mot de passe n’est jamais gardé tel quel : seule son empreinte l’est. Pour
      chaque session, l’appareil et le moment, jamais le lieu. Si vous entrez avec ProConnect, l’identifiant que ce service vous
      donne.
    </p>
    <p>
      <strong>La trace des changements.</strong> Connexions et changements de sécurité sont notés pour que vous puissiez les
      relire. Ces notes ne peuvent être ni changées ni retirées. Après l’effacement du compte, cette trace ne porte plus qu’un
      numéro, qui ne mène à personne.
    </p>
    <p>
      <strong>Contre les abus.</strong> Le nombre d’essais de connexion est compté un jour au plus, sous une empreinte qui ne
      permet pas de retrouver l’adresse.
    </p>
    <p>
      <strong>Base légale.</strong> Le service que vous demandez (article 6.1.b du RGPD). Tout se télécharge et se supprime depuis
      la page « Mon compte ».
    </p>

    <h2>Les journaux techniques</h2>
    <p>
      Pour réparer ce qui casse, le site note le moment d’un envoi, la page concernée et la référence de l’erreur. Il n’y écrit ni
      votre adresse IP, ni vos réponses, ni l’adresse qui y mène.
    </p>

    <h2>Sous-traitants</h2>
    <p>
      Aucun sous-traitant ne reçoit vos données, en dehors de l’hébergeur nommé dans les{' '}
      <a href="/mentions-legales">mentions légales</a>, qui fait fonctionner les machines.
    </p>

    <h2>Vos droits</h2>
    <p>
      Accès, rectification, effacement, limitation, opposition, portabilité : écrivez à {config.publisher}, responsable du
      traitement, à l’adresse{' '}
      <a href={`mailto:${config.contactEmail}?subject=${encodeURIComponent('Mes données personnelles')}`}>
        {config.contactEmail}
      </a>
      . Si notre réponse ne vous convient pas, vous pouvez{' '}
      <a href="https://www.cnil.fr/fr/plaintes">adresser une plainte à la CNIL</a>.
    </p>
  </Article>
)
