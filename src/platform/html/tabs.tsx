// Pages that stand side by side: the one that is read is marked. Links, so that each has its address and works without script.
import type { FC } from 'hono/jsx'
import type { Link } from './link.ts'

/** `here` is the address of the page that is read, or of the one it is a part of (`isPart`). */
export const Tabs: FC<{ label: string; links: readonly Link[]; here: string; isPart?: boolean }> = ({
  label,
  links,
  here,
  isPart = false,
}) => (
  <nav class="tabs no-print" aria-label={label}>
    <ul>
      {links.map(({ href, label }) => (
        <li>
          <a href={href} aria-current={href !== here ? undefined : isPart ? 'true' : 'page'}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
