// The keyboard grid: a place to paste, a table to type in, its total, and what can be done with it.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { ErrorSummary } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import { CHOICES, type GridKey, titledColumns } from './grid-columns.ts'
import { BLOCK, errorsIn, type GridRow, MOST_ROWS } from './grid-form.ts'
import { GridTable, LISTS } from './grid-table.tsx'

export const GRID_TITLE = 'Saisir ou coller plusieurs achats'
const MOST_IN_SUMMARY = 20

export type GridProps = {
  canteen: Canteen
  rows: readonly GridRow[]
  /** What was pasted beside the table and could not be spread over it. */
  block: string
  errors: readonly FieldError[]
  /** The lines of this form already stand in the book, and others are asked for. */
  isAlready: boolean
  before: { descriptions: readonly string[]; suppliers: readonly string[] }
  /** Names this go: sent twice, it makes its lines once. */
  goKey: string
  /** Where the browser may keep the draft of this person. */
  draft: string
  /** The rows come from a form: they win over what the browser may have kept. */
  isPosted: boolean
}

export const GridPage: FC<GridProps> = ({ canteen, rows, block, errors, isAlready, before, goKey, draft, isPosted }) => {
  const proposed = rows.filter((row) => Object.keys(row.proposed).length > 0).length
  const address = `/cantines/${canteen.id}/achats/saisir`
  return (
    <CanteenFrame canteen={canteen} tab="achats" title={GRID_TITLE}>
      <ErrorSummary errors={[...errors, ...errorsIn(rows)]} most={MOST_IN_SUMMARY} />
      {isAlready ? (
        <Notice title="Cette saisie est déjà dans le cahier" kind="warning">
          <p>
            Vous l’avez enregistrée avant de la changer. Si vous enregistrez à nouveau, toutes ces lignes s’ajouteront aux
            premières ; sinon, <a href={`/cantines/${canteen.id}/achats`}>retrouvez celles-ci dans le cahier</a>.
          </p>
        </Notice>
      ) : null}
      {proposed > 0 ? (
        <div tabindex={-1} data-focus={errors.length === 0 && errorsIn(rows).length === 0 ? '' : undefined}>
          <Notice
            title={`${proposed > 1 ? `${proposed} lignes sont complétées` : 'Une ligne est complétée'} : relisez avant d’enregistrer`}
          >
            <p>Rien n’est encore enregistré. Ce que nous proposons est marqué ; effacez ou corrigez ce qui ne va pas.</p>
          </Notice>
        </div>
      ) : null}
      <form
        method="post"
        action={address}
        novalidate
        data-grid={`${address}/lire`}
        data-columns={JSON.stringify(titledColumns)}
        data-most={MOST_ROWS}
        data-draft={draft}
        data-posted={isPosted ? '' : undefined}
      >
        <input type="hidden" name="cle" value={goKey} />
        <Paste block={block} error={errors.find(({ field }) => field === BLOCK)?.message} />
        <GridTable rows={rows} />
        <Options id="produits" options={before.descriptions} />
        <Options id="fournisseurs" options={before.suppliers} />
        {Object.entries(CHOICES).map(([key, options]) => (
          <Options id={LISTS[key as GridKey]!} options={options} />
        ))}
        <p role="status" class="purchase-grid__news" data-news>
          {totalWords(rows)}
        </p>
        <div class="actions">
          <button class="fr-btn" type="submit">
            Enregistrer ces achats
          </button>
          <button class="fr-btn fr-btn--secondary purchase-grid__more" type="submit" name="ensuite" value="lignes">
            Ajouter des lignes
          </button>
          <button class="fr-btn fr-btn--tertiary" type="button" data-clear hidden>
            Tout effacer
          </button>
          <a class="fr-link" href={`/cantines/${canteen.id}/achats`}>
            Ne rien enregistrer
          </a>
        </div>
        <p class="fr-text--sm" data-keeps hidden>
          Entrée descend d’une ligne, Maj + Entrée remonte. Votre saisie reste sur cet appareil jusqu’à ce que vous
          l’enregistriez, même si vous fermez la page : sur un ordinateur partagé, effacez-la en partant.
        </p>
      </form>
    </CanteenFrame>
  )
}

const Paste: FC<{ block: string; error: string | undefined }> = ({ block, error }) => (
  <div class="purchase-grid__paste">
    <div class={`fr-input-group${error ? ' fr-input-group--error' : ''}`}>
      <label class="fr-label" for={BLOCK}>
        Collez ici vos lignes
        <span class="fr-hint-text">
          Copiées d’Excel, de LibreOffice ou d’un autre tableur, avec leurs titres si possible : l’ordre des colonnes n’importe
          alors pas. Sans titres, suivez l’ordre du tableau ci-dessous.
        </span>
      </label>
      <textarea
        class={`fr-input${error ? ' fr-input--error' : ''}`}
        id={BLOCK}
        name={BLOCK}
        rows={3}
        aria-describedby={error ? `${BLOCK}-erreur` : undefined}
        aria-invalid={error ? 'true' : undefined}
      >
        {block}
      </textarea>
      <p id={`${BLOCK}-erreur`} class="fr-error-text" hidden={!error}>
        {error}
      </p>
    </div>
    <p>
      <button class="fr-btn fr-btn--sm fr-btn--secondary fr-mr-2w" type="submit" name="ensuite" value="coller" data-spread>
        Remplir le tableau
      </button>
      <a class="fr-link" href="/imports">
        {`Plus de ${MOST_ROWS} lignes ? Importez votre fichier`}
      </a>
    </p>
  </div>
)

const Options: FC<{ id: string; options: readonly string[] }> = ({ id, options }) => (
  <datalist id={id}>
    {options.map((option) => (
      <option value={option}></option>
    ))}
  </datalist>
)

function totalWords(rows: readonly GridRow[]): string {
  const read = rows.flatMap(({ reading }) => reading ?? [])
  if (read.length === 0) return ''
  const cents = read.reduce((sum, { purchase }) => sum + purchase.priceExclTaxCents, 0)
  return `${read.length} ligne${read.length > 1 ? 's' : ''}, ${formatEuros(cents)} hors taxe.`
}
