// Beside each screen: the law of this very canteen on the subject of the screen, and what the answers already tell.
import type { FC } from 'hono/jsx'
import { formatPercent } from '../../law/money.ts'
import { type MeasureId, obligations } from '../../law/obligations.ts'
import type { Target } from '../../law/targets.ts'
import { legalText, reference, type TextId } from '../../law/texts.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { shareInWords } from './explanation.ts'
import { gapInWords } from './next-steps.ts'
import type { StepId } from './question.ts'
import { type StateOfPlay, stateOfPlay } from './state-of-play.ts'
import type { Subject } from './subject.ts'
import { canteenInWords } from './words.ts'

/** A text of law, named and linked; « à vérifier » when nobody has re-read it yet. */
export const Source: FC<{ text: TextId }> = ({ text }) => {
  const { url } = legalText(text)
  return url ? <a href={url}>{reference(text)}</a> : <span>{reference(text)}</span>
}

const MEASURES: Partial<Record<StepId, MeasureId>> = {
  gaspillage: 'waste',
  vegetal: 'diversification',
  plastique: 'plastic',
  information: 'info',
}

export const SideNote: FC<{ step: StepId; subject: Subject }> = ({ step, subject }) => {
  const measure = MEASURES[step]
  if (step === 'profil' || step === 'lieu') return <Privacy />
  if (step === 'fiertes') return null
  return (
    <aside class="tone-soft side-note" aria-label="La loi pour votre cantine">
      <p>
        <strong>{`Pour ${canteenInWords(subject)} :`}</strong>
      </p>
      {measure ? (
        <Duties measure={measure} subject={subject} />
      ) : (
        <Targets step={step} state={stateOfPlay(subject, subject.dataYear)} />
      )}
    </aside>
  )
}

const Privacy: FC = () => (
  <aside class="tone-soft side-note" aria-label="Qui voit vos réponses">
    <p>
      <strong>Qui voit vos réponses ?</strong>
    </p>
    <p>
      Personne. Ni votre nom ni celui de la cantine ne sont demandés. Les réponses sont gardées sous un code que vous seul·e avez
      : il est dans l’adresse de cette page.
    </p>
  </aside>
)

const Duties: FC<{ measure: MeasureId; subject: Subject }> = ({ measure, subject }) => {
  const owed = obligations.flatMap((one) => {
    const duty = subject.duties.get(one.id)
    return one.measure === measure && one.gates && duty && duty.applies !== false ? [{ ...duty, title: one.title }] : []
  })
  if (owed.length === 0) return <p>La loi n’exige rien sur ce point. Vos réponses diront ce que vous faites de plus.</p>
  return (
    <ul>
      {owed.map(({ title, applies, since, source }) => (
        <li>
          {title}
          {applies === null ? ' (peut-être)' : ''}, depuis le {frenchDay(since)} (<Source text={source} />)
        </li>
      ))}
    </ul>
  )
}

const Targets: FC<{ step: StepId; state: StateOfPlay }> = ({ step, state }) => {
  const { organic, quality, meatFish } = state.shares
  return (
    <ul>
      {step === 'viandes-et-poissons' ? null : (
        <>
          <TargetLine target={quality.target} what="de produits durables et de qualité" />
          <TargetLine target={organic.target} what="de bio, compris dedans" />
        </>
      )}
      <TargetLine target={meatFish.target} what="des viandes et poissons durables et de qualité" />
      {organic.target || quality.target || meatFish.target ? null : <li>{`Pas d’objectif d’achat en ${state.dataYear}.`}</li>}
    </ul>
  )
}

const TargetLine: FC<{ target: Target | null; what: string }> = ({ target, what }) =>
  target === null || target.applies === false ? null : (
    <li>
      <strong>{formatPercent(target.percent)}</strong> {what}, règle des achats depuis {target.from} (
      <Source text={target.source} />)
    </li>
  )

/** Given before more is asked: what the answers to the earlier screens already tell. */
export const FirstFigures: FC<{ step: StepId; subject: Subject }> = ({ step, subject }) => {
  if (step !== 'labels' && step !== 'viandes-et-poissons' && step !== 'gaspillage') return null
  const { organic, quality, meatFish } = stateOfPlay(subject, subject.dataYear).shares
  const shares = step === 'labels' ? [organic] : step === 'gaspillage' ? [organic, quality, meatFish] : [organic, quality]
  const known = shares.flatMap((share) => {
    const value = shareInWords(share)
    if (value === null) return []
    const gap = gapInWords(share)
    return [`${share.label} : ${value}${share.met ? ', objectif atteint' : gap ? `, il reste ${gap}` : ''}`]
  })
  return known.length === 0 ? null : (
    <div class="first-figures">
      <p>
        <strong>Ce que vos réponses disent déjà</strong>
      </p>
      {known.map((line) => (
        <p>{line}.</p>
      ))}
    </div>
  )
}
