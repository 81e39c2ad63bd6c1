// What the catalogue page lists: the resources that meet every condition, best first.
import type { SectorCategory } from '../../law/sectors.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { catalogue, isStale, madeFor, merit, suits } from './catalogue.ts'
import type { Audience, Effort, Kind, Resource, Topic } from './resource.ts'
import { answersTo, saysSomething } from './words.ts'

/** Conditions; null or an empty text is no condition. */
export type Wanted = {
  readonly words: string
  readonly topic: Topic | null
  readonly audience: Audience | null
  readonly sector: SectorCategory | null
  readonly kind: Kind | null
  readonly effort: Effort | null
  readonly publisher: string | null
  /** What is missing most comes first: orders the answers, hides none. */
  readonly priorities: readonly Topic[]
}

export const anything: Wanted = {
  words: '',
  topic: null,
  audience: null,
  sector: null,
  kind: null,
  effort: null,
  publisher: null,
  priorities: [],
}

const meets = (resource: Resource, wanted: Wanted) =>
  suits(resource.topics, wanted.topic) &&
  suits(resource.audiences, wanted.audience) &&
  suits(resource.sectors, wanted.sector) &&
  (wanted.kind === null || resource.kind === wanted.kind) &&
  (wanted.effort === null || resource.effort === wanted.effort) &&
  (wanted.publisher === null || resource.publisher === wanted.publisher)

/** How much a good first choice counts beside the words that were typed. */
const MERIT_IN_WORDS = 0.1

/** Place among the priorities: the first one that it serves; after all of them when it serves none. */
function place({ topics }: Resource, priorities: readonly Topic[]): number {
  const first = priorities.findIndex((topic) => topics.includes(topic))
  return first < 0 ? priorities.length : first
}

/**
 * The resources that meet every condition: what no longer holds comes last; then by priorities, then by how well they answer
 * the words (without words: made for this sector or audience, good to begin with), then by title.
 */
export function searchResources(conditions: Partial<Wanted>, today: IsoDate): Resource[] {
  const wanted = { ...anything, ...conditions }
  const answers = saysSomething(wanted.words) ? answersTo(wanted.words) : null
  const relevance = (resource: Resource) => {
    const asked = 2 * madeFor(resource.sectors, wanted.sector) + madeFor(resource.audiences, wanted.audience)
    const answer = answers?.get(resource.id)
    return answer === undefined ? merit(resource) + asked : answer * (1 + MERIT_IN_WORDS * (merit(resource) + asked))
  }
  return catalogue
    .filter((resource) => meets(resource, wanted) && (answers?.has(resource.id) ?? true))
    .map((resource) => ({
      resource,
      stale: isStale(resource, today) ? 1 : 0,
      place: place(resource, wanted.priorities),
      relevance: relevance(resource),
    }))
    .sort((a, b) => a.stale - b.stale || a.place - b.place || b.relevance - a.relevance)
    .map(({ resource }) => resource)
}
