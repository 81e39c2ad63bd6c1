// Whose rules are asked for: read from the address (`?territoire=…&annee=…`), so that a page can be kept, shared and gone back to.
import { type CanteenFacts, economicModels, isPossibleMealCount, mealBounds } from '../../law/canteen.ts'
import { group } from '../../law/money.ts'
import { isSectorId, sectorOf } from '../../law/sectors.ts'
import { shareTargets } from '../../law/targets.data.ts'
import { unknownTerritory } from '../../law/territories.ts'
import { type DataYear, type IsoDate, LAST_DATA_YEAR } from '../../law/timeline.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { nowhere, type Place, readPlaces, typedBack } from './place.ts'

/** The first year that has targets, up to the last that the tables of the law are meant for. */
export const FIRST_YEAR = shareTargets.hexagone[0].from
export const years: readonly DataYear[] = Array.from({ length: LAST_DATA_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i)

const LONGEST_PLACE = 100

export type ProfileValues = { territoire: string; annee: string; secteur: string; statut: string; repas: string }

export type Profile = {
  /** What was asked, as the fields show it again. */
  values: ProfileValues
  /** Has anything been asked? Otherwise the general rules are shown. */
  asked: boolean
  facts: CanteenFacts
  place: Place
  year: DataYear
  /** The day of the visit. */
  today: IsoDate
  /** Places to choose from when the words may mean several. */
  choices: readonly Place[]
  errors: FieldError[]
}

/** A canteen of which nothing is known: the general rules. */
export const anyCanteen: CanteenFacts = {
  territory: unknownTerritory,
  sectorList: null,
  economicModel: null,
  managementType: null,
  productionType: null,
  lineMinistry: null,
  dailyMealCount: null,
  yearlyMealCount: null,
  communePopulation: null,
}

/** The profile of an address. `today` (YYYY-MM-DD) gives the year when none is asked for. */
export function readProfile(query: FormValues, today: IsoDate): Profile {
  const errors: FieldError[] = []
  const values = {
    territoire: query.get('territoire'),
    annee: query.get('annee'),
    secteur: query.get('secteur'),
    statut: query.get('statut'),
    repas: query.get('repas'),
  }
  const asked = Object.values(values).some((value) => value !== '')
  const { place, choices } = readPlace(values.territoire, errors)
  const year = readYear(values.annee, Number(today.slice(0, 4)), errors)
  const sector = isSectorId(values.secteur) ? values.secteur : null
  if (values.secteur !== '' && !sector)
    errors.push({ field: 'secteur', message: 'Ce secteur n’existe pas : choisissez-en un dans la liste.' })
  const economicModel = economicModels.find(({ id }) => id === values.statut)?.id ?? null
  if (values.statut !== '' && !economicModel) errors.push({ field: 'statut', message: 'Choisissez « Public » ou « Privé ».' })
  const facts: CanteenFacts = {
    ...anyCanteen,
    territory: place.territory,
    sectorList: sector ? [sector] : null,
    economicModel,
    dailyMealCount: readMeals(values.repas, errors),
    communePopulation: place.commune?.population ?? null,
  }
  return {
    values: { ...values, territoire: place.code ? typedBack(place) : values.territoire },
    asked,
    facts,
    place,
    year,
    today,
    choices,
    errors,
  }
}

function readPlace(typed: string, errors: FieldError[]): { place: Place; choices: readonly Place[] } {
  const places = typed.length > LONGEST_PLACE ? [] : readPlaces(typed)
  const [first] = places
  if (first && places.length === 1) return { place: first, choices: [] }
  errors.push({
    field: 'territoire',
    message: first
      ? 'Plusieurs lieux portent ce nom, avec des règles différentes : choisissez le vôtre parmi ceux que nous proposons, ou indiquez son code postal.'
      : 'Nous ne connaissons pas ce lieu : essayez le nom de la commune, son code postal, le département ou la région.',
  })
  return { place: nowhere, choices: places }
}

function readYear(typed: string, current: DataYear, errors: FieldError[]): DataYear {
  const fallback = Math.min(Math.max(current, FIRST_YEAR), LAST_DATA_YEAR)
  if (typed === '') return fallback
  if (/^\d{4}$/.test(typed) && years.includes(Number(typed))) return Number(typed)
  errors.push({ field: 'annee', message: `Choisissez une année entre ${FIRST_YEAR} et ${LAST_DATA_YEAR}.` })
  return fallback
}

function readMeals(typed: string, errors: FieldError[]): number | null {
  if (typed === '') return null
  const digits = typed.replace(/[\s\u00a0\u202f.]/g, '')
  if (/^\d{1,9}$/.test(digits) && isPossibleMealCount('daily', Number(digits))) return Number(digits)
  const { least, most } = mealBounds.daily
  const message = `Indiquez un nombre entier de repas par jour, de ${group(least)} à ${group(most)}.`
  errors.push({ field: 'repas', message })
  return null
}

/** « École primaire, Saint-Denis, achats de 2026 »: the profile in a few words. */
export function profileInWords({ facts, place, year }: Profile): string {
  const sector = facts.sectorList?.[0]
  const model = economicModels.find(({ id }) => id === facts.economicModel)
  return [
    sector ? sectorOf(sector).label : null,
    model ? model.label.toLowerCase() : null,
    place.label || null,
    facts.dailyMealCount === null ? null : `${facts.dailyMealCount} repas par jour`,
    `achats de ${year}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** The same question for another page or another place: `?annee=2026&…`. */
export function profileQuery(values: ProfileValues, change: Partial<ProfileValues> = {}): string {
  const pairs = Object.entries({ ...values, ...change }).filter(([, value]) => value !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
