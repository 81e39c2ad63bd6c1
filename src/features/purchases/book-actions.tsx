// What one can do from the purchase book: the usual first, the rest one press away.
import type { FC } from 'hono/jsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import type { Canteen } from '../canteens/canteens.ts'
import { bookAddress, type Criteria } from './criteria.ts'
import { HELP } from './help.page.tsx'

type Who = { canteen: Canteen; mayWrite: boolean }

const placesOf = ({ id }: Canteen) => ({
  add: `/cantines/${id}/achats/ajouter`,
  grid: { href: `/cantines/${id}/achats/saisir`, label: 'Saisir ou coller plusieurs achats' },
  invoices: `/cantines/${id}/factures`,
  files: { href: '/imports', label: 'Importer un tableur' },
  statements: { href: `/cantines/${id}/releves`, label: 'Demander un relevé à un fournisseur' },
  recurring: { href: `/cantines/${id}/achats/recurrents`, label: 'Achats récurrents' },
  habits: { href: `/cantines/${id}/achats/habitudes`, label: 'Corrections retenues' },
  journal: { href: `/cantines/${id}/achats/journal`, label: 'Journal des achats' },
})

const PlaceLink: FC<{ to: { href: string; label: string } }> = ({ to }) => (
  <a class="fr-link" href={to.href}>
    {to.label}
  </a>
)

/** For a book without purchase. */
export const FirstSteps: FC<Who> = ({ canteen, mayWrite }) => {
  const { add, grid, invoices, files, statements } = placesOf(canteen)
  return (
    <>
      <p class="fr-text--lead">Pas encore d’achat ici. Une facture suffit pour voir bouger vos parts.</p>
      {mayWrite ? (
        <div class="actions">
          <a class="fr-btn" href={invoices}>
            Déposer une facture électronique
          </a>
          <a class="fr-btn fr-btn--secondary" href={add}>
            Ajouter un achat
          </a>
          {[grid, statements, files, { href: HELP, label: 'Par où commencer ?' }].map((place) => (
            <PlaceLink to={place} />
          ))}
        </div>
      ) : null}
    </>
  )
}

/** `year`: the one whose shares are one press away. */
export const BookActions: FC<Who & { criteria: Criteria; year: number }> = ({ canteen, criteria, year, mayWrite }) => {
  const { add, grid, invoices, files, statements, recurring, habits, journal } = placesOf(canteen)
  const whole = { href: bookAddress(canteen.id, { ...criteria, page: 1 }, '/export.xlsx'), label: 'Exporter cette liste' }
  const shares = { href: `/cantines/${canteen.id}/achats/bilan?annee=${year}`, label: `Où en sont mes parts en ${year} ?` }
  const twice = { href: bookAddress(canteen.id, { year, twice: true }), label: `Achats de ${year} peut-être en double` }
  const help = { href: HELP, label: 'Aide : suivre ses achats' }
  if (!mayWrite)
    return (
      <div class="actions no-print">
        {[shares, whole, journal, habits, help].map((place) => (
          <PlaceLink to={place} />
        ))}
      </div>
    )
  return (
    <div class="no-print">
      <div class="actions">
        <a class="fr-btn" href={add}>
          Ajouter un achat
        </a>
        <a class="fr-btn fr-btn--secondary" href={invoices}>
          Factures électroniques
        </a>
        <PlaceLink to={grid} />
        <PlaceLink to={shares} />
      </div>
      <Disclosure summary="Importer, exporter et le reste">
        <ul>
          {[files, statements, recurring, whole, twice, journal, habits, help].map((place) => (
            <li>
              <PlaceLink to={place} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
