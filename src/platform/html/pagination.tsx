// The pages of a long list: the first, the last, and those around the one that is read.
import type { FC } from 'hono/jsx'

export const Pagination: FC<{ page: number; pages: number; href(page: number): string }> = ({ page, pages, href }) => {
  if (pages < 2) return null
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - page) <= 1,
  )
  return (
    <nav class="fr-pagination no-print" aria-label="Pages de résultats">
      <ul class="fr-pagination__list">
        {page > 1 ? <Step href={href(page - 1)} kind="prev" label="Page précédente" /> : null}
        {shown.map((one, index) => (
          <>
            {index > 0 && one - shown[index - 1]! > 1 ? (
              <li>
                <span class="fr-pagination__link">…</span>
              </li>
            ) : null}
            <li>
              <a
                class="fr-pagination__link"
                href={one === page ? undefined : href(one)}
                aria-current={one === page ? 'page' : undefined}
              >
                <span class="fr-sr-only">Page </span>
                {one}
              </a>
            </li>
          </>
        ))}
        {page < pages ? <Step href={href(page + 1)} kind="next" label="Page suivante" /> : null}
      </ul>
    </nav>
  )
}

const Step: FC<{ href: string; kind: 'prev' | 'next'; label: string }> = ({ href, kind, label }) => (
  <li>
    <a class={`fr-pagination__link fr-pagination__link--${kind}`} href={href}>
      {label}
    </a>
  </li>
)
