// How what happens between groups and satellites reads in the trail of both.
import { trailWords } from '../canteens/canteens.ts'
import type { GroupPeriod } from './period.ts'
import { changeWords, datesWords, quoted } from './words.ts'

type Names = Readonly<Record<string, string>>
const named = (names: unknown, id: unknown) => (names as Names | undefined)?.[String(id)] ?? `n° ${id}`

const STEPS: Readonly<Record<string, string>> = {
  asked: 'Demande de rattachement envoyée',
  declined: 'Demande de rattachement refusée',
  withdrawn: 'Demande de rattachement retirée',
  expired: 'Demande de rattachement restée sans réponse',
  confirmed: 'Rattachement confirmé',
}

Object.assign(trailWords, {
  'group-periods': ({ satelliteId, before, after, names }) =>
    `${quoted(named(names, satelliteId))} ${changeWords(before as GroupPeriod[], after as GroupPeriod[], (id) => named(names, id))}`,
  'group-request': ({ step, satelliteId, groupId, from, to, names }) =>
    `${STEPS[String(step)] ?? 'Demande de rattachement'} : ${quoted(named(names, satelliteId))} dans le groupe ${quoted(named(names, groupId))} ${datesWords({ from: String(from), to: to as string | null })}`,
} satisfies typeof trailWords)
