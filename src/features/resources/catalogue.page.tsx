// The catalogue: a form, how many answers, the answers, and a way out when there is none.
import type { FC } from 'hono/jsx'
import type { IsoDate } from '../../law/timeline.ts'
import { Pagination } from '../../platform/html/pagination.tsx'
import { Breadcrumb, Notice } from '../../platform/html/pieces.tsx'
import { Card } from './card.tsx'
import type { LinkCheck } from './checks.sql.ts'
import { addressOf, type Condition, type Criteria } from './criteria.ts'
import { Filters } from './filters.tsx'
import { lastVisit } from './link-state.ts'
import { labelOf, type Resource, topics } from './resource.ts'
import { LibraryTabs } from './tabs.tsx'

export type CatalogueProps = {
  /** Its page is one that exists. */
  criteria: Criteria
  conditions: readonly Condition[]
  /** What this page shows of the answers. */
  shown: readonly Resource[]
  total: number
  pages: number
  /** When there is no answer: conditions whose removal gives some, and how many. */
  loosening: readonly (Condition & { count: number })[]
  checks: ReadonlyMap<string, LinkCheck>
  today: IsoDate
}

export const countOf = (total: number) => (total === 0 ? 'Aucune ressource' : total === 1 ? '1 ressource' : `${total} ressources`)

export const Catalogue: FC<CatalogueProps> = (props) => {
  const { criteria, conditions, shown, total, pages, checks, today } = props
  const visited = lastVisit(checks)
  return (
    <div class="fr-container fr-pb-6w">
      <Breadcrumb here="Ressources" />
      <h1>Ressources</h1>
      <p class="fr-text--lead">
        Guides, outils, recettes, contacts : de quoi passer à l’action, une mesure après l’autre. Chaque lien mène sur le site de
        son éditeur.
      </p>
      <LibraryTabs here="/ressources" />
      <Filters criteria={criteria} />
      <section aria-labelledby="resultats">
        <h2 id="resultats" tabindex={-1}>
          {countOf(total)}
          {pages > 1 ? <span class="catalogue-page">{` – page ${criteria.page} sur ${pages}`}</span> : null}
        </h2>
        <Conditions conditions={conditions} criteria={criteria} />
        {criteria.priorities.length > 0 && total > 0 ? <Order criteria={criteria} /> : null}
        {total === 0 ? <Nothing {...props} /> : null}
        <ul class="plain-list">
          {shown.map((resource) => (
            <Card resource={resource} check={checks.get(resource.id)} today={today} />
          ))}
        </ul>
        <Pagination page={criteria.page} pages={pages} href={(page) => addressOf({ ...criteria, page })} />
      </section>
      <p class="fr-text--sm fr-mt-4w">
        {visited
          ? `Dernier contrôle des liens : ${visited}. Il revient chaque semaine.`
          : 'Les liens seront contrôlés chaque semaine ; le premier contrôle n’a pas encore eu lieu.'}{' '}
        Un lien perdu, une ressource à ajouter ? <a href="/contact">Écrivez-nous</a>.
      </p>
    </div>
  )
}

const Conditions: FC<{ conditions: readonly Condition[]; criteria: Criteria }> = ({ conditions, criteria }) =>
  conditions.length === 0 ? null : (
    <ul class="tag-row no-print" aria-label="Filtres actifs">
      {conditions.map(({ label, without }) => (
        <li>
          <a class="fr-tag" href={addressOf(without)}>
            {label}
            <span class="fr-sr-only"> : retirer ce filtre</span>
            <span class="condition__cross" aria-hidden="true">
              ×
            </span>
          </a>
        </li>
      ))}
      {conditions.length > 1 ? (
        <li>
          <a class="fr-link" href={clear(criteria)}>
            Tout effacer
          </a>
        </li>
      ) : null}
    </ul>
  )

/** The catalogue without conditions, in the same order. */
function clear({ priorities }: Criteria): string {
  return addressOf({
    words: '',
    topic: null,
    audience: null,
    sector: null,
    kind: null,
    effort: null,
    publisher: null,
    priorities,
    page: 1,
  })
}

const Order: FC<{ criteria: Criteria }> = ({ criteria }) => (
  <p>
    Classées selon ce qui vous manque : {criteria.priorities.map((id) => labelOf(topics, id).toLowerCase()).join(', puis ')}.{' '}
    <a class="no-print" href={addressOf({ ...criteria, priorities: [], page: 1 })}>
      Revenir à l’ordre habituel
    </a>
  </p>
)

const Nothing: FC<CatalogueProps> = ({ criteria, loosening }) => (
  <Notice title="Rien ne répond à tout cela à la fois">
    {loosening.length > 0 ? (
      <>
        <p>Il y a des réponses en demandant un peu moins :</p>
        <ul>
          {loosening.map(({ label, without, count }) => (
            <li>
              <a href={addressOf(without)}>Sans {label}</a> : {countOf(count).toLowerCase()}
            </li>
          ))}
        </ul>
      </>
    ) : (
      <p>Essayez un mot plus courant, ou un seul mot à la fois.</p>
    )}
    <p>
      <a href={clear(criteria)}>Effacer tous les filtres</a>
    </p>
  </Notice>
)
