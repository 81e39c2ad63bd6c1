// Numbers and states of files, in words.
import type { FileImport, State } from './import.sql.ts'
import type { AnyImportKind } from './kind.ts'

const figures = new Intl.NumberFormat('fr-FR')

export const figure = (n: number) => figures.format(n)

/** « 1 ligne juste », « 2 340 lignes justes »: every word of the singular takes its s, unless the plural is given. */
export const counted = (n: number, one: string, many = one.replace(/(\p{L}+)/gu, '$1s')) => `${figure(n)} ${n < 2 ? one : many}`

/** « la ligne juste », « les 12 lignes justes ». */
export const theLines = (n: number) => (n < 2 ? 'la ligne juste' : `les ${figure(n)} lignes justes`)

export const STATES: Record<State, { words: string; badge: 'info' | 'new' | 'success' | 'none' }> = {
  checking: { words: 'Vérification en cours', badge: 'info' },
  checked: { words: 'À terminer', badge: 'new' },
  applying: { words: 'Enregistrement en cours', badge: 'info' },
  applied: { words: 'Enregistré', badge: 'success' },
  undoing: { words: 'Annulation en cours', badge: 'info' },
  undone: { words: 'Annulé', badge: 'none' },
}

/** How far the work is: « 1 200 lignes sur 20 000 ». */
export function progressWords({ state, report, rowsDone }: FileImport): string {
  const total = report ? report.accepted + report.rejected : 0
  if (rowsDone === 0) return 'Cela commence dans un instant.'
  return state === 'applying' && total > 0
    ? `${figure(Math.min(rowsDone, total))} lignes sur ${figure(total)}.`
    : `${counted(rowsDone, 'ligne')} pour l’instant.`
}

export const HOME = { href: '/imports', label: 'Importer un fichier' }
export const kindAddress = ({ slug }: AnyImportKind) => `/imports/${slug}`
export const fileAddress = (kind: AnyImportKind, id: number) => `${kindAddress(kind)}/${id}`
export const columnsAddress = (kind: AnyImportKind) => `${kindAddress(kind)}/colonnes`
/** The name that others look the schema up by: `cantines_creer`. */
export const schemaName = ({ slug }: AnyImportKind) => slug.replaceAll('-', '_')
export const schemaAddress = (kind: AnyImportKind) => `/schemas/${schemaName(kind)}.json`
