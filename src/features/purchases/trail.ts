// What happens to the purchases of a canteen, in French words.
import { formatEuros } from '../../law/money.ts'
import { type Characteristic, localDefinitions, type PurchaseRecord } from '../../law/purchase.ts'
import { shortDay } from '../../platform/html/dates.ts'
import type { TrailWords } from '../canteens/canteens.ts'
import type { PurchaseSource } from './purchase.sql.ts'
import { countWords, familyWords, labelWords, originWords } from './words.ts'

const SOURCES: Readonly<Record<PurchaseSource, string>> = {
  page: '',
  grid: ' dans le tableau de saisie',
  import: ' par un fichier',
  invoice: ' d’après une facture électronique',
  supplier: ' d’après le relevé d’un fournisseur',
  recurring: ' parmi les achats récurrents',
  demo: ' pour la démonstration',
  generator: ' pour une mesure',
}

/** « 1 achat retiré », « 3 achats retirés ». */
const done = (count: unknown, word: string) => `${countWords(Number(count))} ${word}${Number(count) > 1 ? 's' : ''}`

/** How each kind of entry reads. Add yours when your feature is mounted. */
export const purchaseTrailWords: TrailWords = {
  added: ({ count, cents, source, id }) =>
    `${done(count, 'ajouté')}${SOURCES[source as PurchaseSource] ?? ''}, ${formatEuros(Number(cents))}${id === undefined ? '' : ` (nº ${id})`}`,
  changed: ({ id, ...detail }) => `Achat nº ${id} modifié. ${changesInWords(detail)}`,
  removed: ({ count }) => done(count, 'retiré'),
  restored: ({ count }) => `${countWords(Number(count))} remis`,
  'file-attached': ({ id, count }) => `Justificatif joint à ${id === undefined ? countWords(Number(count)) : `l’achat nº ${id}`}`,
  'file-detached': ({ id, count }) =>
    `Justificatif retiré de ${id === undefined ? countWords(Number(count)) : `l’achat nº ${id}`}`,
}

type Field = keyof PurchaseRecord | 'credit'
const yesNo = (value: unknown) => (value === true ? 'oui' : 'non')
const text = (value: unknown) => `« ${value} »`
const FIELDS: Readonly<Record<Field, readonly [label: string, words: (value: never) => string]>> = {
  description: ['Produit', text],
  supplier: ['Fournisseur', text],
  date: ['Date', (day: string) => shortDay(day)],
  priceExclTaxCents: ['Prix hors taxe', (cents: number) => formatEuros(cents)],
  family: ['Famille', familyWords],
  characteristics: ['Labels', (codes: Characteristic[]) => codes.map(labelWords).join(', ')],
  origin: ['Origine', originWords],
  shortChain: ['Circuit court', yesNo],
  local: ['Produit local', yesNo],
  localDefinition: ['Local veut dire', (code: string) => localDefinitions.find((one) => one.code === code)?.label ?? code],
  localKm: ['Distance', (km: number) => `${km} km`],
  credit: ['Avoir', yesNo],
}

/** « Prix hors taxe : 20,00 € devient 25,00 €. Labels : rien devient Bio ». */
function changesInWords(detail: Record<string, unknown>): string {
  const isNothing = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  return Object.entries(FIELDS)
    .filter(([field]) => field in detail)
    .map(([field, [label, words]]) => {
      const pair = detail[field]
      const [before, after] = (Array.isArray(pair) ? pair : []).map((value) =>
        isNothing(value) ? 'rien' : words(value as never),
      )
      return `${label} : ${before} devient ${after}`
    })
    .join('. ')
}
