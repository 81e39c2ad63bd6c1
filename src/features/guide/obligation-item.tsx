// One obligation: what it asks, of whom, since when, by which text, and whether it is for the canteen described.
import type { FC } from 'hono/jsx'
import type { ObligationKind, ObligationRule } from '../../law/obligation.ts'
import { applies, type Obligation } from '../../law/obligations.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { Disclosure } from '../../platform/html/pieces.tsx'
import type { Profile } from './profile.ts'
import { Source } from './source.tsx'

const KINDS: Readonly<Record<ObligationKind, string | null>> = {
  duty: null,
  encouragement: 'Encouragement',
  voluntary: 'Démarche volontaire',
  state: 'Rôle de l’État et de ses partenaires',
  national_goal: 'Objectif national',
}

type Props = { obligation: Obligation; profile: Profile; withTexts?: boolean | undefined }

/** Obligations in their order; once a canteen is described, those that are not for it step aside. */
export const ObligationList: FC<{ obligations: readonly Obligation[]; profile: Profile; withTexts?: boolean }> = ({
  obligations,
  profile,
  withTexts,
}) => {
  const aside = (one: Obligation) => profile.asked && applies(one, profile.facts, profile.year).applies === false
  const others = obligations.filter(aside)
  const item = (one: Obligation) => <ObligationItem obligation={one} profile={profile} withTexts={withTexts} />
  return (
    <>
      {obligations.filter((one) => !aside(one)).map(item)}
      {others.length > 0 ? (
        <Disclosure
          summary={others.length === 1 ? 'Une règle pour d’autres que vous' : `${others.length} règles pour d’autres que vous`}
        >
          {others.map(item)}
        </Disclosure>
      ) : null}
    </>
  )
}

const ObligationItem: FC<Props> = ({ obligation, profile, withTexts = false }) => (
  <article id={obligation.id} class="obligation">
    <h3 class="fr-h6">{obligation.title}</h3>
    {profile.asked ? <Concerned obligation={obligation} profile={profile} /> : null}
    <p>{obligation.text}</p>
    <ul class="obligation__rules">
      {obligation.rules.map((rule) => (
        <li>
          {spanOf(rule, profile.today)} : {lowerFirst(audienceOf(rule))} – <Source text={rule.source} />
          {rule.toVerify ? ' – date à vérifier' : null}
        </li>
      ))}
      {withTexts && obligation.alsoSee ? (
        <li>
          Voir aussi :{' '}
          {obligation.alsoSee.map((text, index) => (
            <>
              {index > 0 ? ', ' : null}
              <Source text={text} />
            </>
          ))}
        </li>
      ) : null}
    </ul>
  </article>
)

const Concerned: FC<{ obligation: Obligation; profile: Profile }> = ({ obligation, profile }) => {
  const kind = KINDS[obligation.kind]
  const answer = applies(obligation, profile.facts, profile.year)
  // A reason that only repeats who a rule is for stands under the text already.
  const saidBelow = answer.applies === true || obligation.rules.some((rule) => audienceOf(rule) === answer.reason)
  const [tone, words] =
    kind && answer.applies !== true
      ? (['', kind] as const)
      : answer.applies === true
        ? ([' fr-badge--success', kind ?? 'Concerne votre cantine'] as const)
        : answer.applies === false
          ? (['', 'Ne concerne pas votre cantine'] as const)
          : ([' fr-badge--info', 'À préciser'] as const)
  return (
    <p>
      <strong class={`fr-badge fr-badge--sm fr-badge--no-icon${tone}`}>{words}</strong>
      {saidBelow ? null : ` ${answer.reason}.`}
    </p>
  )
}

/** « Depuis le 1er janvier 2022 », « À partir du 1er janvier 2028 », « Du 1er novembre 2019 au 23 août 2021 ». */
function spanOf({ from, until }: ObligationRule, today: IsoDate): string {
  if (until) return `Du ${frenchDay(from)} au ${frenchDay(until)}`
  return from > today ? `À partir du ${frenchDay(from)}` : `Depuis le ${frenchDay(from)}`
}

/** Who a rule is for, in words: its conditions, or the circumstance or the reason that stands for them. */
export function audienceOf({ when }: ObligationRule): string {
  const said = when.map(({ yes }) => yes).filter(Boolean)
  return said.length > 0 ? said.join(' ; ') : when.map(({ unknown, no }) => unknown || no).join(' ; ')
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
