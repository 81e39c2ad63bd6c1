// The state of play, row by row: a level, a gauge with its target, the gap, the rule with its date and source, and the sum.
import type { FC } from 'hono/jsx'
import { everyone } from '../../law/conditions.ts'
import type { ObligationVerdict, ReasonState } from '../../law/measures.ts'
import { formatPercent } from '../../law/money.ts'
import type { MeasureId, ObligationId } from '../../law/obligations.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { Disclosure, Gauge } from '../../platform/html/pieces.tsx'
import { measurePage } from '../guide/guide.ts'
import { shareInWords, sumInWords } from './explanation.ts'
import { type Level, levelWords } from './levels.ts'
import { gapInWords } from './next-steps.ts'
import { Source } from './side-note.tsx'
import type { ShareState, StateOfPlay } from './state-of-play.ts'

export const LevelTag: FC<{ level: Level }> = ({ level }) => (
  <p class={`level level--${level.replace('_', '-')}`}>{levelWords[level]}</p>
)

type Props = { state: StateOfPlay; levels: Readonly<Record<MeasureId | 'meatFish', Level>> }

export const Rows: FC<Props> = ({ state, levels }) => (
  <>
    {state.measures.map((measure) => (
      <>
        <section class="state keep-together">
          <div class="state__head">
            <h3>
              <a href={measurePage(measure.id).path}>{measure.label}</a>
            </h3>
            <LevelTag level={levels[measure.id]} />
          </div>
          <div class="state__body">
            {measure.id === 'appro' ? (
              <div class="state__shares">
                <Share share={state.shares.quality} name="Durable et de qualité, bio compris" state={state} />
                <Share share={state.shares.organic} name="Bio" state={state} />
              </div>
            ) : (
              <Reasons id={measure.id} state={state} />
            )}
          </div>
        </section>
        {measure.id === 'appro' ? <MeatFishRow state={state} level={levels.meatFish} /> : null}
      </>
    ))}
  </>
)

const MeatFishRow: FC<{ state: StateOfPlay; level: Level }> = ({ state, level }) => (
  <section class="state keep-together">
    <div class="state__head">
      <h3>Viandes et poissons</h3>
      <LevelTag level={level} />
    </div>
    <div class="state__body state__shares">
      <Share share={state.shares.meatFish} name="Durables et de qualité" state={state} />
    </div>
  </section>
)

const Share: FC<{ share: ShareState; name: string; state: StateOfPlay }> = ({ share, name, state }) => {
  const { target, met, figures } = share
  if (target === null) return <p>{`${name} : pas d’objectif pour les achats de ${state.dataYear}.`}</p>
  const value = shareInWords(share)
  const goal = formatPercent(target.percent)
  const isNothing = figures.every(({ whole }) => whole.cents === 0)
  const finding =
    value === null
      ? `${name} : part à préciser, objectif ${goal}`
      : `${name} : ${value}, objectif ${goal}${met ? ' atteint' : ''}`
  const gap = gapInWords(share)
  return (
    <div class="share">
      <p class="share__title">
        <strong>{name}</strong> : {value === null ? isNothing ? 'rien à atteindre' : 'à préciser' : <strong>{value}</strong>}
        {`, objectif ${goal}`}
        {met ? ' atteint' : ''}
        {target.applies === false ? ' (il ne vous concerne pas cette année-là)' : ''}
      </p>
      {isNothing ? null : (
        <Gauge
          value={value === null ? null : Number(figures[0].percent)}
          target={target.percent}
          finding={finding}
          reached={met === true}
        />
      )}
      {gap && target.applies !== false ? (
        <p class="share__gap">
          Il reste <strong>{gap}</strong>, à dépense égale.
        </p>
      ) : null}
      <p class="rule">
        {target.reason}. Depuis les achats de {target.from} : <Source text={target.source} />.
      </p>
      <Disclosure summary="Comment est-ce calculé ?">
        {sumInWords(share).map((line) => (
          <p>{line}</p>
        ))}
        <p>{figures[0].rule}.</p>
      </Disclosure>
    </div>
  )
}

/** Why the rule is this canteen's, unless it is everyone's, or said already because it is what must be settled. */
function whyMine({ reason, applies }: ObligationVerdict, said: string, settled: ReasonState): string {
  if (applies === null && settled === 'met') return 'C’est fait, que la règle soit ou non pour vous : '
  if (reason === everyone.yes) return 'Règle pour tous, '
  return reason === '' || reason === said ? 'Règle ' : `${reason} : `
}

const Reasons: FC<{ id: MeasureId; state: StateOfPlay }> = ({ id, state }) => {
  const reasons = state.measures.find((measure) => measure.id === id)!.reasons
  const concerned = reasons.filter((reason) => reason.state !== 'not_applicable')
  /** The duty behind a reason; none when the canteen does of its own accord what the law asks of others. */
  const duty = (wanted: ObligationId) => state.obligations.find(({ id, applies }) => id === wanted && applies !== false)
  if (concerned.length === 0) return <p>La loi n’exige rien de votre cantine sur ce point. Ce que vous faites est en plus.</p>
  return (
    <ul class="reasons">
      {concerned.map(({ text, source, state: settled, obligation }) => {
        const owed = obligation && duty(obligation)
        return (
          <li class={`reason--${settled.replace('_', '-')}`}>
            {text}.{' '}
            {owed ? (
              <span class="rule">
                {whyMine(owed, text, settled)}depuis le {frenchDay(owed.since)}, <Source text={source} />
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
