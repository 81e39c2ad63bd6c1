// The canteen, its shares and its gaps in French words.
import { formatEurosRounded, group } from '../../law/money.ts'
import { departments } from '../../law/territories.ts'
import { sectorWords } from './sector-words.data.ts'
import type { Subject } from './subject.ts'

/** « à Lyon », « au Havre », « aux Abymes ». */
export function at(town: string): string {
  if (town.startsWith('Le ')) return `au ${town.slice(3)}`
  if (town.startsWith('Les ')) return `aux ${town.slice(4)}`
  return `à ${town}`
}

/** « une école primaire de 150 repas par jour à Saint-Denis (La Réunion), en 2026 ». */
export function canteenInWords({ canteen, commune, dataYear }: Subject): string {
  const [first, second] = canteen.sectorList ?? []
  const kind = [first ? sectorWords[first] : 'un restaurant collectif', second ? sectorWords[second] : null]
  const meals = canteen.dailyMealCount === null ? '' : ` de ${group(canteen.dailyMealCount)}\u00a0repas par jour`
  const department = departments.find(({ code }) => code === canteen.territory.department)?.label
  const where = department && department !== commune?.name ? ` (${department})` : ''
  const place = commune ? ` ${at(commune.name)}${where}` : ''
  return `${kind.filter(Boolean).join(' et ')}${meals}${place}, en ${dataYear}`
}

/** « 0,07 € » or, below a cent, « moins d’un centime ». `euros`: two decimals, as the law gives them. */
export function perMeal(euros: string): string {
  return Number(euros) < 0.01 ? 'moins d’un centime' : `${euros.replace('.', ',')}\u00a0€`
}

/** « 3 240 € », or « entre 1 200 € et 3 240 € » when the total is a range. */
export function eurosBetween(least: number, most: number): string {
  return least === most ? formatEurosRounded(most) : `entre ${formatEurosRounded(least)} et ${formatEurosRounded(most)}`
}
