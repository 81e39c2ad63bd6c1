// The calendar as a file that phones and mailboxes subscribe to (iCalendar, RFC 5545).
import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator'
import type { Deadline } from '../../law/deadlines.ts'
import type { Zone } from '../../law/territories.ts'
import { legalText, reference } from '../../law/texts.ts'

const DAY = 86_400
/** All-day events start at midnight: a reminder « 7 days before » rings at nine in the morning of that day. */
const NINE = 9 * 3600
const WEEK_BEFORE = 7 * DAY - NINE
const MONTH_BEFORE = 30 * DAY - NINE

type Moment = { id: string; day: string; title: string; reminders: number[] }

/** A period would fill the calendar for months: its first and its last day are enough. */
function moments({ id, date, until, title, kind }: Deadline): Moment[] {
  if (until === undefined)
    return [{ id, day: date, title, reminders: kind === 'statutory' ? [WEEK_BEFORE, MONTH_BEFORE] : [WEEK_BEFORE] }]
  return [
    { id: `${id}-debut`, day: date, title: `${title} : premier jour`, reminders: [] },
    { id: `${id}-fin`, day: until, title: `${title} : dernier jour`, reminders: [WEEK_BEFORE] },
  ]
}

/**
 * The text of the calendar file. The same deadline keeps the same UID from one call to the next, so that a subscription updates
 * it; the zone is part of it, because the same step has other figures elsewhere.
 * @param page address of the calendar page, where each date is explained
 */
export function calendarFile(deadlines: readonly Deadline[], zone: Zone, page: string, now: Date): string {
  const calendar = ical({
    name: 'Échéances de ma cantine',
    description: 'Les dates de la loi EGalim pour votre cantine.',
    prodId: { company: 'ma cantine', product: 'calendrier', language: 'FR' },
    ttl: 7 * DAY,
    // Days have no hour: no zone definition is needed, only the hint that calendars read.
    x: { 'X-WR-TIMEZONE': 'Europe/Paris' },
  })
  for (const deadline of deadlines) {
    const { url } = legalText(deadline.source)
    const description = [deadline.text, `Source : ${reference(deadline.source)}${url ? ` – ${url}` : ''}`].join('\n\n')
    for (const { id, day, title, reminders } of moments(deadline)) {
      const event = calendar.createEvent({
        id: `${id}.${zone}@ma-cantine`,
        start: new Date(`${day}T00:00:00Z`),
        allDay: true,
        stamp: now,
        summary: title,
        description,
        url: page,
        transparency: ICalEventTransparency.TRANSPARENT,
      })
      for (const triggerBefore of reminders) event.createAlarm({ type: ICalAlarmType.display, triggerBefore, description: title })
    }
  }
  return calendar.toString()
}
