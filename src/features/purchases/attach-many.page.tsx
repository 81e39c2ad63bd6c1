// One paper invoice for several lines of the book: which lines, then the file.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { shortDay } from '../../platform/html/dates.ts'
import { ErrorSummary, errorOf } from '../../platform/html/fields.tsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { AttachedFile } from './attached-file.sql.ts'
import { AttachedFileField, FILE_FIELD } from './attached-file-form.tsx'
import { bookAddress, type Criteria, criteriaFields } from './criteria.ts'
import type { Purchase } from './purchase.sql.ts'
import { countWords } from './words.ts'

type Props = {
  canteen: Canteen
  /** Those that have no file. */
  purchases: readonly Purchase[]
  /** How many more were chosen, that have one. */
  served: number
  /** Of the book that one comes from. */
  criteria: Criteria
  file: AttachedFile | null
  errors: readonly FieldError[]
}

export const AttachManyPage: FC<Props> = ({ canteen, purchases, served, criteria, file, errors }) => (
  <CanteenFrame canteen={canteen} tab="achats" title="Joindre un justificatif">
    <ErrorSummary errors={errors} />
    <p class="fr-text--lead">
      {`${countWords(purchases.length)}, ${formatEuros(purchases.reduce((sum, { priceExclTaxCents }) => sum + priceExclTaxCents, 0))} hors taxe`}
    </p>
    {served > 0 ? (
      <p>{`${countWords(served)} de plus ${served > 1 ? 'ont' : 'a'} déjà un justificatif, qui ne change pas.`}</p>
    ) : null}
    <Disclosure summary="Lesquels ?" open={purchases.length <= FEW}>
      <ul>
        {purchases.map(({ date, description, supplier, priceExclTaxCents }) => (
          <li>{[shortDay(date), description, supplier, formatEuros(priceExclTaxCents)].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
    </Disclosure>
    <form
      method="post"
      action={`/cantines/${canteen.id}/achats/joindre`}
      enctype="multipart/form-data"
      novalidate
      class="fr-mt-2w"
    >
      {criteriaFields(criteria).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {purchases.map(({ id }) => (
        <input type="hidden" name="achat" value={id} />
      ))}
      <AttachedFileField canteenId={canteen.id} file={file} error={errorOf(errors, FILE_FIELD)} required />
      <div class="actions">
        <button class="fr-btn" type="submit">
          {purchases.length > 1 ? `Joindre à ces ${purchases.length} achats` : 'Joindre à cet achat'}
        </button>
        <a class="fr-link" href={bookAddress(canteen.id, criteria)}>
          Ne rien joindre
        </a>
      </div>
    </form>
  </CanteenFrame>
)

/** Shown at once. */
const FEW = 10
