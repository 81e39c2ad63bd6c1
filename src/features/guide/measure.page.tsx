// One measure, from the tables of the law: what it asks of whom, since when, by which text, and where to begin.
import type { FC } from 'hono/jsx'
import { type MeasureId, obligations } from '../../law/obligations.ts'
import { sectorOf } from '../../law/sectors.ts'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import { catalogueFor, resourcesFor } from '../resources/resources.ts'
import { type MeasurePage, measurePages } from './guide.ts'
import { ObligationList } from './obligation-item.tsx'
import { type Profile, type ProfileValues, profileQuery } from './profile.ts'
import { ProfileForm } from './profile-form.tsx'
import { MyTargets, TargetTable } from './targets.tsx'
import { WhatCounts } from './what-counts.tsx'

/** What decides the rules of each measure. */
const QUESTIONS: Readonly<Record<MeasureId, readonly (keyof ProfileValues)[]>> = {
  appro: ['territoire', 'annee', 'secteur', 'statut'],
  waste: ['annee', 'secteur', 'repas'],
  diversification: ['annee', 'secteur', 'statut', 'repas'],
  plastic: ['territoire', 'annee', 'secteur', 'statut'],
  info: ['annee', 'secteur'],
}
const PROPOSED = 3

export const Measure: FC<{ measure: MeasurePage; profile: Profile }> = ({ measure, profile }) => {
  const { id, label, path, promise, why } = measure
  const isProcurement = id === 'appro'
  return (
    <div class="fr-container fr-pb-6w">
      <Breadcrumb trail={[{ href: '/mesures', label: 'Les mesures' }]} here={label} />
      <h1>{label}</h1>
      <div class="fr-grid-row fr-grid-row--gutters">
        <div class="fr-col-12 fr-col-md-8">
          <p class="fr-text--lead">{promise}</p>
          <p>{why}</p>
          <ProfileForm
            profile={profile}
            action={path}
            fields={QUESTIONS[id]}
            submit={isProcurement ? 'Voir mes objectifs' : 'Voir ce qui me concerne'}
          />
          {isProcurement ? (
            <section class="fr-mt-4w">
              <h2>Vos objectifs pour {profile.year}</h2>
              <MyTargets profile={profile} path={path} />
            </section>
          ) : null}
          <section class="fr-mt-4w">
            <h2>Ce que demande la loi</h2>
            <ObligationList obligations={obligations.filter(({ measure: of }) => of === id)} profile={profile} />
          </section>
          {isProcurement ? (
            <>
              <section class="fr-mt-4w">
                <h2>Les objectifs, territoire par territoire</h2>
                <TargetTable />
              </section>
              <section class="fr-mt-4w">
                <h2>Ce qui compte</h2>
                <WhatCounts year={profile.year} />
              </section>
            </>
          ) : null}
        </div>
        <aside class="fr-col-12 fr-col-md-4">
          <NextSteps measure={measure} profile={profile} />
          <h2 class="fr-h5 fr-mt-4w">Les autres mesures</h2>
          <ul>
            {measurePages
              .filter((other) => other.id !== id)
              .map((other) => (
                <li>
                  <a href={other.path + (profile.asked ? profileQuery(profile.values) : '')}>{other.label}</a>
                </li>
              ))}
          </ul>
        </aside>
      </div>
    </div>
  )
}

const NextSteps: FC<{ measure: MeasurePage; profile: Profile }> = ({ measure, profile }) => (
  <div class="tone-soft no-print">
    <h2 class="fr-h5">Par où commencer</h2>
    <p>{measure.firstStep}</p>
    <p>
      <a class="fr-btn" href="/faire-le-point">
        Faire le point
      </a>
    </p>
    {measure.id === 'appro' ? (
      <p>
        <a class="fr-link" href="/calculette">
          Calculer mes parts
        </a>
      </p>
    ) : null}
    <h3 class="fr-h6">Pour vous aider</h3>
    <ul>
      {helpFor(measure, profile).map(({ url, title, publisher }) => (
        <li>
          <a href={url}>{title}</a>, {publisher}
        </li>
      ))}
    </ul>
    <p>
      <a class="fr-link" href={catalogueFor([measure.id])}>
        D’autres ressources
      </a>
    </p>
  </div>
)

function helpFor({ id }: MeasurePage, { facts }: Profile) {
  const sector = facts.sectorList?.[0]
  const sectorCategory = sector ? sectorOf(sector).category : null
  return resourcesFor({ measure: id, sectorCategory, region: facts.territory.region }, PROPOSED)
}
