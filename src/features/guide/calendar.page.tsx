// The dates of a canteen, to read, to subscribe to or to download.
import type { FC } from 'hono/jsx'
import type { Deadline } from '../../law/deadlines.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { Breadcrumb, Disclosure } from '../../platform/html/pieces.tsx'
import { type Calendar, entryOfDeclaration, isNextCampaignKnown, nextDeclaredYear } from './calendar.ts'
import type { Profile } from './profile.ts'
import { ProfileForm } from './profile-form.tsx'
import { Source } from './source.tsx'

const KINDS: Readonly<Record<Deadline['kind'], { words: string; tone: string }>> = {
  statutory: { words: 'Fixé par un texte', tone: ' fr-badge--success' },
  campaign: { words: 'Date annoncée', tone: ' fr-badge--info' },
  advice: { words: 'Conseil', tone: '' },
}

type Props = { profile: Profile; calendar: Calendar; today: IsoDate /** Whole address of the file. */; file: string }

export const CalendarPage: FC<Props> = ({ profile, calendar, today, file }) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb here="Calendrier" />
    <h1>Le calendrier de votre cantine</h1>
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-12 fr-col-md-8">
        <p class="fr-text--lead">Les dates qui vous concernent, à temps pour s’y préparer.</p>
        <ProfileForm
          profile={profile}
          action="/calendrier"
          fields={['territoire', 'secteur', 'statut', 'repas']}
          submit="Voir mes dates"
        />
        <section class="fr-mt-4w">
          <h2>À venir</h2>
          {isNextCampaignKnown(today) ? null : (
            <p>
              Les jours d’ouverture et de clôture de la campagne sur les achats de {nextDeclaredYear(today)} ne sont pas encore
              publiés. La date fixée par l’arrêté, elle, ne change pas d’une année sur l’autre.
            </p>
          )}
          <Dates deadlines={calendar.coming} profile={profile} />
        </section>
        {calendar.later.length > 0 ? (
          <section class="fr-mt-4w">
            <h2>Plus tard</h2>
            <Dates deadlines={calendar.later} profile={profile} />
          </section>
        ) : null}
        <Disclosure summary="Dates passées depuis un an">
          <ul>
            {calendar.past.map((deadline) => (
              <li>
                <strong>{whenOf(deadline)}</strong> : {deadline.title}
              </li>
            ))}
          </ul>
        </Disclosure>
      </div>
      <aside class="fr-col-12 fr-col-md-4 no-print">
        {profile.errors.length > 0 ? null : <Subscription file={file} />}
        <p class="fr-text--sm fr-mt-3w">
          L’adresse de cette page garde votre profil : ajoutez-la à vos favoris ou envoyez-la à un·e collègue. Elle ne dit pas qui
          vous êtes.
        </p>
      </aside>
    </div>
  </div>
)

const Subscription: FC<{ file: string }> = ({ file }) => (
  <div class="tone-soft">
    <h2 class="fr-h5">Dans votre agenda</h2>
    <p>Avec un rappel une semaine avant, et un mois avant pour les dates fixées par un texte.</p>
    <p>
      <a class="fr-btn" href={file.replace(/^https?:/, 'webcal:')}>
        S’abonner
      </a>
    </p>
    <p class="fr-text--sm">
      Votre agenda suivra les changements. Si rien ne s’ouvre, copiez cette adresse dans « Ajouter un agenda par URL » :{' '}
      <code>{file}</code>
    </p>
    <p>
      <a class="fr-link" href={file}>
        Télécharger le fichier .ics
      </a>
    </p>
    <p class="fr-text--sm">Le fichier téléchargé, lui, ne se mettra pas à jour.</p>
  </div>
)

const Dates: FC<{ deadlines: readonly Deadline[]; profile: Profile }> = ({ deadlines, profile }) => (
  <ul class="plain-list dates">
    {deadlines.map((deadline) => {
      const { words, tone } = KINDS[deadline.kind]
      return (
        <li>
          <p class="fr-mb-1v">
            <strong>{whenOf(deadline)}</strong> <span class={`fr-badge fr-badge--sm fr-badge--no-icon${tone}`}>{words}</span>
          </p>
          <h3 class="fr-h6 fr-mb-1v">{deadline.title}</h3>
          <p class="fr-mb-1v">
            {deadline.text} Source : <Source text={deadline.source} />
          </p>
          <Entry deadline={deadline} profile={profile} />
        </li>
      )
    })}
  </ul>
)

/** Under a declaration: simple or detailed entry, when the law's table has something to say of that year. */
const Entry: FC<{ deadline: Deadline; profile: Profile }> = ({ deadline, profile }) => {
  const declared = /^declaration-(\d{4})$/.exec(deadline.id)?.[1]
  const entry = declared ? entryOfDeclaration(profile.facts, Number(declared)) : null
  return entry ? (
    <p class="fr-text--sm">
      Saisie détaillée, par famille et par label : {entry.reason.charAt(0).toLowerCase() + entry.reason.slice(1)}.{' '}
      <Source text={entry.source} />
    </p>
  ) : null
}

/** « 31 mars 2027 », « Du 12 janvier 2026 au 15 avril 2026 ». */
export const whenOf = ({ date, until }: Deadline) => (until ? `Du ${frenchDay(date)} au ${frenchDay(until)}` : frenchDay(date))
