// What is done to keep the site light. Only what a test holds is claimed here.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'

export const Ecodesign: FC = () => (
  <Article title="Éco-conception" lead="Une page légère s’ouvre vite sur un vieux téléphone, et consomme peu.">
    <p>
      Nos pages sont faites de texte et de dessins légers. Pas de vidéo, pas de photo, pas de police à télécharger, rien qui bouge
      tout seul, aucun service extérieur. Le JavaScript est facultatif.
    </p>
    <p>
      À chaque version, un essai automatique ouvre chaque type de page dans un navigateur, pèse ce qui est transféré, compte les
      requêtes et les éléments, et refuse la version si l’un d’eux dépasse le budget fixé d’avance.
    </p>
    <p>
      Aucun audit selon le référentiel général d’écoconception de services numériques (RGESN 2024) n’a encore été mené. Une idée
      pour faire plus léger ? <a href="/contact">Écrivez-nous</a>.
    </p>
  </Article>
)
