// What the cells of the trade hold: numbers of places and legal units, sectors, ministries, ways of running a canteen.
import {
  economicModels,
  formerProductionTypes,
  lineMinistries,
  type MealSpan,
  managementTypes,
  mealBounds,
  productionTypes,
} from '../../law/canteen.ts'
import { LONGEST_CANTEEN_NAME, sirenMistakes, siretMistakes } from '../../law/canteen-record.ts'
import { type SectorId, sectors } from '../../law/sectors.ts'
import { cellText } from '../../platform/tables/cell.ts'
import { type Choice, listOf, oneOf } from '../../platform/tables/choice.kind.ts'
import type { CellKind, FieldSchema } from '../../platform/tables/columns.ts'
import { digits } from '../../platform/tables/digits.kind.ts'
import { integer } from '../../platform/tables/number.kind.ts'
import { text } from '../../platform/tables/text.kind.ts'

type Labelled<Id extends string> = readonly {
  readonly id: Id
  readonly label: string
  readonly formerLabels?: readonly string[]
}[]

const choices = <Id extends string>(table: Labelled<Id>, shorter: Partial<Record<Id, readonly string[]>> = {}): Choice<Id>[] =>
  table.map(({ id, label, formerLabels = [] }) => ({ value: id, label, others: [...formerLabels, ...(shorter[id] ?? [])] }))

/** What people write for short, where it can mean nothing else. */
const SHORTER: Partial<Record<SectorId, readonly string[]>> = {
  education_primaire: ['École primaire', 'École maternelle', 'École élémentaire'],
  education_secondaire_college: ['Collège'],
  education_superieur_universitaire: ['Université'],
  sante_hopital: ['Hôpital'],
  sante_clinique: ['Clinique'],
  social_creche: ['Crèches'],
  social_ehpad: ['EHPAD', 'Maison de retraite'],
  social_ime: ['IME', 'ITEP'],
  social_esat: ['ESAT'],
}

/** The kind reads widely and the rules of the law answer; the published schema says at once what they accept. */
const within = <V>(kind: CellKind<V>, constraints: FieldSchema['constraints']): CellKind<V> => ({
  ...kind,
  schema: { ...kind.schema, constraints: { ...kind.schema.constraints, ...constraints } },
})

export const siret: CellKind<string> = digits(14, {
  name: 'le SIRET',
  check: (typed) => siretMistakes('siret', typed)[0] ?? null,
})
export const siren: CellKind<string> = digits(9, { name: 'le SIREN', check: (typed) => sirenMistakes(typed)[0] ?? null })

/** Identifiers go beyond 32 bits. */
export const identifier = integer({ min: 1, max: 999_999_999_999_999 })

export const canteenName = within(text(), { maxLength: LONGEST_CANTEEN_NAME })

export const meals = (span: MealSpan) =>
  within(integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }), {
    minimum: mealBounds[span].least,
    maximum: mealBounds[span].most,
  })

/** The official code of a commune, as typed: whether it exists is for the law, and only where it counts. */
export const communeCode: CellKind<string> = {
  read(cell) {
    const code = cellText(cell).replace(/\s/g, '').toUpperCase()
    return { value: code.slice(0, 30) }
  },
  write: (value) => value,
  schema: { type: 'string', constraints: { pattern: '^(?:\\d{2}|2[AB])\\d{3}$' } },
}

export const sectorList = listOf(choices<SectorId>(sectors, SHORTER))
export const lineMinistry = oneOf(choices(lineMinistries))
export const managementType = oneOf(choices(managementTypes))
export const economicModel = oneOf(choices(economicModels))

const places = oneOf(choices(productionTypes.filter(({ id }) => id !== 'groupe')))
const anyProduction = oneOf(choices([...productionTypes, ...formerProductionTypes]))

/** A place where meals are served. Groups and the central kitchens of former files are recognised, and sent where they belong. */
export const productionType: CellKind<'site' | 'site_cooked_elsewhere'> = {
  read(cell) {
    const { value, error } = anyProduction.read(cell)
    if (error) return { error }
    if (value === 'site' || value === 'site_cooked_elsewhere') return { value }
    return {
      error: {
        code: 'not_a_place',
        message:
          value === 'groupe'
            ? 'Un groupe de restaurants satellites se crée et se modifie sur sa page, pas par un fichier : laissez cette ligne de côté.'
            : 'Les cuisines centrales se déclarent désormais comme un groupe de restaurants satellites : créez un groupe sur la page « Mes cantines », puis inscrivez ici chaque restaurant comme « Restaurant satellite ».',
      },
    }
  },
  write: anyProduction.write,
  schema: places.schema,
  ...(places.choices && { choices: places.choices }),
}
