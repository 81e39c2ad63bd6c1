// How what happens to invoices reads in the trail of purchases.
import { purchaseTrailWords } from '../purchases/purchases.ts'
import { originalsWords } from './words.ts'

const SETTLED: Readonly<Record<string, string>> = {
  aside: 'mise de côté',
  to_confirm: 'reprise, à vérifier de nouveau',
  held: 'reprise, en attente',
}

Object.assign(purchaseTrailWords, {
  'invoice-received': ({ id, cameBy }) => `Facture nº ${id} reçue${cameBy === 'mail' ? ' par courriel' : ''}`,
  'invoice-settled': ({ id, to }) => `Facture nº ${id} ${SETTLED[String(to)] ?? 'décidée'}`,
  'invoice-originals-erased': ({ year, count }) =>
    `${originalsWords(Number(count))} de factures de ${year} ${Number(count) > 1 ? 'effacés' : 'effacé'}`,
} satisfies typeof purchaseTrailWords)
