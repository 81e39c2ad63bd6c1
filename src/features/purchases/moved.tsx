// What an invoice or a statement changed once confirmed: the shares of its year, before and after, and what is still missing.
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
  const gap =
    after.gapCents === null
      ? ''
      : after.gapCents === 0
        ? ' Objectif atteint.'
        : ` Il reste ${formatEurosRounded(after.gapCents)} à déplacer.`
  return `${name} : de ${share(before)} à ${share(after)} (de ${euros(before)} à ${euros(after)}).${gap}`
}
