// The drawing of a share and its target, written once for the pages of the server and for what the browser draws anew.
import { html, type Markup } from './markup.client.ts'

const WIDTH = 300
const HEIGHT = 34
/** Room for the mark of a target that stands at an end. */
const MARGIN = 5

export type GaugeProps = {
  /** Percentages, 0 to 100; null when unknown. */
  value: number | null
  target: number | null
  /** What the drawing shows, in words: its text alternative. */
  finding: string
  reached?: boolean
}

/** A horizontal gauge of a share of 100, with its target marked. */
export function gauge({ value, target, finding, reached = false }: GaugeProps): Markup {
  const x = (percent: number) => Math.round((Math.min(100, Math.max(0, percent)) / 100) * WIDTH * 10) / 10
  const bar = value === null ? null : html`<rect class="gauge__value" x="0" y="9" width="${x(value)}" height="16" rx="3"/>`
  const mark = target === null ? null : html`<path class="gauge__target" d="M${x(target)} 2v30M${x(target) - 4} 2h8l-4 6z"/>`
  return html`<svg class="gauge${reached ? ' gauge--reached' : ''}" viewBox="${-MARGIN} 0 ${WIDTH + 2 * MARGIN} ${HEIGHT}" role="img" aria-label="${finding}"><rect class="gauge__track" x="0" y="9" width="${WIDTH}" height="16" rx="3"/>${bar}${mark}</svg>`
}
