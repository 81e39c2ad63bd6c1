// Every page of the site, grouped by what people come to do. The groups are handed in by whoever knows all the features.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import type { Link } from '../../platform/html/link.ts'

export type SiteMapGroup = { title: string; links: readonly Link[] }

export const SiteMap: FC<{ groups: readonly SiteMapGroup[] }> = ({ groups }) => (
  <Article title="Plan du site">
    {groups
      .filter(({ links }) => links.length > 0)
      .map(({ title, links }) => (
        <section>
          <h2 class="fr-h4">{title}</h2>
          <ul>
            {links.map(({ href, label, description }) => (
              <li>
                <a href={href}>{label}</a>
                {description ? ` – ${description.replace(/\.$/, '')}` : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
  </Article>
)
