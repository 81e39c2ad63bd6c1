// Sectors: labels, categories, tolerant reading, and the traits that decide which obligations apply.
import { type SectorCategory, type SectorRow, sectorRows } from './sectors.data.ts'

export type { SectorCategory } from './sectors.data.ts'
export type SectorId = (typeof sectorRows)[number]['id']
export type Sector = SectorRow & { readonly id: SectorId }

/** In display order of categories; inside a category, entries that start with « Autre » come last. */
export const sectors: readonly Sector[] = sectorRows

export const sectorCategories: readonly { readonly id: SectorCategory; readonly label: string }[] = [
  { id: 'administration', label: 'Administration' },
  { id: 'education', label: 'Enseignement' },
  { id: 'health', label: 'Santé' },
  { id: 'social', label: 'Social / Médico-social' },
  { id: 'leisure', label: 'Loisirs' },
  { id: 'enterprise', label: 'Entreprise' },
  { id: 'autres', label: 'Autres' },
]

/** Sectors as a form offers them: by category, in display order, with the apostrophes of a page. */
export const sectorGroups: readonly { readonly label: string; readonly choices: { value: SectorId; label: string }[] }[] =
  sectorCategories.map((category) => ({
    label: category.label,
    choices: sectors
      .filter((sector) => sector.category === category.id)
      .map(({ id, label }) => ({ value: id, label: label.replaceAll("'", '’') })),
  }))

const byId = new Map<string, Sector>(sectors.map((sector) => [sector.id, sector]))
const byReading = new Map<string, SectorId>(
  sectors.flatMap(({ id, label, formerLabels = [] }) => [id, label, ...formerLabels].map((name) => [simplify(name), id])),
)

export const isSectorId = (code: string): code is SectorId => byId.has(code)
export const sectorOf = (id: SectorId): Sector => byId.get(id) as Sector

/** The sector of an id, of a label or of a former label, whatever the case, accents, apostrophes and spaces; null if none. */
export const readSector = (text: string): SectorId | null => byReading.get(simplify(text)) ?? null

/** The form under which labels are compared. */
export function simplify(label: string): string {
  return label
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim()
}

export type SectorTrait = 'state' | 'l2305' | 'school' | 'youth' | 'municipal' | 'secondary'

/** Has one of the sectors the trait? null when no sector is known, or when only a sector that cannot tell might have it. */
export function anySector(sectorList: readonly SectorId[] | null, trait: SectorTrait): boolean | null {
  if (sectorList === null || sectorList.length === 0) return null
  let answer: boolean | null = false
  for (const id of sectorList) {
    const has = sectorOf(id)[trait]
    if (has) return true
    if (has === null) answer = null
  }
  return answer
}
