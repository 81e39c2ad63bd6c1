// Requests as the pages of both sides show them: those to answer, those that wait, and links to confirm.
import type { FC } from 'hono/jsx'
import type { IsoDate } from '../../law/timeline.ts'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { Disclosure } from '../../platform/html/pieces.tsx'
import type { Reply } from './answer.ts'
import { type LinkRequest, REQUEST_DAYS, type Side } from './requests.sql.ts'
import { datesWords, quoted, stayWords } from './words.ts'

type Props = { requests: readonly LinkRequest[]; side: Side; base: string; mayRun: boolean }

/** What waits for this side: links to confirm, requests to answer. */
export const RequestsToAnswer: FC<Props & { today: IsoDate }> = ({ requests, side, base, mayRun, today }) => {
  const toConfirm = requests.filter(({ state }) => state === 'unclaimed' && side === 'satellite')
  const toAnswer = requests.filter(({ state, askedOf }) => state === 'pending' && askedOf === side)
  return (
    <>
      {toConfirm.map((request) => (
        <section class="group-request" aria-labelledby={`demande-${request.id}`}>
          <h2 class="fr-h5" id={`demande-${request.id}`}>
            Ce rattachement est-il juste ?
          </h2>
          <p>
            Le {asked(request)}, quand personne ne gérait encore cette cantine, le groupe {quoted(request.groupName)} l’a
            rattachée {stayWords(request, today)}.
          </p>
          <Replies
            request={request}
            base={base}
            mayRun={mayRun}
            replies={[
              ['confirmer', 'Oui, cette cuisine nous livre'],
              ['defaire', 'Non, défaire ce rattachement'],
            ]}
          />
        </section>
      ))}
      {toAnswer.length > 0 ? (
        <section aria-labelledby="a-repondre">
          <h2 class="fr-h4" id="a-repondre">
            {toAnswer.length === 1 ? 'Une demande attend votre réponse' : `${toAnswer.length} demandes attendent votre réponse`}
          </h2>
          {toAnswer.map((request) => (
            <div class="group-request">
              <p>{proposal(request, side)}</p>
              <p class="fr-hint-text">{`Demande du ${asked(request)}, valable ${REQUEST_DAYS} jours. Rien ne change sans votre accord.`}</p>
              <Replies
                request={request}
                base={base}
                mayRun={mayRun}
                replies={[
                  ['accepter', 'Accepter'],
                  ['refuser', 'Refuser'],
                ]}
              />
            </div>
          ))}
        </section>
      ) : null}
    </>
  )
}

/** What this side asked and nobody answered yet. */
export const SentRequests: FC<Props> = ({ requests, side, base, mayRun }) => {
  const sent = requests.filter(({ state, askedOf }) => state === 'pending' && askedOf !== side)
  return sent.length === 0 ? null : (
    <Disclosure
      summary={
        sent.length === 1 ? 'Une demande envoyée, sans réponse encore' : `${sent.length} demandes envoyées, sans réponse encore`
      }
      open={sent.length <= FEW}
    >
      {sent.map((request) => (
        <div class="group-request">
          <p>
            {quoted(side === 'group' ? request.satelliteName : request.groupName)}, {datesWords(request)}
            <span class="fr-hint-text">{`Demande du ${asked(request)}, valable ${REQUEST_DAYS} jours`}</span>
          </p>
          <Replies request={request} base={base} mayRun={mayRun} replies={[['retirer', 'Retirer la demande']]} />
        </div>
      ))}
    </Disclosure>
  )
}

/** As many are seen without asking. */
const FEW = 3

const asked = ({ askedAt }: LinkRequest) => frenchDay(dayInParis(askedAt))

const proposal = (request: LinkRequest, side: Side) =>
  side === 'satellite'
    ? `Le groupe ${quoted(request.groupName)} propose de rattacher cette cantine ${datesWords(request)}. Ses achats y seraient déclarés une seule fois, pour tous les restaurants du groupe.`
    : `${quoted(request.satelliteName)} demande à rejoindre ce groupe ${datesWords(request)}.`

type RepliesProps = {
  request: LinkRequest
  base: string
  mayRun: boolean
  replies: readonly (readonly [reply: Reply, label: string])[]
}

const Replies: FC<RepliesProps> = ({ request, base, mayRun, replies }) =>
  mayRun ? (
    <form method="post" action={`${base}/demandes/${request.id}`} class="actions">
      {replies.map(([reply, label], index) => (
        <button
          class={`fr-btn fr-btn--sm${index > 0 || reply === 'retirer' ? ' fr-btn--secondary' : ''}`}
          type="submit"
          name="reponse"
          value={reply}
        >
          {label}
          <span class="fr-sr-only">{` : ${request.satelliteName}, ${request.groupName}`}</span>
        </button>
      ))}
    </form>
  ) : (
    <p class="fr-hint-text">Une personne qui administre cette cantine peut y répondre.</p>
  )
