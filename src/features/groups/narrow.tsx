// One column of a width that reads well, in pages that are wider.
import type { FC } from 'hono/jsx'

export const Narrow: FC<{ children?: unknown }> = ({ children }) => (
  <div class="fr-grid-row">
    <div class="fr-col-12 fr-col-md-8">{children}</div>
  </div>
)
