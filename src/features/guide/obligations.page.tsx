// Every obligation of the law's tables, measure by measure, and which of them are for the canteen described.
import type { FC } from 'hono/jsx'
import { applies, obligations } from '../../law/obligations.ts'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import { measurePages } from './guide.ts'
import { ObligationList } from './obligation-item.tsx'
import type { Profile } from './profile.ts'
import { ProfileForm } from './profile-form.tsx'

const groups = [...measurePages, { id: null, label: 'Déclaration, nutrition et autres règles' }].map(({ id, label }) => ({
  label,
  obligations: obligations.filter(({ measure }) => measure === id),
}))

export const Obligations: FC<{ profile: Profile }> = ({ profile }) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb trail={[{ href: '/mesures', label: 'Les mesures' }]} here="Toutes les obligations" />
    <h1>Toutes les obligations</h1>
    <p class="fr-text--lead">
      {obligations.length} règles, avec leurs dates et leurs textes. Décrivez votre cantine : chacune dira si elle vous concerne.
    </p>
    <ProfileForm
      profile={profile}
      action="/mesures/toutes-les-obligations"
      fields={['territoire', 'annee', 'secteur', 'statut', 'repas']}
      submit="Voir ce qui me concerne"
    />
    {profile.asked && profile.errors.length === 0 ? <Count profile={profile} /> : null}
    {groups.map((group) => (
      <section class="fr-mt-4w">
        <h2>{group.label}</h2>
        <ObligationList obligations={group.obligations} profile={profile} withTexts />
      </section>
    ))}
  </div>
)

const Count: FC<{ profile: Profile }> = ({ profile }) => {
  const answers = obligations.map((obligation) => applies(obligation, profile.facts, profile.year).applies)
  const count = (wanted: boolean | null) => answers.filter((answer) => answer === wanted).length
  return (
    <p class="fr-mt-3w">
      Pour votre cantine en {profile.year} : <strong>{count(true)} règles la concernent</strong>, {count(null)} restent à
      préciser, {count(false)} ne la concernent pas ou n’engagent que d’autres.
    </p>
  )
}
