// Names of the fields that go with a question's own, by what they hold.
import { chosenName } from '../territory/territory.ts'
import type { Question } from './question.ts'

export const fieldOf = {
  amount: (id: string) => `${id}-montant`,
  share: (id: string) => `${id}-part`,
  range: (id: string) => `${id}-fourchette`,
  second: (id: string) => `${id}-2`,
  unknown: (id: string) => `${id}-inconnu`,
  chosen: chosenName,
}

/** Every field that a question may send. */
export const fieldNames = ({ id }: Question) => [id, ...Object.values(fieldOf).map((name) => name(id))]
