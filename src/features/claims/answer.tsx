// The answer for one claim: why, what proof to keep, what can be done, and the text of law behind it.
import type { FC } from 'hono/jsx'
import type { Answer } from '../../law/claim.ts'
import type { ClaimVerdict } from '../../law/claims.ts'
import { legalText } from '../../law/texts.ts'
import type { DataYear } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'

const BADGES: Record<Answer, { words: string; kind: string }> = {
  counts: { words: 'Compte', kind: ' fr-badge--success' },
  counts_until: { words: 'Compte pour l’instant', kind: ' fr-badge--success' },
  counts_with_proof: { words: 'Avec une preuve', kind: ' fr-badge--info' },
  unknown: { words: 'À vérifier', kind: ' fr-badge--new' },
  does_not_count: { words: 'Ne compte pas', kind: '' },
}

/** One word on the answer, told by its text, not by its colour alone. Never red: no one is at fault. */
export const AnswerBadge: FC<{ answer: Answer }> = ({ answer }) => (
  <span class={`fr-badge fr-badge--no-icon${BADGES[answer].kind}`}>{BADGES[answer].words}</span>
)

export const ClaimAnswer: FC<{ verdict: ClaimVerdict; dataYear: DataYear }> = ({ verdict, dataYear }) => {
  const { answer, why, proof, instead, toVerify } = verdict
  const counts = answer === 'counts' || answer === 'counts_until'
  return (
    <>
      <p>{why}</p>
      {proof ? (
        <p>
          <strong>{counts ? 'Preuve à garder : ' : 'Ce qu’il vous faut : '}</strong>
          {proof}
        </p>
      ) : null}
      {instead ? (
        <p>
          <strong>{answer === 'does_not_count' ? 'Mais… ' : 'Pour aller plus loin : '}</strong>
          {instead}
        </p>
      ) : null}
      {toVerify ? (
        <p class="fr-text--sm">
          <span class="fr-badge fr-badge--sm fr-badge--new fr-badge--no-icon">À vérifier</span> Nous n’avons pas relu ce point
          dans un texte officiel. En cas de doute, ne comptez pas l’achat, et posez la question à votre fournisseur.
        </p>
      ) : null}
      <SourceOf verdict={verdict} dataYear={dataYear} />
    </>
  )
}

const SourceOf: FC<{ verdict: ClaimVerdict; dataYear: DataYear }> = ({ verdict, dataYear }) => {
  const { title, article, date, url, toVerify } = legalText(verdict.source)
  const day = date ? frenchDay(date) : ''
  return (
    <p class="fr-text--sm">
      <strong>Texte : </strong>
      {url ? <a href={url}>{title}</a> : title}
      {article && !title.includes('article') ? `, ${article}` : null}
      {day && !title.includes(day) ? `, ${day}` : null}
      {toVerify ? ' (référence à vérifier)' : null}. Règle appliquée aux achats de {dataYear}.
    </p>
  )
}
