// The card of a canteen, for its team: what it needs next, then everything known of it.
import type { FC } from 'hono/jsx'
import type { RecordField } from '../../law/canteen-record.ts'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { type FoodProject, placeOf } from '../territory/territory.ts'
import type { Canteen } from './canteen.sql.ts'
import type { FirstAnswers } from './first-answers.sql.ts'
import { CanteenFrame } from './frame.tsx'
import { type Role, roleAllows } from './members.sql.ts'
import { nextActionOf } from './next-action.ts'
import { departmentWords, fieldWords, listWords, regionWords, roleWords, valueWords } from './words.ts'

type Props = {
  canteen: Canteen
  role: Role
  foodProjects: readonly FoodProject[]
  firstAnswers: FirstAnswers | null
  notice: unknown
}

export const CardPage: FC<Props> = ({ canteen, role, foodProjects, firstAnswers, notice }) => {
  const { words, link, state } = nextActionOf(canteen, role)
  const isGroup = canteen.productionType === 'groupe'
  const isLiving = canteen.archivedAt === null
  return (
    <CanteenFrame canteen={canteen} tab="fiche">
      {notice}
      {isLiving ? (
        <Notice
          title={state === 'fine' ? 'La fiche est complète' : 'Ce qui reste à faire'}
          kind={state === 'fine' ? 'success' : 'info'}
        >
          <p>
            {state === 'fine' ? 'Rien d’urgent.' : `${words}.`} {link ? <a href={link.href}>{link.label}</a> : null}
          </p>
        </Notice>
      ) : null}
      <Facts title="Son identité">
        <RecordLine canteen={canteen} field="productionType" />
        <RecordLine canteen={canteen} field={canteen.siret === null && canteen.siren !== null ? 'siren' : 'siret'}>
          <RegisterWords canteen={canteen} />
        </RecordLine>
        {isGroup ? null : <RecordLine canteen={canteen} field="sectorList" />}
        {isGroup ? null : <RecordLine canteen={canteen} field="economicModel" />}
        {canteen.lineMinistry === null ? null : <RecordLine canteen={canteen} field="lineMinistry" />}
        <RecordLine canteen={canteen} field="managementType" />
        {canteen.kitchenSiret === null ? null : <RecordLine canteen={canteen} field="kitchenSiret" />}
      </Facts>
      {isGroup ? null : (
        <Facts title="Où elle est">
          <RecordLine canteen={canteen} field="inseeCode" />
          {canteen.inseeCode === null ? null : <Whereabouts canteen={canteen} foodProjects={foodProjects} />}
        </Facts>
      )}
      <Facts title="Combien de repas">
        <RecordLine canteen={canteen} field="dailyMealCount" />
        <RecordLine canteen={canteen} field="yearlyMealCount" />
      </Facts>
      {firstAnswers ? (
        <p>
          {`Vos réponses au test de positionnement du ${frenchDay(dayInParis(firstAnswers.takenAt))} sont gardées avec la cantine : elles pré-rempliront son bilan ${firstAnswers.dataYear}.`}
        </p>
      ) : null}
      <div class="actions">
        {isLiving && roleAllows(role, 'entry') ? (
          <a class="fr-btn" href={`/cantines/${canteen.id}/modifier`}>
            Modifier la fiche
          </a>
        ) : null}
        {roleAllows(role, 'administrator') ? (
          <form method="post" action={`/cantines/${canteen.id}/${isLiving ? 'archiver' : 'restaurer'}`}>
            <button class={`fr-btn ${isLiving ? 'fr-btn--tertiary' : ''}`} type="submit">
              {isLiving ? 'Archiver la cantine' : 'Restaurer la cantine'}
            </button>
          </form>
        ) : null}
      </div>
      <p class="fr-text--sm">
        {`Votre rôle : ${roleWords[role]}. Fiche modifiée le ${frenchDay(dayInParis(canteen.changedAt))}.`}
        {isLiving && roleAllows(role, 'administrator')
          ? ' Archiver range la cantine sans rien effacer, et libère son SIRET ; on peut la restaurer.'
          : ''}
      </p>
    </CanteenFrame>
  )
}

const Facts: FC<{ title: string; children?: unknown }> = ({ title, children }) => (
  <section>
    <h2 class="fr-h4">{title}</h2>
    <dl class="facts">{children}</dl>
  </section>
)

const Line: FC<{ label: string; children?: unknown }> = ({ label, children }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const RecordLine: FC<{ canteen: Canteen; field: RecordField; children?: unknown }> = ({ canteen, field, children }) => (
  <Line label={fieldWords[field].label}>
    {valueWords(field, canteen[field]) ?? 'à renseigner'}
    {children}
  </Line>
)

const RegisterWords: FC<{ canteen: Canteen }> = ({ canteen: { registerState } }) => {
  if (registerState === 'closed') return <> – établissement fermé, d’après l’annuaire des entreprises</>
  if (registerState === 'unknown') return <> – inconnu de l’annuaire des entreprises</>
  return registerState === 'open' ? <> – connu de l’annuaire des entreprises</> : null
}

/** What the commune tells: its intercommunality, its department, its region, its food projects. */
const Whereabouts: FC<Pick<Props, 'canteen' | 'foodProjects'>> = ({
  canteen: { inseeCode, department, region },
  foodProjects,
}) => (
  <>
    <Line label="Intercommunalité">{placeOf(inseeCode!)?.epci?.label ?? 'aucune'}</Line>
    {department === null ? null : <Line label="Département">{departmentWords(department)}</Line>}
    {region === null ? null : <Line label="Région">{regionWords(region)}</Line>}
    {foodProjects.length === 0 ? null : (
      <Line label="Projet alimentaire territorial">{listWords(foodProjects.map(({ name }) => name))}</Line>
    )}
  </>
)
