// The door of the catalogue: what other features may ask it.
import type { MeasureId } from '../../law/obligations.ts'
import type { SectorCategory } from '../../law/sectors.ts'
import { catalogue, madeFor, merit, newerEdition, suits } from './catalogue.ts'
import type { Audience, Effort, Resource, Topic } from './resource.ts'
import { answersToSome, saysSomething } from './words.ts'

export { findResource } from './catalogue.ts'
export type { Audience, Effort, Kind, Resource, Topic } from './resource.ts'
export { searchResources, type Wanted } from './search.ts'

export type Gap = {
  readonly measure: Topic
  readonly sectorCategory?: SectorCategory | null
  /** Region code of the canteen. Without it, what is made for one territory is left out. */
  readonly region?: string | null
  /** Preferred, not required. */
  readonly audience?: Audience | null
  /** Preferred, not required. */
  readonly effort?: Effort | null
  /** What the action is about (« convention de dons »): what answers comes first, the rest after. */
  readonly words?: string
}

/**
 * The best resources for a gap, best first, `most` at most. Never one made for other sectors or territories, nor one that has an
 * end date or a newer edition.
 */
export function resourcesFor(gap: Gap, most: number): Resource[] {
  const { measure, sectorCategory = null, region = null, audience = null, effort = null, words = '' } = gap
  const answers = saysSomething(words) ? answersToSome(words) : null
  const best = Math.max(0, ...(answers?.values() ?? []))
  const usefulness = (resource: Resource) =>
    merit(resource) +
    (sectorCategory === null && resource.sectors !== 'all' ? -3 : 3 * madeFor(resource.sectors, sectorCategory)) +
    (resource.regions ? 4 : 0) +
    2 * madeFor(resource.audiences, audience) +
    (resource.effort === effort ? 1 : 0) +
    (best > 0 ? (8 * (answers?.get(resource.id) ?? 0)) / best : 0)
  return catalogue
    .filter(
      (resource) =>
        resource.topics.includes(measure) &&
        (sectorCategory === null || suits(resource.sectors, sectorCategory)) &&
        (resource.regions === undefined || (region !== null && resource.regions.includes(region))) &&
        resource.staleFrom === undefined &&
        newerEdition(resource) === null,
    )
    .map((resource) => ({ resource, off: answers?.has(resource.id) ? 0 : 1, usefulness: usefulness(resource) }))
    .sort((a, b) => a.off - b.off || b.usefulness - a.usefulness)
    .slice(0, most)
    .map(({ resource }) => resource)
}

/** Address of the catalogue ordered by what is missing, most wanted first. */
export const catalogueFor = (priorities: readonly MeasureId[]) =>
  priorities.length === 0 ? '/ressources' : `/ressources?priorites=${priorities.join(',')}`
