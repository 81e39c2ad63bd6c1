// Making room: the originals of invoices, year by year, to be erased once they are kept elsewhere.
import type { FC } from 'hono/jsx'
import { CheckboxField, ErrorSummary, errorOf, RadioField } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { YearOfOriginals } from './room.sql.ts'
import { keptWords } from './room.ts'
import { invoicesAddress, originalsWords, roomAddress } from './words.ts'

export const YEAR = 'annee'
export const ELSEWHERE = 'ailleurs'

/** The originals of a year, as many as were shown: what came since is not erased unseen. */
export const choiceOf = ({ year, count }: Pick<YearOfOriginals, 'year' | 'count'>) => `${year}-${count}`

type Props = {
  canteen: Canteen
  /** Bytes. */
  kept: number
  years: readonly YearOfOriginals[]
  values: FormValues
  errors: readonly FieldError[]
  /** How many were just erased. */
  erased: number
}

export const RoomPage: FC<Props> = ({ canteen, kept, years, values, errors, erased }) => (
  <CanteenFrame canteen={canteen} tab="achats" title="Faire de la place pour les factures">
    <ErrorSummary errors={errors} />
    {erased > 0 ? (
      <Notice title={`${originalsWords(erased)} ${erased > 1 ? 'effacés' : 'effacé'}`} kind="success">
        <p>S’il manquait des factures, déposez-les à nouveau.</p>
      </Notice>
    ) : null}
    <p class="fr-text--lead">{keptWords(kept)}</p>
    {years.length === 0 ? (
      <p>Rien à effacer : seuls les originaux de factures confirmées ou mises de côté peuvent l’être.</p>
    ) : (
      <>
        <p>
          Effacer des originaux libère leur place. Vos achats et les lignes lues ne changent pas, et une facture déjà reçue reste
          reconnue. Mais un original effacé ne revient pas : chacun se télécharge depuis la page de sa facture.
        </p>
        <form method="post" action={roomAddress(canteen.id)} novalidate>
          <RadioField
            name={YEAR}
            label="Les factures à alléger"
            value={values.get(YEAR)}
            error={errorOf(errors, YEAR)}
            choices={years.map(({ year, count, bytes }) => ({
              value: choiceOf({ year, count }),
              label: `${year} : ${originalsWords(count)}, ${weight(bytes)}`,
            }))}
          />
          <CheckboxField
            name={ELSEWHERE}
            label="Avant d’effacer"
            values={values.all(ELSEWHERE)}
            error={errorOf(errors, ELSEWHERE)}
            choices={[{ value: 'oui', label: 'Les originaux que je dois garder le sont ailleurs, par exemple en comptabilité' }]}
          />
          <p class="actions">
            <button class="fr-btn" type="submit">
              Effacer ces originaux
            </button>
          </p>
        </form>
      </>
    )}
    <p>
      <a href={invoicesAddress(canteen.id)}>Toutes les factures</a>
    </p>
  </CanteenFrame>
)

const weight = (bytes: number) =>
  bytes < 1_048_576 ? 'moins d’un Mo' : `${Math.round(bytes / 1_048_576).toLocaleString('fr-FR')} Mo`
