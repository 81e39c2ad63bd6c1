// One line of an invoice: what we read in it, why, and the fields to put it right.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { countingOf } from '../../law/purchase.ts'
import type { DataYear } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { CheckboxField, SelectField } from '../../platform/html/fields.tsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import { familyChoices, familyWords, labelChoices, labelWords, originChoices, originWords } from '../purchases/purchases.ts'
import { type DecidedLine, lineField, SURE } from './review.ts'

export const LineHead: FC<{ line: DecidedLine }> = ({ line: { proposal } }) => (
  <p class="invoice-line__head">
    <strong>{proposal.wording || 'Ligne sans libellé'}</strong>
    <span class="invoice-line__amount">{formatEuros(proposal.cents)}</span>
  </p>
)

/** « Fruits et légumes · Bio · Origine France ». */
export const decidedWords = ({ family, labels, origin }: DecidedLine) =>
  [familyWords(family), ...labels.map(labelWords), ...(origin ? [originWords(origin)] : [])].join(' · ')
export const asideWords = ({ proposal: { aside } }: DecidedLine) => `Écartée${aside ? ` : ${aside}` : ''}`

type LineProps = { line: DecidedLine; index: number; error: string | undefined; dataYear: DataYear; focus: boolean }

export const EditableLine: FC<LineProps> = ({ line, index, error, dataYear, focus }) => {
  const { family, labels, origin, aside } = line
  return (
    <li class="invoice-line" id={`ligne-${index}`} tabindex={focus ? -1 : undefined} autofocus={focus}>
      <LineHead line={line} />
      <p class="fr-text--sm">{reasons(line, dataYear)}</p>
      <div class="fr-grid-row fr-grid-row--gutters">
        <div class="fr-col-12 fr-col-md-5">
          <SelectField
            name={lineField(index, 'famille')}
            label="Famille"
            value={family ?? ''}
            choices={[...familyChoices]}
            error={error}
          />
        </div>
        <div class="fr-col-12 fr-col-md-4">
          <SelectField
            name={lineField(index, 'origine')}
            label="Origine"
            required={false}
            empty="Autre ou inconnue"
            value={origin ?? ''}
            choices={[...originChoices]}
          />
        </div>
        <div class="fr-col-12 fr-col-md-3">
          <CheckboxField
            name={lineField(index, 'ecarter')}
            label="Pas un aliment ?"
            choices={[{ value: 'oui', label: 'Écarter la ligne' }]}
            values={aside ? ['oui'] : []}
          />
        </div>
      </div>
      <Disclosure
        summary={labels.length === 0 ? 'Ajouter un label' : `Labels : ${labels.map(labelWords).join(', ')}`}
        open={labels.length > 0 || focus}
      >
        <CheckboxField
          name={lineField(index, 'label')}
          label="Labels"
          choices={labelChoices.map(({ value, label }) => ({ value, label }))}
          values={labels}
          inline
        />
      </Disclosure>
    </li>
  )
}

/** Why this is proposed: the words that told it, what the team corrected before, what needs a proof, where it counts, what is shared out. */
export function reasons({ proposal, aside: isAside, family, labels, open }: DecidedLine, dataYear: DataYear): string {
  const { evidence, aside, sharedCents, confidence, learnedOn } = proposal
  const isTold = learnedOn !== undefined && labels.some((label) => !evidence.some(({ code }) => code === label))
  const parts = [
    aside !== null && open ? `Écartée : ${aside}.` : '',
    evidence.length > 0 ? `Lu : ${[...new Set(evidence.map(({ words }) => `« ${words} »`))].join(', ')}.` : '',
    learnedOn !== undefined && aside === null ? `Corrigé par votre équipe le ${frenchDay(learnedOn)}.` : '',
    evidence.length === 0 && aside === null && learnedOn === undefined
      ? 'Nous n’avons pas reconnu ce produit : choisissez sa famille.'
      : '',
    evidence.length > 0 && confidence < SURE ? 'Peu sûr : regardez bien.' : '',
    isTold ? 'Ce label n’est pas écrit sur la facture : gardez-en la preuve.' : '',
    evidence.some(({ needsProof }) => needsProof) ? 'Ce label ne compte que si vous en gardez la preuve.' : '',
    labels.length > 0 && !isAside ? countingOf({ family, characteristics: labels }, dataYear).why : '',
    sharedCents === 0 ? '' : `Remise de la facture comprise : ${formatEuros(sharedCents)}.`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}
