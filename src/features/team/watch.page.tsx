// What the staff sees of takeovers: those that wait, with the declared proof, and the latest decisions.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { ErrorSummary, errorOf, TextAreaField } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { numberWords, placeWords } from '../canteens/canteens.ts'
import { fullName } from './people.ts'
import type { TakeoverState, Watched } from './takeovers.sql.ts'

export const WATCH = { href: '/equipe-ma-cantine/revendications', label: 'Revendications' }
export const LONGEST_REASON = 1000

type ListProps = { open: readonly Watched[]; settled: readonly Watched[]; said: 'accordee' | 'refusee' | null }

export const WatchPage: FC<ListProps> = ({ open, settled, said }) => (
  <Article title={WATCH.label}>
    {said ? (
      <Notice title={said === 'accordee' ? 'La cantine est accordée' : 'La demande est refusée'} kind="success">
        <p>Un courriel le dit à la personne.</p>
      </Notice>
    ) : null}
    <p class="fr-text--lead">
      {open.length === 0
        ? 'Aucune demande n’attend.'
        : 'Des personnes demandent à s’occuper de cantines que personne n’administre. Sans décision de votre part, une demande seule est accordée à son terme.'}
    </p>
    <ul class="plain-list">
      {open.map((one) => (
        <li class="team__item">
          <h2 class="fr-h5">{one.name}</h2>
          <Canteen of={one} />
          <p>
            {fullName(one)} ({one.job}), le {day(one.askedAt)}.{' '}
            {one.rivals > 1 ? <strong>{one.rivals} demandes : à vous de décider.</strong> : `Terme : ${day(one.dueAt)}.`}
          </p>
          <p>
            <a href={`${WATCH.href}/${one.id}`}>
              Lire et décider
              <span class="fr-sr-only">
                {' '}
                : {one.name}, {fullName(one)}
              </span>
            </a>
          </p>
        </li>
      ))}
    </ul>
    {settled.length > 0 ? (
      <>
        <h2>Réglées depuis un mois</h2>
        <ul>
          {settled.map((one) => (
            <li>
              {one.name}, {fullName(one)} : {STATES[one.state]} le {day(one.closedAt ?? one.askedAt)}
            </li>
          ))}
        </ul>
      </>
    ) : null}
  </Article>
)

const STATES: Readonly<Record<TakeoverState, string>> = {
  open: 'en cours',
  granted: 'accordée',
  opposed: 'refusée',
  withdrawn: 'retirée',
  overtaken: 'close, une équipe est là',
  undone: 'rendue',
}

const Canteen: FC<{ of: Watched }> = ({ of }) => (
  <p>
    {[placeWords(of), numberWords(of)].filter((part) => part !== '').join(' · ')}
    {of.siret === null ? null : (
      <>
        {' '}
        (<a href={`https://annuaire-entreprises.data.gouv.fr/etablissement/${of.siret}`}>annuaire des entreprises</a>)
      </>
    )}
  </p>
)

const Line: FC<{ label: string; children?: unknown }> = ({ label, children }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

type OneProps = { takeover: Watched; reason: string; errors: readonly FieldError[] }

export const DecidePage: FC<OneProps> = ({ takeover, reason, errors }) => (
  <Article title={takeover.name} trail={[WATCH]}>
    <ErrorSummary errors={errors} />
    <Canteen of={takeover} />
    <dl class="facts">
      <Line label="Qui">
        {fullName(takeover)}, <a href={`mailto:${takeover.email}`}>{takeover.email}</a> (adresse vérifiée)
      </Line>
      <Line label="Adresse professionnelle déclarée">{takeover.workEmail ?? 'non donnée'}</Line>
      <Line label="Fonction déclarée">{takeover.job}</Line>
      <Line label="Lien avec l’établissement">
        <span class="multiline">{takeover.tie}</span>
      </Line>
      <Line label="Terme">
        {takeover.rivals > 1
          ? `Aucun : ${takeover.rivals} personnes demandent cette cantine, vous seul·e décidez.`
          : `Accordée après le ${day(takeover.dueAt)}, sans décision de votre part.`}
      </Line>
    </dl>
    <form method="post" action={`${WATCH.href}/${takeover.id}/accorder`}>
      <p class="actions">
        <button class="fr-btn" type="submit">
          Accorder maintenant
        </button>
      </p>
    </form>
    <h2>Refuser</h2>
    <form method="post" action={`${WATCH.href}/${takeover.id}/refuser`} novalidate>
      <TextAreaField
        name="raison"
        label="Raison"
        hint="La personne la lira dans le courriel et sur sa demande."
        value={reason}
        maxlength={LONGEST_REASON}
        error={errorOf(errors, 'raison')}
      />
      <p class="actions">
        <button class="fr-btn fr-btn--secondary" type="submit">
          Refuser
        </button>
      </p>
    </form>
  </Article>
)

const day = (at: Date) => frenchDay(dayInParis(at))
