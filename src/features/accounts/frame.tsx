// What pages of accounts have in common: one column, easy to read, and forms that remember where one was going.
import type { FC } from 'hono/jsx'
import { Breadcrumb } from '../../platform/html/pieces.tsx'

export const ACCOUNT = { href: '/mon-compte', label: 'Mon compte' }

export const Column: FC<{ title: string; trail?: { href: string; label: string }[]; children?: unknown }> = ({
  title,
  trail = [],
  children,
}) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb trail={trail} here={title} />
    <div class="fr-grid-row">
      <div class="fr-col-12 fr-col-md-8 account-column">
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  </div>
)

/** A form with one button. `suite` is where one goes afterwards. */
export const Form: FC<{ action: string; button: string; secondary?: boolean; suite?: string; children?: unknown }> = ({
  action,
  button,
  secondary,
  suite,
  children,
}) => (
  <form method="post" action={action} novalidate>
    {suite === undefined ? null : <input type="hidden" name="suite" value={suite} />}
    {children}
    <p class="actions">
      <button class={`fr-btn${secondary ? ' fr-btn--secondary' : ''}`} type="submit">
        {button}
      </button>
    </p>
  </form>
)
