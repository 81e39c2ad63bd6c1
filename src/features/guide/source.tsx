// A text of law, named and linked; « à vérifier » when nobody has re-read it yet.
import type { FC } from 'hono/jsx'
import { legalText, reference, type TextId } from '../../law/texts.ts'

export const Source: FC<{ text: TextId }> = ({ text }) => {
  const { url } = legalText(text)
  return url ? <a href={url}>{reference(text)}</a> : <span>{reference(text)}</span>
}
