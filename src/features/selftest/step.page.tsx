// One screen of the test: the questions, why they are asked, and the law of this canteen beside.
import type { FC } from 'hono/jsx'
import { ErrorSummary } from '../../platform/html/fields.tsx'
import { Stepper } from '../../platform/html/pieces.tsx'
import type { Step } from './question.ts'
import { QuestionField } from './question-field.tsx'
import { questionsFor, stepsFor } from './questions.ts'
import type { Screen } from './screen.ts'
import { FirstFigures, SideNote } from './side-note.tsx'
import type { Subject } from './subject.ts'

type Props = {
  code: string
  step: Step
  subject: Subject
  screen: Screen
  currentYear: number
  address: string
  isExample: boolean
}

export const StepPage: FC<Props> = ({ code, step, subject, screen, currentYear, address, isExample }) => {
  const steps = stepsFor(subject)
  const position = steps.indexOf(step) + 1
  const themes = [...new Set(steps.map(({ theme }) => theme))]
  const theme = themes.indexOf(step.theme)
  return (
    <div class="fr-container fr-py-4w">
      <Stepper step={theme + 1} steps={themes.map((name, index) => (index === theme ? step.title : name))} />
      <div class="fr-grid-row fr-grid-row--gutters">
        <div class="fr-col-12 fr-col-md-8">
          <FirstFigures step={step.id} subject={subject} />
          <p>{step.why}</p>
          {isExample ? (
            <p class="fr-message fr-mb-2w">Cet exemple ne change pas : en continuant, vous en gardez une copie à vous.</p>
          ) : null}
          <form method="post" action={`/faire-le-point/${code}/${step.id}`}>
            <ErrorSummary errors={screen.errors} />
            {questionsFor(step, subject).map((question) => (
              <QuestionField question={question} screen={screen} currentYear={currentYear} dataYear={subject.dataYear} />
            ))}
            <div class="actions">
              <button class="fr-btn" type="submit">
                {position < steps.length ? 'Continuer' : 'Voir mon résultat'}
              </button>
              {position > 1 ? (
                <button class="fr-btn fr-btn--secondary" type="submit" name="direction" value="precedent" formnovalidate>
                  Précédent
                </button>
              ) : null}
              {position > 2 && position < steps.length ? (
                <button class="fr-btn fr-btn--tertiary" type="submit" name="direction" value="resultat">
                  Voir déjà le résultat
                </button>
              ) : null}
            </div>
          </form>
        </div>
        <div class="fr-col-12 fr-col-md-4">
          <SideNote step={step.id} subject={subject} />
          <p class="fr-text--sm fr-mt-2w">
            Vous pouvez vous arrêter et revenir : tout est gardé à l’adresse de cette page.{' '}
            <button class="fr-btn fr-btn--sm fr-btn--tertiary" type="button" hidden data-copy={address}>
              Copier l’adresse
            </button>
          </p>
        </div>
      </div>
    </div>
  )
}
