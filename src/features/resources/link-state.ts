// What the last visit of a link lets us tell a reader, in words.
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import type { LinkCheck } from './checks.sql.ts'
import type { Resource } from './resource.ts'

const day = (date: Date) => frenchDay(dayInParis(date))

export type LinkState = { words: string; broken: boolean }

/** « Lien vérifié le 12 novembre 2026 », « Lien à vérifier », « Lien injoignable le … ». Null when there is nothing to tell. */
export function linkState({ url, toVerify }: Pick<Resource, 'url' | 'toVerify'>, check: LinkCheck | undefined): LinkState | null {
  const fine = (words: string) => ({ words, broken: false })
  if (check === undefined || check.url !== url) return toVerify ? fine('Lien à vérifier') : null
  const when = day(check.checkedAt)
  if (check.reachable) return fine(`Lien vérifié le ${when}`)
  // The site answers people and turns our program away: that says nothing of the document.
  if (check.problem === 'refused') return fine(`Lien à vérifier : le site n’a pas accepté notre contrôle automatique du ${when}`)
  const before = check.lastReachedAt ? `, en service le ${day(check.lastReachedAt)}` : ''
  return { words: `Lien injoignable le ${when}${before}`, broken: true }
}

/** The day of the most recent visit, or null when no link was ever visited. */
export function lastVisit(checks: ReadonlyMap<string, LinkCheck>): string | null {
  const last = Math.max(...[...checks.values()].map(({ checkedAt }) => checkedAt.getTime()))
  return checks.size === 0 ? null : day(new Date(last))
}
