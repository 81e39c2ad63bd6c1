// What an invoice or a statement changed once confirmed: the shares of its year, before and after, and what was and is still missing.
import type { FC } from 'hono/jsx'
import type { TargetFigure } from '../../law/figures.ts'
import { formatEurosRounded, formatPercent } from '../../law/money.ts'
import type { Verdict } from '../../law/verdict.ts'
import { Notice } from '../../platform/html/pieces.tsx'

type Props = { canteenId: number; year: number; count: number; before: Verdict; after: Verdict }

export const Moved: FC<Props> = ({ canteenId, year, count, before, after }) => (
  <Notice
    title={`${count} achat${count > 1 ? 's' : ''} enregistré${count > 1 ? 's' : ''} : vos parts de ${year} ont bougé`}
    kind="success"
  >
    <ul>
      <li>{sentence('Bio', before.shares.organic, after.shares.organic)}</li>
      <li>{sentence('Durable et de qualité', before.shares.quality, after.shares.quality)}</li>
    </ul>
    <p>
      <a href={`/cantines/${canteenId}/achats/bilan?annee=${year}`}>{`Voir le détail de ${year}`}</a>
    </p>
  </Notice>
)

function sentence(name: string, before: TargetFigure, after: TargetFigure): string {
  const share = ({ percent }: TargetFigure) => (percent === null ? 'rien' : formatPercent(Number(percent)))
  const euros = ({ part }: TargetFigure) => formatEurosRounded(part.atLeast)
  return `${name} : de ${share(before)} à ${share(after)} (de ${euros(before)} à ${euros(after)}). ${gapSentence(before, after)}`.trimEnd()
}

/** « Il restait 219 € à déplacer, il en reste 120 €. » A gap that was unknown, or stays the same, is said once. */
function gapSentence({ gapCents: before }: TargetFigure, { gapCents: after }: TargetFigure): string {
  if (after === null) return ''
  if (after === 0) return before === null || before === 0 ? 'Objectif atteint.' : 'L’objectif est atteint, bravo !'
  const left = formatEurosRounded(after)
  return before === null || before === 0 || formatEurosRounded(before) === left
    ? `Il reste ${left} à déplacer.`
    : `Il restait ${formatEurosRounded(before)} à déplacer, il reste ${left}.`
}
