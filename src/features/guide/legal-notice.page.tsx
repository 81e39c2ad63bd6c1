// Who publishes this site, who hosts it, and under which licences it builds on the work of others.
import type { FC } from 'hono/jsx'
import type { Config } from '../../platform/config.ts'
import { Article } from '../../platform/html/article.tsx'

const OPEN_LICENCE = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/'

export const LegalNotice: FC<{ config: Config }> = ({ config }) => (
  <Article title="Mentions légales">
    <h2>Éditeur</h2>
    <p>
      Ce site est édité par {config.publisher}. Pour nous écrire :{' '}
      <a href={`mailto:${config.contactEmail}`}>{config.contactEmail}</a>.
    </p>
    <h2>Directeur ou directrice de la publication</h2>
    <p>{config.publicationDirector}</p>
    <h2>Hébergeur</h2>
    <p>{config.hosting}</p>
    <h2>Ce que valent les informations de ce site</h2>
    <p>
      Elles vous aident à comprendre la loi et à agir. Chaque règle affichée renvoie à son texte ; une référence que personne n’a
      encore relue dans le texte officiel porte la mention « à vérifier ». Seuls les textes publiés au Journal officiel font foi.
    </p>
    <h2>Licences</h2>
    <ul>
      <li>Le code de ce site est libre : licence MIT.</li>
      <li>
        La mise en page s’appuie sur le système de design de l’État (DSFR, version 1.14), sous licence MIT. La police de
        caractères et les marques de l’État n’en font pas partie : elles sont réservées aux sites de l’État.
      </li>
      <li>
        La liste des communes vient de l’Insee et d’Etalab, les textes de loi de la Direction de l’information légale et
        administrative, les données des campagnes de déclaration du ministère chargé de l’Agriculture : toutes sont sous{' '}
        <a href={OPEN_LICENCE}>Licence Ouverte 2.0</a>.
      </li>
      <li>
        Les chiffres nationaux sont tirés des rapports annuels du Gouvernement au Parlement. Nous donnons toujours l’année et
        l’échantillon.
      </li>
      <li>Les ressources du catalogue appartiennent à leurs auteurs : nous donnons un résumé et un lien.</li>
    </ul>
    <h2>Vous avez trouvé une faille de sécurité ?</h2>
    <p>
      Merci de nous prévenir avant d’en parler. L’adresse à utiliser est dans le fichier{' '}
      <a href="/.well-known/security.txt">security.txt</a>.
    </p>
  </Article>
)
