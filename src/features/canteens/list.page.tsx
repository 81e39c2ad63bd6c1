// My canteens: a work list. For each place what it needs next; search, filters and changes to many once there are several.
import type { FC } from 'hono/jsx'
import { Pagination } from '../../platform/html/pagination.tsx'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import { type Criteria, isNarrowed, listAddress, searchOf } from './criteria.ts'
import { MY_CANTEENS } from './frame.tsx'
import type { MyCanteen, Overview } from './list.sql.ts'
import { ListFilters } from './list-filters.tsx'
import { roleAllows } from './members.sql.ts'
import { nextActionOf } from './next-action.ts'
import { countWords, kindWords, numberWords, placeWords, roleWords } from './words.ts'

export type ListProps = {
  overview: Overview
  criteria: Criteria
  canteens: readonly MyCanteen[]
  total: number
  pages: number
  /** What has just happened, if anything. */
  notice: unknown
  /** What other features have to say to this person. */
  above: unknown
}

/** The search that « all of them » means, as `searchOf` writes it. */
export const SEARCH = 'recherche'

/** Below, one sees them all at once: nothing to search. */
const FEW = 5

export const ListPage: FC<ListProps> = (props) => {
  const { overview, criteria, notice, above } = props
  return (
    <div class="fr-container fr-pb-6w">
      <Breadcrumb here={MY_CANTEENS.label} />
      <h1>{MY_CANTEENS.label}</h1>
      {notice}
      {above}
      {overview.living + overview.archived === 0 ? <NoCanteen /> : <Full {...props} />}
      {overview.living + overview.archived > 0 && overview.archived > 0 && criteria.state !== 'archived' ? (
        <p class="no-print">
          <a href={listAddress({ ...criteria, state: 'archived', page: 1 })}>{`Voir les archivées (${overview.archived})`}</a>
        </p>
      ) : null}
    </div>
  )
}

const NoCanteen: FC = () => (
  <>
    <p class="fr-text--lead">Vous n’avez pas encore de cantine ici. Trois minutes suffisent pour en ajouter une.</p>
    <div class="actions">
      <a class="fr-btn" href="/cantines/nouvelle">
        Ajouter une cantine
      </a>
      <a class="fr-btn fr-btn--secondary" href="/cantines/chercher">
        Rejoindre une cantine déjà inscrite
      </a>
    </div>
    <p>
      Vous en gérez beaucoup ? <a href="/imports">Importez-les d’un tableur</a>. Vous voulez d’abord voir où vous en êtes ?{' '}
      <a href="/faire-le-point">Faites le point</a> : vos réponses rempliront la fiche de la cantine.
    </p>
  </>
)

const Full: FC<ListProps> = ({ overview, criteria, canteens, total, pages }) => (
  <>
    <p class="fr-text--lead">
      {overview.living === 0 ? 'Toutes vos cantines sont archivées.' : `${countWords(overview.living)}${toComplete(overview)}.`}
    </p>
    <div class="actions">
      <a class="fr-btn" href="/cantines/nouvelle">
        Ajouter une cantine
      </a>
      <a class="fr-btn fr-btn--secondary" href="/cantines/chercher">
        Rejoindre une cantine
      </a>
      <a class="fr-link" href="/imports">
        Importer
      </a>
      <a class="fr-link" href={listAddress({ ...criteria, page: 1 }, '/mes-cantines/export.xlsx')}>
        Exporter
      </a>
    </div>
    {overview.living > FEW || isNarrowed(criteria) ? <ListFilters criteria={criteria} overview={overview} /> : null}
    <section aria-labelledby="resultats">
      <h2 id="resultats" tabindex={-1} class={isNarrowed(criteria) ? undefined : 'fr-sr-only'}>
        {total === 0 ? 'Aucune cantine ne répond à cette recherche' : countWords(total)}
        {pages > 1 ? <span class="fr-text--md">{` – page ${criteria.page} sur ${pages}`}</span> : null}
      </h2>
      {isNarrowed(criteria) ? (
        <p class="no-print">
          <a href="/mes-cantines">Voir toutes mes cantines</a>
        </p>
      ) : null}
      {total === 0 ? null : <WorkList canteens={canteens} criteria={criteria} total={total} />}
      <Pagination page={criteria.page} pages={pages} href={(page) => `${listAddress({ ...criteria, page })}#resultats`} />
    </section>
  </>
)

