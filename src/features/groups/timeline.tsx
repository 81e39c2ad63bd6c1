// The kitchens of a satellite over a year, drawn and said.
import type { FC } from 'hono/jsx'
import { calendarYear, coveredWithin, dayNumber, uncoveredWithin } from '../../law/days.ts'
import type { DataYear } from '../../law/timeline.ts'
import { listWords } from '../canteens/canteens.ts'
import type { NamedPeriod } from './periods.sql.ts'
import { datesWords, quoted } from './words.ts'

const WIDTH = 360
const MONTHS = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D']

type Span = { readonly from: string; readonly to: string; readonly name: string | null; readonly rank: number | null }

/** The year as spans in order: each with its group, or with none. */
export function spansOf(year: DataYear, periods: readonly NamedPeriod[]): Span[] {
  const bounds = calendarYear(year)
  const groups = [...new Set(periods.map(({ groupId }) => groupId))]
  const spans = periods.flatMap((period) =>
    coveredWithin(bounds, [period]).map((part) => ({
      ...part,
      name: period.groupName,
      rank: groups.indexOf(period.groupId) + 1,
    })),
  )
  const gaps = uncoveredWithin(bounds, periods).map((part) => ({ ...part, name: null, rank: null }))
  return [...spans, ...gaps].sort((a, b) => (a.from < b.from ? -1 : 1))
}

const sentence = ({ from, to, name }: Span) =>
  `${name === null ? 'aucun groupe' : `groupe ${quoted(name)}`} ${datesWords({ from, to })}`

export const YearTimeline: FC<{ year: DataYear; periods: readonly NamedPeriod[] }> = ({ year, periods }) => {
  const spans = spansOf(year, periods)
  const first = dayNumber(calendarYear(year).from)
  const days = dayNumber(calendarYear(year).to) - first + 1
  const x = (day: number) => Math.round(((day - first) / days) * WIDTH * 10) / 10
  return (
    <>
      <svg
        class="year-timeline"
        viewBox={`-1 0 ${WIDTH + 2} 62`}
        role="img"
        aria-label={`En ${year} : ${listWords(spans.map(sentence))}.`}
      >
        {spans.map(({ from, to, rank }) => {
          const [start, end] = [x(dayNumber(from)), x(dayNumber(to) + 1)]
          return (
            <>
              <rect
                class={rank === null ? 'year-timeline__gap' : `year-timeline__span year-timeline__span--${(rank - 1) % 3}`}
                x={start}
                y="4"
                width={Math.round((end - start) * 10) / 10}
                height="30"
              />
              {rank === null ? null : (
                <text class="year-timeline__rank" x={(start + end) / 2} y="24">
                  {rank}
                </text>
              )}
            </>
          )
        })}
        {MONTHS.map((month, index) => (
          <text class="year-timeline__month" x={((index + 0.5) * WIDTH) / 12} y="54">
            {month}
          </text>
        ))}
      </svg>
      <ul class="plain-list year-spans">
        {spans.map(({ from, to, name, rank }) => (
          <li>
            {rank === null ? null : <strong>{`${rank}. `}</strong>}
            {name === null ? 'Dans aucun groupe' : quoted(name)} {datesWords({ from, to })}
          </li>
        ))}
      </ul>
    </>
  )
}
