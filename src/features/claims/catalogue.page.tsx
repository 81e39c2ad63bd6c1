// Every claim, sorted by its answer for a year: to be browsed, searched in the page, printed and pinned in the kitchen.
import type { FC } from 'hono/jsx'
import type { Answer } from '../../law/claim.ts'
import { claims, judgeClaim } from '../../law/claims.ts'
import type { DataYear } from '../../law/timeline.ts'
import { SelectField } from '../../platform/html/fields.tsx'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import { CATALOGUE_PATH, CHECK_PATH, claimAddress, claimHeadline } from './claims.ts'

const SECTIONS: readonly { id: string; title: string; intro: string; answers: readonly Answer[] }[] = [
  {
    id: 'compte',
    title: 'Compte',
    intro: 'Le signe suffit, écrit sur la facture ou l’étiquette.',
    answers: ['counts', 'counts_until'],
  },
  {
    id: 'avec-preuve',
    title: 'Compte avec une preuve',
    intro: 'Le mot ne suffit pas : un papier doit le confirmer.',
    answers: ['counts_with_proof'],
  },
  {
    id: 'a-verifier',
    title: 'Cela dépend, ou reste à vérifier',
    intro: 'Il manque une précision : le produit, le niveau, ou un texte que nous n’avons pas relu.',
    answers: ['unknown'],
  },
  {
    id: 'ne-compte-pas',
    title: 'Ne compte pas dans les parts, et peut rester précieux',
    intro:
      'Rien à cacher : ces choix se montrent à vos convives, à part. Sur chaque page, nous disons quoi demander pour que l’achat compte.',
    answers: ['does_not_count'],
  },
]

export const Catalogue: FC<{ dataYear: DataYear; years: readonly DataYear[] }> = ({ dataYear, years }) => {
  const verdicts = claims.map(({ id }) => judgeClaim(id, { dataYear }))
  return (
    <div class="fr-container fr-pb-6w">
      <Breadcrumb trail={[{ href: CHECK_PATH, label: 'Est-ce que ça compte ?' }]} here="Toutes les mentions" />
      <h1>Toutes les mentions, et leur réponse</h1>
      <p class="fr-text--lead">
        {claims.length} labels, signes et mentions que l’on rencontre sur les produits, pour les achats de {dataYear}.
      </p>
      <form method="get" action={CATALOGUE_PATH} class="year-form no-print">
        <SelectField
          name="annee"
          label="Année de l’achat"
          value={String(dataYear)}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <button class="fr-btn fr-btn--secondary" type="submit">
          Changer d’année
        </button>
      </form>
      {SECTIONS.map(({ id, title, intro, answers }) => {
        const rows = verdicts.filter(({ answer }) => answers.includes(answer))
        return (
          <section aria-labelledby={id}>
            <h2 id={id}>
              {title} ({rows.length})
            </h2>
            <p>{intro}</p>
            <ul class="plain-list claim-index">
              {rows.map((verdict) => (
                <li>
                  <a href={claimAddress(verdict.claim.id, dataYear)}>{verdict.claim.name}</a>
                  {verdict.headline || verdict.answer === 'counts_until' ? ` : ${claimHeadline(verdict)}` : null}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <p class="fr-mt-4w no-print">
        <a class="fr-link" href={CHECK_PATH}>
          Vérifier un produit
        </a>
      </p>
    </div>
  )
}
