// One resource in the catalogue: what it is, for whom, where the link leads and whether it still did at the last visit.
import type { FC } from 'hono/jsx'
import { regions } from '../../law/territories.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { isStale, newerEdition } from './catalogue.ts'
import type { LinkCheck } from './checks.sql.ts'
import { linkState } from './link-state.ts'
import {
  audiences,
  costLabels,
  efforts,
  formatLabels,
  kinds,
  labelOf,
  publicationDate,
  type Resource,
  topics,
} from './resource.ts'

type Props = { resource: Resource; check: LinkCheck | undefined; today: IsoDate }

export const Card: FC<Props> = ({ resource, check, today }) => {
  const { title, summary, url, format, caution, staleFrom } = resource
  const newer = newerEdition(resource)
  const state = linkState(resource, check)
  return (
    <li class="resource keep-together" id={resource.id}>
      <h3 class="fr-h6 fr-mb-1v">
        <a href={url} rel="external noopener">
          {title}
          <span class="resource__where">{` (${formatLabels[format]}, ${new URL(url).host})`}</span>
        </a>
      </h3>
      <p class="fr-mb-1w">{summary}</p>
      {staleFrom && isStale(resource, today) ? (
        <p class="resource__caution">
          <strong>N’est plus à jour</strong> depuis le {frenchDay(staleFrom)}.
        </p>
      ) : null}
      {caution ? (
        <p class="resource__caution">
          <strong>À savoir :</strong> {caution}
        </p>
      ) : null}
      {newer ? (
        <p class="resource__caution">
          <strong>Plus récent :</strong> <a href={newer.url}>{newer.title}</a>
        </p>
      ) : null}
      <Topics resource={resource} />
      <p class="resource__facts">
        {facts(resource).map((fact) => (
          <span>{fact}</span>
        ))}
        {state ? <span class={state.broken ? 'resource__broken' : undefined}>{state.words}</span> : null}
      </p>
    </li>
  )
}

/** What it is about, after the mark of those that are good to begin with. */
const Topics: FC<{ resource: Resource }> = ({ resource }) => {
  const named = topics.filter(({ id }) => resource.topics.includes(id))
  const everyMeasure = named.length >= topics.length - 1 && !named.every(({ id }) => id === 'declaration')
  return (
    <ul class="tag-row" aria-label="Sujets">
      {resource.toStart ? (
        <li>
          <span class="fr-badge fr-badge--sm fr-badge--success fr-badge--no-icon">Pour commencer</span>
        </li>
      ) : null}
      {(everyMeasure ? [{ label: 'Toutes les mesures' }] : named).map(({ label }) => (
        <li>
          <span class="fr-tag fr-tag--sm">{label}</span>
        </li>
      ))}
    </ul>
  )
}

function facts(resource: Resource): string[] {
  const { kind, publisher, publishedAt, audiences: readers, effort, cost } = resource
  const places = regions.filter(({ code }) => resource.regions?.includes(code)).map(({ label }) => label)
  return [
    `${labelOf(kinds, kind)}, ${publisher}${publishedAt ? `, ${publicationDate(publishedAt)}` : ''}`,
    `Pour : ${readers === 'all' ? 'tout le monde' : readers.map((id) => labelOf(audiences, id).toLowerCase()).join(', ')}`,
    ...(places.length > 0 ? [`Territoire : ${places.join(', ')}`] : []),
    `Effort : ${labelOf(efforts, effort).toLowerCase()}`,
    costLabels[cost],
  ]
}