const toComplete = ({ living, incomplete }: Overview): string => {
  if (incomplete === 0) return living === 1 ? ', complète' : ', toutes complètes'
  return living === 1 ? ', à compléter' : `, dont ${incomplete} à compléter`
}

/** Ticks are offered where several canteens can be changed at once. */
const WorkList: FC<{ canteens: readonly MyCanteen[]; criteria: Criteria; total: number }> = ({ canteens, criteria, total }) => {
  const mayChange = (one: MyCanteen) => one.archivedAt === null && roleAllows(one.role, 'entry')
  if (total < 2 || !canteens.some(mayChange)) return <Table canteens={canteens} ticks={null} />
  return (
    <form method="get" action="/mes-cantines/modifier">
      <input type="hidden" name={SEARCH} value={searchOf({ ...criteria, page: 1 })} />
      <Table canteens={canteens} ticks={mayChange} />
      <fieldset class="fr-fieldset no-print" aria-labelledby="plusieurs-titre">
        <legend class="fr-fieldset__legend" id="plusieurs-titre">
          Changer plusieurs cantines à la fois
          <span class="fr-hint-text">Rien n’est écrit avant que vous ayez vu ce qui changera.</span>
        </legend>
        {total > canteens.length ? (
          <div class="fr-fieldset__element">
            <div class="fr-checkbox-group">
              <input type="checkbox" id="tout" name="tout" value="oui" />
              <label class="fr-label" for="tout">
                {isNarrowed(criteria) ? `Les ${countWords(total)} de cette recherche` : `Mes ${countWords(total)}`}
              </label>
            </div>
          </div>
        ) : null}
        <div class="fr-fieldset__element">
          <button class="fr-btn fr-btn--secondary" type="submit">
            Continuer avec les cantines cochées
          </button>
        </div>
      </fieldset>
    </form>
  )
}

const Table: FC<{ canteens: readonly MyCanteen[]; ticks: ((one: MyCanteen) => boolean) | null }> = ({ canteens, ticks }) => (
  <div class="fr-table fr-table--no-caption">
    <table class="stacked work-list">
      <caption>Vos cantines, et ce que chacune demande</caption>
      <thead>
        <tr>
          {ticks ? (
            <th scope="col" class="no-print">
              Choix
            </th>
          ) : null}
          <th scope="col">Cantine</th>
          <th scope="col">Ce qui reste à faire</th>
          <th scope="col">Votre rôle</th>
        </tr>
      </thead>
      <tbody>
        {canteens.map((one) => (
          <tr>
            {ticks ? <td class="no-print">{ticks(one) ? <Tick canteen={one} /> : null}</td> : null}
            <th scope="row">
              <a href={`/cantines/${one.id}`}>{one.name}</a>
              <span class="work-list__about">
                {[kindWords(one), placeWords(one), numberWords(one)].filter(Boolean).join(' · ')}
              </span>
            </th>
            <td>
              <NextStep canteen={one} />
            </td>
            <td data-label="Votre rôle">{roleWords[one.role]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Tick: FC<{ canteen: MyCanteen }> = ({ canteen: { id, name } }) => (
  <div class="fr-checkbox-group fr-checkbox-group--sm">
    <input type="checkbox" id={`cantine-${id}`} name="cantine" value={String(id)} />
    <label class="fr-label" for={`cantine-${id}`}>
      <span class="fr-sr-only">{`Choisir ${name}`}</span>
    </label>
  </div>
)

const NextStep: FC<{ canteen: MyCanteen }> = ({ canteen }) => {
  const { words, link } = nextActionOf(canteen, canteen.role)
  return (
    <>
      {`${words}.`}
      {link ? (
        <>
          {' '}
          <a href={link.href}>
            {link.label}
            <span class="fr-sr-only">{` : ${canteen.name}`}</span>
          </a>
        </>
      ) : null}
    </>
  )
}
