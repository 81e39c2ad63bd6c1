// The two halves of the library: documents and tools; texts of law.
import type { FC } from 'hono/jsx'

const halves = [
  { href: '/ressources', label: 'Guides, outils et contacts' },
  { href: '/ressources/textes', label: 'Textes de loi' },
]

export const Tabs: FC<{ here: string }> = ({ here }) => (
  <nav class="library-tabs no-print" aria-label="Ressources et textes">
    <ul>
      {halves.map(({ href, label }) => (
        <li>
          <a href={href} aria-current={href === here ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
