// The form that asks one supplier for the statements of several canteens: which ones may be ticked, which ones are.
import type { Queries } from '../../platform/database/database.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { findRoles, idOf, namesOfMine, roleAllows } from '../canteens/canteens.ts'
import { MOST_JOINT } from './joint.ts'

export const JOINT = '/releves'
export const CANTEENS = 'cantine'
/** The words that narrow the list, and the buttons that change it: nothing is asked for by them. */
export const WORDS = 'nom-cantine'
export const SEARCH = 'chercher'
export const TICK_ALL = 'tout-cocher'
/** More are looked for by name. */
export const MOST_SHOWN = 60
/** A network of canteens is larger: its canteens are looked for by name. */
const MOST_FOUND = 5000

export type Named = { readonly id: number; readonly name: string }
export type Choices = {
  /** The canteens that this person may ask for. */
  readonly count: number
  readonly ticked: readonly Named[]
  /** Those to choose from besides, the first ones only. */
  readonly others: readonly Named[]
  /** Are there more of these? */
  readonly isCut: boolean
  /** How many answer the words in all. */
  readonly found: number
}

/** What stands to be ticked. A canteen where this person may not write (any more) is not among them, ticked or not. */
export async function choicesOf(db: Queries, personId: string, form: FormValues): Promise<Choices> {
  const mine = await namesOfMine(db, personId, MOST_FOUND)
  const writable = await writableOf(
    db,
    personId,
    mine.map(({ id }) => id),
  )
  const askable = mine.filter(({ id }) => writable.has(id))
  const words = form.get(WORDS)
  const found = words === '' ? askable : (await namesOfMine(db, personId, MOST_FOUND, words)).filter(({ id }) => writable.has(id))
  const wanted = new Set(form.all(CANTEENS).map((id) => idOf(id)))
  const unticked = () => found.filter(({ id }) => !wanted.has(id))
  if (form.has(TICK_ALL)) for (const { id } of unticked().slice(0, MOST_SHOWN)) wanted.add(id)
  const rest = unticked()
  return {
    count: askable.length,
    ticked: askable.filter(({ id }) => wanted.has(id)),
    others: rest.slice(0, MOST_SHOWN),
    isCut: rest.length > MOST_SHOWN,
    found: found.length,
  }
}

/** Those of these canteens that a person may write on. */
export async function writableOf(db: Queries, personId: string, canteenIds: readonly number[]): Promise<ReadonlySet<number>> {
  const roles = await findRoles(db, canteenIds, personId)
  return new Set(canteenIds.filter((id) => roleAllows(roles.get(id) ?? null, 'entry')))
}

/** What is wrong with what was ticked. */
export function canteenErrors(form: FormValues, { ticked }: Choices): FieldError[] {
  const lost = new Set(form.all(CANTEENS)).size - ticked.length
  const say = (message: string): FieldError[] => [{ field: CANTEENS, message }]
  if (lost > 0) return say('Une cantine cochée n’est plus parmi les vôtres : regardez celles qui restent cochées, puis envoyez.')
  if (ticked.length === 0) return say('Cochez les cantines que ce fournisseur livre.')
  if (ticked.length > MOST_JOINT)
    return say(`Cochez ${MOST_JOINT} cantines au plus, puis faites une autre demande pour les suivantes.`)
  return []
}
