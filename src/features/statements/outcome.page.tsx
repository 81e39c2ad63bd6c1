// What a supplier finds once it has sent: what it sent, and what the canteen answered. And what a closed link shows.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { Article } from '../../platform/html/article.tsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { acceptedWords, linesWords } from './mails.ts'
import { LinesTable } from './read-back.page.tsx'
import { type Given, type LineDecision, sumOf } from './statement.ts'
import { type Opened, SupplierFrame } from './supplier-frame.tsx'
import { lineWords } from './words.ts'

export const SentPage: FC<{ opened: Opened; given: Given }> = ({ opened, given }) => {
  const { asker, statement, address } = opened
  return (
    <SupplierFrame opened={opened} title="Relevé envoyé" lead={`${asker.name} l’a reçu. Merci !`}>
      <Notice title={`${linesWords(given.lines.length)}, ${formatEuros(sumOf(given.lines))} hors taxe`} kind="success">
        <p>
          {`Attesté par ${given.name} (${given.job}), le ${frenchDay(dayInParis(statement.sentAt!))}. `}
          {statement.email === null ? '' : `Un reçu est parti à ${statement.email}.`}
        </p>
      </Notice>
      <LinesTable content={given} />
      <p>
        Une erreur ? <a href={`${address}?corriger`}>Corrigez ce relevé</a> tant que la cantine n’a pas répondu.
      </p>
    </SupplierFrame>
  )
}

export const AnsweredPage: FC<{ opened: Opened; given: Given; decisions: readonly LineDecision[] }> = ({
  opened,
  given,
  decisions,
}) => (
  <SupplierFrame
    opened={opened}
    title="La cantine a répondu"
    lead={`${acceptedWords(decisions)}. Ce relevé ne peut plus être modifié ; pour une erreur, écrivez à la cantine.`}
  >
    <LinesTable content={given} outcomes={decisions.map((decision, index) => outcomeWords(decision, given, index))} />
  </SupplierFrame>
)

function outcomeWords(decision: LineDecision, { lines }: Given, index: number): string {
  if (!decision.accepted) return `Refusée : ${decision.why}`
  const { line } = decision
  return JSON.stringify(line) === JSON.stringify(lines[index])
    ? 'Acceptée'
    : `Acceptée, corrigée : ${lineWords(line)}, ${formatEuros(line.cents)}`
}

/** Says nothing of the canteen: whoever holds a link that was cut may not be its supplier. */
export const ClosedPage: FC = () => (
  <Article title="Ce lien n’ouvre plus rien" lead="Il a expiré, ou la cantine l’a coupé.">
    <p>Ce que vous aviez envoyé n’est pas perdu. Pour compléter ou corriger un relevé, demandez un nouveau lien à la cantine.</p>
  </Article>
)
