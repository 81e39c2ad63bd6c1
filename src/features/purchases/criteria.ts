// What one looks for among the purchases of a canteen, read from the address and written back into one.
import { type FamilyId, families } from '../../law/families.ts'
import { type LabelId, labels } from '../../law/labels.ts'
import { type Characteristic, isCharacteristic } from '../../law/purchase.ts'
import { type IsoDate, isDataYear } from '../../law/timeline.ts'
import type { FormValues } from '../../platform/http/forms.ts'
import { readDay } from './purchase-form.ts'

export const SORTS = [
  { value: 'date', label: 'Date, la plus récente d’abord' },
  { value: 'montant', label: 'Montant, le plus grand d’abord' },
  { value: 'libelle', label: 'Produit' },
  { value: 'fournisseur', label: 'Fournisseur' },
] as const
export type Sort = (typeof SORTS)[number]['value']

export type Criteria = {
  readonly words: string
  readonly year: number | null
  /** First and last day, both included; either may stand alone. */
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  /** `none`: those that have no family. */
  readonly family: FamilyId | 'none' | null
  /** What the purchase carries; `none`: nothing. */
  readonly label: Characteristic | 'none' | null
  /** The label that the purchase counts under, which is not always one that was asked for alone; `none`: it does not count. */
  readonly counted: LabelId | 'none' | null
  /** The import or the invoice that they came by. */
  readonly sourceId: string | null
  /** Only those that look entered twice, the first one left out. */
  readonly twice: boolean
  readonly sort: Sort
  /** From 1. */
  readonly page: number
}

export const LONGEST_WORDS = 100
export const NONE = 'sans'
const TWICE = 'deux-fois'

/** Reads the address. What it does not know counts as absent: an old link still shows the list. */
export function readCriteria(query: FormValues): Criteria {
  const year = Number(query.get('annee'))
  const [family, label, source, counted] = ['famille', 'label', 'origine-saisie', 'compte'].map((name) => query.get(name)) as [
    string,
    string,
    string,
    string,
  ]
  return {
    words: query.get('q').slice(0, LONGEST_WORDS),
    year: isDataYear(year) ? year : null,
    from: readDay(query.get('du')),
    until: readDay(query.get('au')),
    family: family === NONE ? 'none' : (families.find(({ id }) => id === family)?.id ?? null),
    label: label === NONE ? 'none' : isCharacteristic(label) ? label : null,
    counted: counted === NONE ? 'none' : (labels.find(({ id }) => id === counted)?.id ?? null),
    sourceId: /^[\w-]{1,60}$/.test(source) ? source : null,
    twice: query.get(TWICE) === 'oui',
    sort: SORTS.find(({ value }) => value === query.get('tri'))?.value ?? 'date',
    page: Math.min(100_000, Math.max(1, Math.floor(Number(query.get('page'))) || 1)),
  }
}

/** The criteria as the fields of a form, those that say nothing left out. */
export function criteriaFields({
  words,
  year,
  from,
  until,
  family,
  label,
  counted,
  sourceId,
  twice,
  sort,
  page,
}: Criteria): [string, string][] {
  const pairs = {
    q: words,
    annee: year === null ? '' : String(year),
    du: from ?? '',
    au: until ?? '',
    famille: family === 'none' ? NONE : (family ?? ''),
    label: label === 'none' ? NONE : (label ?? ''),
    compte: counted === 'none' ? NONE : (counted ?? ''),
    'origine-saisie': sourceId ?? '',
    [TWICE]: twice ? 'oui' : '',
    tri: sort === 'date' ? '' : sort,
    page: page > 1 ? String(page) : '',
  }
  return Object.entries(pairs).filter(([, value]) => value !== '')
}

export const bookAddress = (canteenId: number, criteria: Partial<Criteria> = {}, path = ''): string => {
  const query = new URLSearchParams(
    criteriaFields({
      words: '',
      year: null,
      from: null,
      until: null,
      family: null,
      label: null,
      counted: null,
      sourceId: null,
      twice: false,
      sort: 'date',
      page: 1,
      ...criteria,
    }),
  ).toString()
  return `/cantines/${canteenId}/achats${path}${query === '' ? '' : `?${query}`}`
}

/** Does the list show less than all purchases? */
export const isNarrowed = ({ words, year, from, until, family, label, counted, sourceId, twice }: Criteria): boolean =>
  words !== '' || twice || [year, from, until, family, label, counted, sourceId].some((one) => one !== null)
