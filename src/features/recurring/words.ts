// Purchases that come back, in French words.
import type { IsoDate } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import type { Rhythm } from './schedule.ts'

export const addressOf = (canteenId: number, path = '') => `/cantines/${canteenId}/achats/recurrents${path}`

export const rhythmChoices: readonly { value: Rhythm; label: string }[] = [
  { value: 'week', label: 'Chaque semaine' },
  { value: 'month', label: 'Chaque mois' },
]

const weekday = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'UTC' })
export const weekdayOf = (day: IsoDate) => weekday.format(new Date(`${day}T00:00:00Z`))

/** « chaque lundi », « le 31 de chaque mois ». */
export const rhythmWords = ({ every, startsOn }: { every: Rhythm; startsOn: IsoDate }) => {
  if (every === 'week') return `chaque ${weekdayOf(startsOn)}`
  const day = Number(startsOn.slice(8))
  return `le ${day === 1 ? '1er' : day} de chaque mois`
}

/** « lundi 30 novembre 2026 ». */
export const fullDay = (day: IsoDate) => `${weekdayOf(day)} ${frenchDay(day)}`

/** « 1 achat récurrent », « 3 achats récurrents ». */
export const countWords = (count: number) => `${count} achat${count > 1 ? 's' : ''} récurrent${count > 1 ? 's' : ''}`
