// What pages of accounts have in common: one column, easy to read, and forms that remember where one was going.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import type { Link } from '../../platform/html/link.ts'

export const ACCOUNT = { href: '/mon-compte', label: 'Mon compte' }

export const Column: FC<{ title: string; trail?: Link[]; children?: unknown }> = (props) => (
  <Article {...props} class="account-column" />
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
