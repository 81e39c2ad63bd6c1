// Days as the French write them. A day is `YYYY-MM-DD`, without hour nor zone.

const written = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const inParis = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })

/** « 31 mars 2027 », « 1er janvier 2027 ». */
export function frenchDay(day: string): string {
  return written.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ')
}

/** « 31/03/2027 », where there is little room. */
export const shortDay = (day: string): string => day.split('-').reverse().join('/')

/** The day it is in Paris, where deadlines end at midnight. */
export const dayInParis = (now: Date): string => inParis.format(now)
