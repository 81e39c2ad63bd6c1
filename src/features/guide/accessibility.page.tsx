// The accessibility statement that the law asks for (RGAA 4.1.2): said plainly, non-conforming as long as no audit exists.
import type { FC } from 'hono/jsx'
import type { Config } from '../../platform/config.ts'
import { Article } from '../../platform/html/article.tsx'

export const Accessibility: FC<{ config: Config }> = ({ config }) => (
  <Article title="Déclaration d’accessibilité">
    <p>
      {config.publisher} s’engage à rendre ce site accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février
      2005. Cette déclaration, établie le 23 novembre 2026, s’applique à toutes les pages de ce site.
    </p>

    <h2>État de conformité : non conforme</h2>
    <p>
      Le site n’est <strong>pas conforme</strong> au référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2), pour une
      raison simple : aucun audit n’a encore été mené. La règle veut que l’on dise « non conforme » tant que cette preuve manque.
      Cela ne veut pas dire que le site vous sera fermé : voici ce qui est déjà vérifié, et ce qui ne l’est pas.
    </p>

    <h2>Ce que nous vérifions à chaque version</h2>
    <ul>
      <li>
        chaque type de page passe l’outil axe, sans aucune alerte, sur un écran étroit (320 pixels) et sur un écran large (1 280
        pixels) ;
      </li>
      <li>aucune page ne défile de côté à 320 pixels de large ;</li>
      <li>chaque page a un seul titre principal, des titres dans l’ordre, des champs étiquetés et un code HTML valide ;</li>
      <li>le test de positionnement se fait en entier au clavier ;</li>
      <li>tout fonctionne sans JavaScript.</li>
    </ul>

    <h2>Ce que nous n’avons pas encore vérifié</h2>
    <ul>
      <li>les critères du RGAA qui demandent un œil humain, un par un ;</li>
      <li>l’usage réel avec les lecteurs d’écran NVDA, JAWS et VoiceOver ;</li>
      <li>les documents d’autres sites vers lesquels mène le catalogue de ressources.</li>
    </ul>

    <h2>Technologies utilisées</h2>
    <p>HTML, CSS, SVG ; JavaScript seulement pour le confort.</p>

    <h2>Un obstacle ? Dites-le-nous</h2>
    <p>
      Si un contenu ou une action vous résiste, écrivez à{' '}
      <a href={`mailto:${config.contactEmail}?subject=${encodeURIComponent('Accessibilité')}`}>{config.contactEmail}</a> : nous
      vous donnerons l’information sous une autre forme, et nous corrigerons la page.
    </p>

    <h2>Voie de recours</h2>
    <p>
      Vous nous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et vous n’avez pas
      obtenu de réponse satisfaisante ? Vous pouvez :
    </p>
    <ul>
      <li>
        écrire un message au <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a> ;
      </li>
      <li>
        contacter{' '}
        <a href="https://www.defenseurdesdroits.fr/carte-des-delegues">le délégué du Défenseur des droits de votre région</a> ;
      </li>
      <li>envoyer un courrier, gratuitement et sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.</li>
    </ul>
  </Article>
)
