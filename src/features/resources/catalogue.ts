// The catalogue, looked up: by id, by edition, by what a canteen needs.

import type { IsoDate } from '../../law/timeline.ts'
import { topics as allTopics, type Resource } from './resource.ts'
import { resources } from './resources.data.ts'

const french = new Intl.Collator('fr')

/** Every resource, by title: whatever order is asked, equals keep this one. */
export const catalogue: readonly Resource[] = [...resources].sort((a, b) => french.compare(a.title, b.title))

const byId = new Map(catalogue.map((resource) => [resource.id, resource]))
const newerEditions = new Map(
  catalogue.flatMap((resource) => (resource.replaces ? [[resource.replaces, resource] as const] : [])),
)

/** The resource of that id, or null. */
export const findResource = (id: string): Resource | null => byId.get(id) ?? null

/** The edition to read instead today, or null. */
export function newerEdition(resource: Resource): Resource | null {
  let newest: Resource | null = null
  for (let next = newerEditions.get(resource.id); next; next = newerEditions.get(next.id)) newest = next
  return newest
}

/** Every publisher, in French order. */
export const publishers: readonly string[] = [...new Set(catalogue.map(({ publisher }) => publisher))].sort(french.compare)

/** Has what it says stopped holding? */
export const isStale = ({ staleFrom }: Resource, today: IsoDate) => staleFrom !== undefined && staleFrom <= today

/** From 0 to 1: how much it is made for this value. What is made for all, or for everyone else, is not. */
export const madeFor = <Value extends string>(list: 'all' | readonly Value[], value: Value | null) =>
  value !== null && list !== 'all' && list.includes(value) ? 1 / list.length : 0

/** Does it concern this value? What is made for all does; no value asked is no condition. */
export const suits = <Value extends string>(list: 'all' | readonly Value[], value: Value | null) =>
  value === null || list === 'all' || list.includes(value)

const MANY_TOPICS = Math.ceil(allTopics.length / 2)

/** How good a first choice it is, whoever asks: higher is better. Good beginnings first, aged or very general documents last. */
export function merit(resource: Resource): number {
  let merit = 0
  if (resource.toStart) merit += 4
  if (resource.topics.length < MANY_TOPICS) merit += 1
  if (resource.caution) merit -= 1
  if (newerEditions.has(resource.id)) merit -= 2
  return merit
}
