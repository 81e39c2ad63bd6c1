// How what happens to the statements of suppliers reads in the trail of purchases.
import { formatEuros } from '../../law/money.ts'
import { purchaseTrailWords } from '../purchases/purchases.ts'

Object.assign(purchaseTrailWords, {
  'statement-asked': ({ id, year }) => `Relevé nº ${id} demandé à un fournisseur, pour ${year}`,
  'statement-mailed': ({ id }) => `Lien du relevé nº ${id} envoyé`,
  'statement-link-cut': ({ id }) => `Lien du relevé nº ${id} coupé`,
  'statement-link-renewed': ({ id }) => `Lien du relevé nº ${id} renouvelé`,
  'joint-link-cut': ({ id }) => `Lien de la demande groupée coupé, pour le relevé nº ${id}`,
  'joint-link-left': ({ id }) => `Relevé nº ${id} sorti d’une demande groupée, dont le lien ne l’ouvre plus`,
  'joint-link-renewed': ({ id }) => `Lien de la demande groupée renouvelé, pour le relevé nº ${id}`,
  'statement-received': ({ id, lines, cents }) =>
    `Relevé nº ${id} reçu du fournisseur : ${lines} lignes, ${formatEuros(Number(cents))}`,
  'statement-decided': ({ id, accepted, refused }) => `Relevé nº ${id} : ${accepted} lignes acceptées, ${refused} refusées`,
  'statement-taken-back': ({ id }) => `Relevé nº ${id} repris, ses achats retirés`,
} satisfies typeof purchaseTrailWords)
