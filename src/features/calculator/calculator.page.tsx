// The calculator: amounts on one side, shares and gaps on the other. Computed here on demand, or in the browser as one types.
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { ErrorSummary } from '../../platform/html/fields.tsx'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import { catalogueFor } from '../resources/resources.ts'
import { AmountsGrid } from './amounts-grid.tsx'
import type { Answers } from './calculator-answers.client.ts'
import { depthOf, fields, type Mode } from './calculator-entry.client.ts'
import { answersMarkup } from './calculator-markup.client.ts'
import { summaryInWords } from './calculator-words.client.ts'
import { CanteenFields } from './canteen-fields.tsx'
import { citations } from './citations.ts'
import type { Place } from './commune.ts'
import { SimpleAmounts } from './simple-amounts.tsx'

/** `isPosted`: the entry was sent to be computed here, so it wins over what the browser may have kept. */
export type CalculatorProps = { place: Place; answers: Answers; isPosted: boolean }

export const Calculator: FC<CalculatorProps> = ({ place, answers, isPosted }) => {
  const { entry } = place
  const { problems } = answers
  const isSimple = depthOf(entry.mode) === 'simple'
  const columns = isSimple ? ['fr-col-12 fr-col-lg-7', 'fr-col-12 fr-col-lg-5'] : ['fr-col-12', 'fr-col-12']
  return (
    <div class="fr-container fr-py-4w calculator">
      <link rel="manifest" href="/calculette/manifest.webmanifest" />
      <Breadcrumb here="Calculette" />
      <h1>Calculette : où en sont vos achats ?</h1>
      <div class="no-print">
        <p class="fr-text--lead fr-mb-1w">
          Saisissez vos achats de l’année : vos parts de bio et de produits durables et de qualité s’affichent, avec les euros qui
          manquent.
        </p>
        <p class="fr-text--sm" data-privacy>
          Vos montants servent à ce calcul et nous ne les gardons pas.
        </p>
        <p class="fr-text--sm" data-network></p>
      </div>
      {problems.length > 0 ? (
        <div id="resultat">
          <ErrorSummary errors={problems} />
        </div>
      ) : null}
      <div class="fr-grid-row fr-grid-row--gutters">
        <form
          class={`${columns[0]} no-print`}
          method="post"
          action="/calculette#resultat"
          data-calculator
          data-posted={isPosted ? '' : undefined}
        >
          <input type="hidden" name={fields.mode} value={entry.mode} />
          <h2 class="fr-h4">Votre cantine</h2>
          <CanteenFields place={place} problems={problems} />
          <h2 class="fr-h4 fr-mt-4w">Vos achats alimentaires de l’année, en euros hors taxe</h2>
          {isSimple ? <SimpleAmounts entry={entry} problems={problems} /> : <AmountsGrid entry={entry} problems={problems} />}
          <p role="status" class={`calculator__news${isSimple ? ' calculator__news--aside' : ''}`} data-news>
            {summaryInWords(answers)}
          </p>
          <div class="actions">
            <button class="fr-btn" type="submit">
              Calculer
            </button>
            {switches[entry.mode].map(([to, words]) => (
              <button class="fr-btn fr-btn--secondary" type="submit" name="vers" value={to}>
                {words}
              </button>
            ))}
          </div>
        </form>
        <section class={columns[1]} id={problems.length > 0 ? undefined : 'resultat'} aria-labelledby="reponses-titre">
          <div class={`calculator__answers${isSimple ? '' : ' calculator__answers--wide'}`}>
            <h2 class="fr-h4" id="reponses-titre" tabindex={-1}>
              {`Vos parts pour ${entry.dataYear}`}
            </h2>
            <div data-answers data-citations={JSON.stringify(citations)}>
              {raw(answersMarkup(answers, citations).markup)}
            </div>
            <p class="actions">
              <a class="fr-link" href={catalogueFor(['appro'])}>
                Des idées pour avancer
              </a>
              <a class="fr-link" href="/faire-le-point">
                Faire le point sur les cinq mesures
              </a>
              <button class="fr-btn fr-btn--tertiary" type="button" data-print hidden>
                Imprimer
              </button>
            </p>
          </div>
        </section>
      </div>
    </div>
  )
}

/** Where one may go from each mode. « zeros » stays, and writes a zero in each blank cell. */
const switches: Readonly<Record<Mode, readonly (readonly [Mode | 'zeros', string])[]>> = {
  simple: [['detaillee', 'Passer à la saisie détaillée']],
  detaillee: [
    ['zeros', 'Mettre zéro dans les cases vides'],
    ['complete', 'Ajouter les critères d’achat'],
    ['simple', 'Revenir à la saisie simple'],
  ],
  complete: [
    ['zeros', 'Mettre zéro dans les cases vides'],
    ['simple', 'Revenir à la saisie simple'],
  ],
}
