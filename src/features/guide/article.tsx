// The frame of a page that is read from top to bottom: where it stands, its title, one column of text.
import type { FC } from 'hono/jsx'
import type { Link } from '../../platform/html/link.ts'
import { Breadcrumb } from '../../platform/html/pieces.tsx'

export const Article: FC<{ title: string; lead?: string; trail?: Link[]; children?: unknown }> = ({
  title,
  lead,
  trail = [],
  children,
}) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb trail={trail} here={title} />
    <div class="fr-grid-row">
      <div class="fr-col-12 fr-col-md-8 reading">
        <h1>{title}</h1>
        {lead ? <p class="fr-text--lead">{lead}</p> : null}
        {children}
      </div>
    </div>
  </div>
)
