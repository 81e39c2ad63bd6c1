// Bars lying one below the other, each in three parts: organic, otherwise sustainable and of quality, the rest; and what is still to come.
// Words and amounts are text of the page: they grow with it, whatever the width. What is drawn adds nothing that is not written.
import type { FC } from 'hono/jsx'
import { type Cents, formatEurosRounded, formatPercent } from '../../law/money.ts'
import type { Spending } from '../../law/spending.ts'
import { percentOf } from './months.ts'

export type Bar = Spending & { readonly name: string; readonly projected?: Cents }

const PATTERN = 'bar-quality'

/** A part of a bar, from and to in cents of the longest one. */
const Part: FC<{ kind: string; from: Cents; to: Cents; longest: Cents }> = ({ kind, from, to, longest }) => {
  const percent = (cents: Cents) => Math.round((Math.max(0, cents) / longest) * 10_000) / 100
  const width = percent(to) - percent(from)
  if (!(width > 0)) return null
  const fill = kind === 'quality' ? `url(#${PATTERN})` : undefined
  return (
    <rect
      class={`bar__${kind}`}
      x={`${percent(from)}%`}
      y="1"
      width={`${Math.round(width * 100) / 100}%`}
      height="18"
      fill={fill}
    />
  )
}

export const StackedBars: FC<{ bars: readonly Bar[] }> = ({ bars }) => {
  const longest = Math.max(1, ...bars.map(({ total, projected = 0 }) => total + projected))
  return (
    <ul class="fr-raw-list bars">
      {bars.map(({ name, total, organic, quality, projected = 0 }) => (
        <li>
          <span class="bars__name">{name}</span>
          <svg class="bar" height="20" aria-hidden="true">
            <Part kind="organic" from={0} to={organic} longest={longest} />
            <Part kind="quality" from={organic} to={quality} longest={longest} />
            <Part kind="rest" from={quality} to={total} longest={longest} />
            <Part kind="projected" from={total} to={total + projected} longest={longest} />
          </svg>
          <span class="bars__amount figure">
            {formatEurosRounded(total + projected)}
            {projected > 0 ? <span class="bars__coming">{total === 0 ? 'à venir' : 'avec l’à venir'}</span> : null}
            <span class="fr-sr-only">{spoken({ total, organic, quality })}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function spoken({ total, organic, quality }: Spending): string {
  const [share, bio] = [percentOf(quality, total), percentOf(organic, total)]
  return share === null || bio === null ? '' : `, dont ${formatPercent(share)} durable et de qualité, ${formatPercent(bio)} bio`
}

/** What each drawing means; it also holds the hatching that the bars are filled with. */
export const BarsLegend: FC<{ withProjection: boolean }> = ({ withProjection }) => (
  <ul class="fr-raw-list bars-legend">
    <li>
      <Swatch kind="organic" /> Bio
    </li>
    <li>
      <Swatch kind="quality" /> Autres durables et de qualité
    </li>
    <li>
      <Swatch kind="rest" /> Le reste
    </li>
    {withProjection ? (
      <li>
        <Swatch kind="projected" /> À venir, d’après notre projection
      </li>
    ) : null}
  </ul>
)

const Swatch: FC<{ kind: string }> = ({ kind }) => (
  <svg class="bar" width="28" height="20" aria-hidden="true">
    {kind === 'quality' ? (
      <defs>
        <pattern id={PATTERN} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="bar__ground" width="6" height="6" />
          <rect class="bar__hatch" width="3" height="6" />
        </pattern>
      </defs>
    ) : null}
    <rect class={`bar__${kind}`} x="1" y="1" width="26" height="18" fill={kind === 'quality' ? `url(#${PATTERN})` : undefined} />
  </svg>
)
