// One period of a satellite in a group: its dates, its end, or taking it back.
import type { FC } from 'hono/jsx'
import { ErrorSummary, errorOf, TextField } from '../../platform/html/fields.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { findPeriod } from './delivered.sql.ts'
import { Narrow } from './narrow.tsx'
import { quoted, stayWords } from './words.ts'

type Period = NonNullable<Awaited<ReturnType<typeof findPeriod>>>

export type PeriodProps = {
  canteen: Canteen
  /** Its address. */
  action: string
  period: Period
  today: string
  /** Does the person administer both sides? Then nobody is to be asked. */
  both: boolean
  from: string
  to: string
  errors: readonly FieldError[]
}

export const PeriodPage: FC<PeriodProps> = ({ canteen, action, period, today, both, from, to, errors }) => {
  const side = canteen.id === period.groupId ? 'group' : 'satellite'
  const other = side === 'group' ? period.satelliteName : period.groupName
  return (
    <CanteenFrame
      canteen={canteen}
      tab="groupe"
      title={side === 'group' ? `Les dates de ${period.satelliteName}` : `Les dates dans le groupe`}
    >
      <Narrow>
        <ErrorSummary errors={errors} />
        <p>
          {quoted(period.satelliteName)} est dans le groupe {quoted(period.groupName)} {stayWords(period, today)}.
          {both ? '' : ` Retirer des jours prend effet aussitôt ; en ajouter demande l’accord de l’équipe de ${quoted(other)}.`}
        </p>
        <form method="post" action={action} novalidate>
          <TextField name="du" type="date" label="Premier jour dans le groupe" value={from} error={errorOf(errors, 'du')} />
          <TextField
            name="au"
            type="date"
            label="Dernier jour dans le groupe"
            hint="Laissez vide tant que la cuisine livre. Pour quitter le groupe, indiquez le dernier jour de livraison."
            required={false}
            value={to}
            error={errorOf(errors, 'au')}
          />
          <p class="actions">
            <button class="fr-btn" type="submit">
              Enregistrer ces dates
            </button>
            <a href={`/cantines/${canteen.id}/groupe`}>Ne rien changer</a>
          </p>
        </form>
        <h2>C’était une erreur</h2>
        <form method="post" action={`${action}/retirer`}>
          <p>
            Cette cuisine n’a jamais livré ce restaurant ? Retirez la période : elle ne comptera plus pour aucune année. Vous
            pourrez annuler aussitôt.
          </p>
          <button class="fr-btn fr-btn--secondary" type="submit">
            Retirer cette période
          </button>
        </form>
      </Narrow>
    </CanteenFrame>
  )
}
