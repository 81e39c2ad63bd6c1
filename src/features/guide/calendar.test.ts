import { expect, test } from 'vitest'
import { testSite } from '../../../tools/testing/platform.ts'
import { formValues } from '../../platform/http/forms.ts'
import { calendarFor, isNextCampaignKnown, nextDeclaredYear } from './calendar.ts'
import { readProfile } from './profile.ts'

/** The events of a calendar file, lines unfolded: name → value of each property. */
function events(file: string) {
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n')
  const found: Record<string, string>[] = []
  const open: string[] = []
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:;]+)[^:]*:(.*)$/.exec(line) ?? []
    if (name === 'BEGIN') open.push(value)
    if (name === 'BEGIN' && value === 'VEVENT') found.push({})
    if (open.at(-1) === 'VEVENT') found.at(-1)![name] = value
    if (open.at(-1) === 'VALARM' && name === 'TRIGGER')
      found.at(-1)!.TRIGGERS = [found.at(-1)!.TRIGGERS, value].filter(Boolean).join(' ')
    if (name === 'END') expect(open.pop()).toBe(value)
  }
  expect(open).toEqual([])
  return found
}

test('the file holds whole days, with stable names, reminders and sources', async () => {
  const site = await testSite()
  const get = async (query = '') => {
    const answer = await site.get(`/calendrier.ics${query}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    return answer.text()
  }
  const file = await get()
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  const first = events(file)
  const declaration = first.find(({ UID }) => UID?.startsWith('declaration-2026.'))!
  expect(declaration).toMatchObject({ DTSTART: '20270331', TRIGGERS: '-P6DT15H -P29DT15H' })
  expect(declaration.DESCRIPTION).toContain('Source : ')
  expect(file).toContain('DTSTART;VALUE=DATE:20270331')
  const campaign = first.filter(({ UID }) => UID?.startsWith('campagne-2025-'))
  expect(campaign.map(({ DTSTART }) => DTSTART)).toEqual(['20260112', '20260415'])

  site.platform.setNow(new Date('2026-11-30T09:00:00Z'))
  const second = events(await get())
  expect(second.map(({ UID }) => UID)).toEqual(first.map(({ UID }) => UID))
  expect(new Set(first.map(({ UID }) => UID)).size).toBe(first.length)

  const overseas = events(await get('?territoire=Mayotte'))
  expect(overseas.map(({ DTSTART }) => DTSTART)).toEqual(expect.arrayContaining(['20300101', '20350101']))
  expect((await site.get('/calendrier.ics?territoire=Zzzz')).status).toBe(422)
})

test('the page says what is behind, what comes, and how to subscribe with the same profile', async () => {
  const site = await testSite({ PUBLIC_URL: 'https://cantines.example' })
  const html = await (await site.get('/calendrier?territoire=Mayotte&secteur=social_creche')).text()
  expect(html).toContain('href="webcal://cantines.example/calendrier.ics?territoire=Mayotte&amp;secteur=social_creche"')
  expect(html).toContain('ne sont pas encore')
  expect(html.indexOf('Déclarer les achats de 2026')).toBeLessThan(html.indexOf('Dates passées'))
  expect(html.indexOf('Déclarer les achats de 2025')).toBeGreaterThan(html.indexOf('Dates passées'))
})

test('a date leaves the coming ones on the day after, and yearly duties do not repeat for ten years', () => {
  const { facts } = readProfile(formValues([]), '2027-03-31')
  const ids = (day: string) => {
    const { past, coming, later } = calendarFor(facts, day)
    return { past: past.map(({ id }) => id), coming: coming.map(({ id }) => id), later: later.map(({ id }) => id) }
  }
  expect(ids('2027-03-31').coming).toContain('declaration-2026')
  expect(ids('2027-04-01').past).toContain('declaration-2026')
  expect(ids('2026-11-23').later).toEqual(['contenants-plastique-2028'])
  expect(nextDeclaredYear('2027-03-31')).toBe(2026)
  expect(nextDeclaredYear('2027-04-01')).toBe(2027)
  expect(isNextCampaignKnown('2026-02-01')).toBe(true)
  expect(isNextCampaignKnown('2026-11-23')).toBe(false)
})
