// Questions on a statement, as the page asks them: of the supplier before sending, of the canteen before accepting.
import type { FC } from 'hono/jsx'
import type { Question } from '../../law/consistency.ts'
import { Notice } from '../../platform/html/pieces.tsx'

export const Questions: FC<{ title: string; questions: readonly Question[]; children?: unknown }> = ({
  title,
  questions,
  children,
}) =>
  questions.length === 0 ? null : (
    <Notice title={title} kind="warning">
      <ul>
        {questions.map(({ message }) => (
          <li>{message}</li>
        ))}
      </ul>
      {children}
    </Notice>
  )
