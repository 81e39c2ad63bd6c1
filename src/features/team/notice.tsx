// What has just been done on the page of a team, with the way to undo it where there is one.
import type { FC } from 'hono/jsx'
import { Notice } from '../../platform/html/pieces.tsx'

export type TeamNoticeProps = {
  title: string
  text?: string
  kind?: 'success' | 'warning'
  /** Where the form of the undo button is sent, and what the button says. */
  undo?: { action: string; label: string }
}

export const TeamNotice: FC<TeamNoticeProps> = ({ title, text, kind = 'success', undo }) => (
  <Notice title={title} kind={kind}>
    {text ? <p>{text}</p> : null}
    {undo ? (
      <form method="post" action={undo.action}>
        <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
          {undo.label}
        </button>
      </form>
    ) : null}
  </Notice>
)
