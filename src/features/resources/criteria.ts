// The state of the catalogue page, read from its address and written back into one.

import { sectorCategories } from '../../law/sectors.ts'
import type { FormValues } from '../../platform/http/forms.ts'
import { publishers } from './catalogue.ts'
import { audiences, efforts, kinds, labelOf, topics } from './resource.ts'
import type { Wanted } from './search.ts'

export const LONGEST_WORDS = 100

export type Criteria = Wanted & {
  /** From 1; beyond the last one, the last one is shown. */
  readonly page: number
}

const known = <Id extends string>(table: readonly { readonly id: Id }[], code: string): Id | null =>
  table.find(({ id }) => id === code)?.id ?? null

/** Reads the address. What it does not know counts as absent: an old link still shows the catalogue. */
export function readCriteria(query: FormValues): Criteria {
  const codes = query.get('priorites').split(',')
  return {
    words: query.get('q').slice(0, LONGEST_WORDS),
    topic: known(topics, query.get('mesure')),
    audience: known(audiences, query.get('public')),
    sector: known(sectorCategories, query.get('secteur')),
    kind: known(kinds, query.get('type')),
    effort: known(efforts, query.get('effort')),
    publisher: publishers.find((publisher) => publisher === query.get('editeur')) ?? null,
    priorities: [...new Set(codes.flatMap((code) => known(topics, code) ?? []))],
    page: Math.max(1, Math.floor(Number(query.get('page'))) || 1),
  }
}

/** The address of the catalogue in this state, at its results. */
export function addressOf({ words, topic, audience, sector, kind, effort, publisher, priorities, page }: Criteria): string {
  const pairs = {
    q: words,
    mesure: topic,
    public: audience,
    secteur: sector,
    type: kind,
    effort,
    editeur: publisher,
    priorites: priorities.join(','),
    page: page > 1 ? String(page) : '',
  }
  const query = new URLSearchParams(Object.entries(pairs).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  // A comma needs no escape in an address, and reads better without.
  return `/ressources${query.size > 0 ? `?${query.toString().replaceAll('%2C', ',')}` : ''}#resultats`
}

/** A condition in force, in words, and the state of the page without it. */
export type Condition = { readonly label: string; readonly without: Criteria }

/** Every condition in force, in the order of the form. */
export function conditionsOf(criteria: Criteria): Condition[] {
  const { words, topic, audience, sector, kind, effort, publisher } = criteria
  const found: Condition[] = []
  const add = (label: string, change: Partial<Criteria>) => found.push({ label, without: { ...criteria, page: 1, ...change } })
  if (words) add(`« ${words} »`, { words: '' })
  if (topic) add(labelOf(topics, topic), { topic: null })
  if (audience) add(labelOf(audiences, audience), { audience: null })
  if (sector) add(labelOf(sectorCategories, sector), { sector: null })
  if (kind) add(labelOf(kinds, kind), { kind: null })
  if (effort) add(`Effort : ${labelOf(efforts, effort).toLowerCase()}`, { effort: null })
  if (publisher) add(publisher, { publisher: null })
  return found
}
