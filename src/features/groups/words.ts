// Periods and what happens to them, in French.
import type { Stay } from '../../law/days.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import type { GroupPeriod } from './period.ts'

/** « du 1er janvier 2025 au 31 août 2025 », « depuis le 1er janvier 2025 », « à partir du 1er janvier 2027 ». */
export function stayWords({ from, to }: Stay, today: IsoDate): string {
  if (to !== null) return from === to ? `le ${frenchDay(from)}` : `du ${frenchDay(from)} au ${frenchDay(to)}`
  return `${from <= today ? 'depuis le' : 'à partir du'} ${frenchDay(from)}`
}

/** The same without a day to stand on: for what is read later. */
export const datesWords = ({ from, to }: Stay): string =>
  to === null ? `à partir du ${frenchDay(from)}` : `du ${frenchDay(from)} au ${frenchDay(to)}`

export const quoted = (name: string) => `« ${name} »`

/** What stands in the way of a new period, and what to do. */
export const overlapWords = (satelliteName: string, groupName: string, period: Stay, today: IsoDate): string =>
  `${quoted(satelliteName)} est dans le groupe ${quoted(groupName)} ${stayWords(period, today)}${
    period.to === null ? ', sans date de fin' : ''
  } : un restaurant n’est que dans un groupe à la fois.`

/** What a change does to a satellite, as the end of a sentence that starts with its name. */
export function changeWords(
  before: readonly GroupPeriod[],
  after: readonly GroupPeriod[],
  nameOf: (groupId: number) => string,
): string {
  const key = ({ groupId, from, to }: GroupPeriod) => `${groupId} ${from} ${to}`
  const without = (periods: readonly GroupPeriod[], others: readonly GroupPeriod[]) =>
    periods.filter((period) => !others.some((other) => key(other) === key(period)))
  const out = without(before, after)
  const into = without(after, before)
  const parts: string[] = []
  for (const groupId of new Set([...out, ...into].map((period) => period.groupId))) {
    const [gone, come] = [out, into].map((periods) => periods.filter((period) => period.groupId === groupId)) as [
      GroupPeriod[],
      GroupPeriod[],
    ]
    const group = quoted(nameOf(groupId))
    if (gone.length === 1 && come.length === 1 && gone[0]!.from === come[0]!.from && gone[0]!.to === null)
      parts.push(`quitte le groupe ${group} après le ${frenchDay(come[0]!.to!)}`)
    else if (gone.length > 0 && come.length > 0)
      parts.push(
        `est dans le groupe ${group} ${come.map(datesWords).join(' et ')}, et non plus ${gone.map(datesWords).join(' et ')}`,
      )
    else if (come.length > 0) parts.push(`rejoint le groupe ${group} ${come.map(datesWords).join(' et ')}`)
    else parts.push(`n’est plus dans le groupe ${group} ${gone.map(datesWords).join(' et ')}`)
  }
  return parts.join(' et ')
}
