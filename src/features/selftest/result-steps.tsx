// What to do next: three cards, the others behind a fold.
import type { FC } from 'hono/jsx'
import { sectorOf } from '../../law/sectors.ts'
import { Disclosure } from '../../platform/html/pieces.tsx'
import { type Resource, resourcesFor } from '../resources/resources.ts'
import { effortWords } from './next-step.data.ts'
import { type NextStep, threeFirst } from './next-steps.ts'
import type { Subject } from './subject.ts'

const EFFORTS = { hour: 'petit', days: 'moyen', project: 'grand' } as const

/** The catalogue never changes while the site runs: what was found once is found again. */
const found = new Map<string, Resource | null>()

function resourceFor({ measure, topic, effort, words }: NextStep, { canteen }: Subject): Resource | null {
  if (words === '') return null
  const sector = canteen.sectorList?.[0]
  const sectorCategory = sector ? sectorOf(sector).category : null
  const { region } = canteen.territory
  const key = [topic ?? measure, sectorCategory, region, effort, words].join('|')
  if (!found.has(key)) {
    const gap = { measure: topic ?? measure, sectorCategory, region, effort: EFFORTS[effort], words }
    found.set(key, resourcesFor(gap, 1)[0] ?? null)
  }
  return found.get(key) ?? null
}

type Props = { ranked: readonly NextStep[]; subject: Subject; code: string }

export const NextSteps: FC<Props> = ({ ranked, subject, code }) => {
  const first = threeFirst(ranked)
  const others = ranked.filter((step) => !first.includes(step))
  return (
    <section aria-labelledby="pas">
      <h2 id="pas">Vos trois prochains pas</h2>
      <ol class="fr-raw-list next-steps">
        {first.map((step) => (
          <Card step={step} resource={resourceFor(step, subject)} code={code} />
        ))}
      </ol>
      {others.length > 0 ? (
        <div class="no-print">
          <Disclosure summary={others.length === 1 ? 'Et ensuite : un autre pas' : `Et ensuite : ${others.length} autres pas`}>
            <ul>
              {others.map(({ title, effort, step }) => (
                <li>
                  {step ? <a href={`/faire-le-point/${code}/${step}`}>{title}</a> : title} ({effortWords[effort].toLowerCase()})
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      ) : null}
    </section>
  )
}

const Card: FC<{ step: NextStep; resource: Resource | null; code: string }> = ({ step, resource, code }) => (
  <li class="next-step keep-together">
    <h3>{step.title}</h3>
    <p class="next-step__effort">{effortWords[step.effort]}</p>
    <p>{step.how}</p>
    <p>
      <strong>{step.effect}</strong>
    </p>
    {resource ? (
      <p class="rule">
        Pour vous aider : <a href={resource.url}>{resource.title}</a>, {resource.publisher}
      </p>
    ) : null}
    {step.kind === 'settle' && step.step ? (
      <p class="no-print">
        <a href={`/faire-le-point/${code}/${step.step}`}>J’ai la réponse</a>
      </p>
    ) : null}
    {step.href ? (
      <p class="no-print">
        <a href={step.href}>Voir les échéances</a>
      </p>
    ) : null}
  </li>
)
