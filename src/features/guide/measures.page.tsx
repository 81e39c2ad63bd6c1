// The five measures at a glance.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { measurePages } from './guide.ts'

export const Measures: FC = () => (
  <Article
    title="Les cinq mesures"
    lead="La loi EGalim de 2018, complétée en 2020 et 2021, demande cinq choses aux restaurants collectifs. Voici chacune d’elles en clair, avec ses dates et ses textes."
  >
    {measurePages.map(({ path, label, promise, why }) => (
      <section>
        <h2>
          <a href={path}>{label}</a>
        </h2>
        <p>
          <strong>{promise}</strong> {why}
        </p>
      </section>
    ))}
    <h2>Et tout le reste</h2>
    <p>
      La déclaration annuelle des achats, la qualité nutritionnelle, l’origine des viandes…{' '}
      <a href="/mesures/toutes-les-obligations">Voir toutes les obligations</a>, et les trier selon votre cantine.
    </p>
  </Article>
)
