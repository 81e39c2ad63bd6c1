// The amounts of simple entry: nine to begin with, ten more for those who want them.
import type { FC } from 'hono/jsx'
import { type AmountName, amountLabel, simpleAmounts } from '../../law/amount-names.ts'
import { AmountField, errorOf } from '../../platform/html/fields.tsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import type { Entry, Problem } from './calculator-entry.client.ts'
import { ClaimLink } from './claim-links.tsx'

/** `claim`: the page that says what counts there, and its name. */
type Row = { name: AmountName; hint?: string; claim?: readonly [id: string, words: string] }

const first: readonly Row[] = [
  { name: 'valeur_totale', hint: 'Sur l’année : aliments et boissons, avec ou sans label' },
  { name: 'valeur_bio', hint: 'Un produit bio se compte ici, même s’il porte un autre label', claim: ['bio', 'Bio'] },
  { name: 'valeur_siqo', claim: ['siqo', 'SIQO'] },
  { name: 'valeur_egalim_autres', hint: 'Chaque produit une seule fois, sans le bio ni les SIQO', claim: ['hve', 'HVE'] },
  {
    name: 'valeur_externalites_performance',
    hint: 'Rare : prévus dans vos marchés publics',
    claim: ['externalites-environnementales', 'Externalités'],
  },
  { name: 'valeur_viandes_volailles', hint: 'Sans la charcuterie' },
  { name: 'valeur_viandes_volailles_egalim', hint: 'Parmi ces viandes, celles déjà comptées en bio, SIQO ou autre label' },
  { name: 'valeur_produits_de_la_mer' },
  {
    name: 'valeur_produits_de_la_mer_egalim',
    hint: 'Parmi ces poissons, ceux déjà comptés plus haut',
    claim: ['ecolabel-peche-durable', 'Pêche durable'],
  },
]

const further: readonly Row[] = simpleAmounts.filter(({ name }) => !first.some((row) => row.name === name))

type Props = { entry: Entry; problems: readonly Problem[] }

export const SimpleAmounts: FC<Props> = ({ entry, problems }) => {
  const field = ({ name, hint, claim }: Row) => (
    <div>
      <AmountField
        name={name}
        label={amountLabel(name, entry.dataYear)}
        hint={hint}
        value={entry.amounts[name] ?? ''}
        error={errorOf(problems, name)}
        required={simpleAmounts.find((row) => row.name === name)!.needed}
      />
      {claim ? <ClaimLink claim={claim[0]} words={claim[1]} dataYear={entry.dataYear} /> : null}
    </div>
  )
  const isOpen = further.some(({ name }) => name in entry.amounts)
  return (
    <>
      <div class="calculator__amounts">{first.map(field)}</div>
      <Disclosure summary="Ajouter des précisions : commerce équitable, origine France" open={isOpen}>
        <div class="calculator__amounts">{further.map(field)}</div>
      </Disclosure>
    </>
  )
}
