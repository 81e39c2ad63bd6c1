// Invoices in French words.
import { formatEuros } from '../../law/money.ts'
import { FIRST_DATA_YEAR } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import type { Batch } from './batch.sql.ts'
import { isTooOld } from './held.ts'
import type { InvoiceRow, InvoiceState } from './invoice.sql.ts'
import type { InvoiceKind, InvoiceProblemCode } from './invoice.ts'
import { MOST_ZIPPED } from './zipped.ts'

/** Why a file is no invoice that we can read, and what to do. */
export const problemWords: Readonly<Record<InvoiceProblemCode, string>> = {
  not_an_invoice:
    'Ce fichier n’est pas une facture électronique, ou il est vide. Demandez à votre fournisseur le fichier Factur-X (.pdf), CII ou UBL (.xml).',
  other_document:
    'Ce fichier est un autre document (une commande, un bon de livraison, un relevé…) : déposez la facture qui le suit.',
  old_format:
    'Cette facture est à un ancien format (ZUGFeRD 1), qui n’a plus cours. Demandez-la au format Factur-X à votre fournisseur, ou saisissez ses lignes.',
  no_attachment:
    'Ce PDF n’est pas une facture électronique : il se lit à l’œil, mais ne contient pas de données. Demandez la version Factur-X à votre fournisseur, ou saisissez ses lignes.',
  encrypted: 'Ce PDF est protégé par un mot de passe : demandez une version sans protection à votre fournisseur.',
  too_large: 'Ce fichier est trop gros, ou grossit trop une fois ouvert : nous l’avons refusé par sécurité.',
  dangerous: 'Ce fichier contient des instructions qu’une facture n’a jamais : nous l’avons refusé par sécurité.',
  damaged: 'Ce fichier est abîmé : demandez-en un autre exemplaire à votre fournisseur.',
  no_number: 'Cette facture n’a pas de numéro : elle est incomplète, demandez-en une autre à votre fournisseur.',
  no_date: 'Cette facture n’a pas de date lisible : demandez-en une autre à votre fournisseur.',
  no_total: 'Cette facture n’a pas de total hors taxe : demandez-en une autre à votre fournisseur.',
  bad_amount: 'Un montant de cette facture ne se lit pas : demandez-en une autre à votre fournisseur.',
  other_currency: 'Cette facture n’est pas en euros : saisissez ses lignes, converties.',
  too_many_lines: 'Cette facture a trop de lignes pour être relue ici : demandez à votre fournisseur de la couper.',
  too_many_files: `Cette archive contient trop de fichiers : ${new Intl.NumberFormat('fr-FR').format(MOST_ZIPPED)} factures au plus à la fois.`,
  empty_archive:
    'Cette archive ne contient pas de facture (.pdf ou .xml) : mettez-y les fichiers eux-mêmes, pas une autre archive.',
  encrypted_archive: 'Cette archive est protégée par un mot de passe : refaites-la sans protection.',
  no_room: 'Il n’y avait plus de place pour cette facture : faites-en, puis déposez-la à nouveau.',
  unexpected:
    'Nous n’avons pas réussi à lire ce fichier, et c’est de notre fait : nous allons chercher pourquoi. En attendant, saisissez ses lignes.',
}

export const stateWords: Readonly<Record<InvoiceState, string>> = {
  to_confirm: 'À vérifier',
  held: 'En attente',
  unreadable: 'Illisible',
  confirmed: 'Confirmée',
  aside: 'Mise de côté',
}

/** Why a readable invoice is held, and what to do; null when it is not. `today` is the day in Paris. */
export function heldWords({ state, kind, date, lineCount, differenceCents, netCents }: InvoiceRow, today: string): string | null {
  if (state !== 'held') return null
  if (date !== null && isTooOld(date))
    return `Cette facture date d’avant ${FIRST_DATA_YEAR} : les achats ne se suivent qu’à partir de cette année-là. Mettez-la de côté.`
  if (lineCount === 0)
    return 'Cette facture ne contient pas le détail de ses lignes (profil minimal). Demandez le détail à votre fournisseur, ou saisissez les lignes.'
  if (differenceCents !== null && differenceCents !== 0)
    return `La somme des lignes ne fait pas le total : il ${differenceCents > 0 ? 'manque' : 'y a en trop'} ${formatEuros(Math.abs(differenceCents))} sur ${formatEuros(netCents ?? 0)}. Demandez une facture juste à votre fournisseur, ou saisissez ses lignes.`
  if (date !== null && date > today)
    return `Cette facture est datée d’un jour à venir, le ${frenchDay(date)} : vous pourrez la confirmer à partir de ce jour-là.`
  if (kind === 'prepayment')
    return 'C’est une facture d’acompte : les achats viendront avec la facture finale. Mettez-la de côté, ou confirmez-la si elle sera la seule.'
  return null
}

const KINDS: Partial<Record<InvoiceKind, string>> = {
  credit: 'Avoir',
  prepayment: 'Acompte',
  correction: 'Facture rectificative',
}

/** « Facture F-12 de Primeurs d’Armor », « Avoir A-3 ». */
export const invoiceName = ({ kind, number, supplier, fileName }: InvoiceRow): string =>
  number === null ? fileName : `${KINDS[kind ?? 'invoice'] ?? 'Facture'} ${number}${supplier ? ` de ${supplier}` : ''}`

export const invoicesAddress = (canteenId: number) => `/cantines/${canteenId}/factures`
export const roomAddress = (canteenId: number) => `${invoicesAddress(canteenId)}/place`
export const batchAddress = (canteenId: number, batchId: number) => `${invoicesAddress(canteenId)}/depots/${batchId}`

const figure = (n: number) => new Intl.NumberFormat('fr-FR').format(n)

/** « 3 factures », « 1 facture ». */
export const invoicesWords = (count: number) => `${figure(count)} facture${count > 1 ? 's' : ''}`

/** « 3 originaux », « 1 original ». */
export const originalsWords = (count: number) => `${figure(count)} ${count > 1 ? 'originaux' : 'original'}`

/** « 3 fichiers », « 1 fichier ». */
export const filesWords = (count: number) => `${figure(count)} fichier${count > 1 ? 's' : ''}`

/** How far the reading is: « 120 fichiers lus sur 1 000. » */
export const batchWords = ({ readCount, fileCount }: Batch) =>
  readCount === 0
    ? 'Cela commence dans un instant.'
    : `${filesWords(readCount)} lu${readCount > 1 ? 's' : ''} sur ${figure(fileCount)}.`
