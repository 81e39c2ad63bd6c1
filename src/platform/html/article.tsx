// The frame of a page that is read from top to bottom: where it stands, its title, one column of text.
import type { FC } from 'hono/jsx'
import type { Link } from './link.ts'
import { Breadcrumb } from './pieces.tsx'

export const Article: FC<{ title: string; lead?: string; trail?: Link[]; class?: string; children?: unknown }> = ({
  title,
  lead,
  trail = [],
  class: name = 'reading',
  children,
}) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb trail={trail} here={title} />
    <div class="fr-grid-row">
      <div class={`fr-col-12 fr-col-md-8 ${name}`}>
        <h1>{title}</h1>
        {lead ? <p class="fr-text--lead">{lead}</p> : null}
        {children}
      </div>
    </div>
  </div>
)
