// How what happens to invoices reads in the trail of purchases.
import { purchaseTrailWords } from '../purchases/purchases.ts'

const SETTLED: Readonly<Record<string, string>> = {
  aside: 'mise de côté',
  to_confirm: 'reprise, à vérifier de nouveau',
  held: 'reprise, en attente',
}

Object.assign(purchaseTrailWords, {
  'invoice-received': ({ id, cameBy }) => `Facture nº ${id} reçue${cameBy === 'mail' ? ' par courriel' : ''}`,
  'invoice-settled': ({ id, to }) => `Facture nº ${id} ${SETTLED[String(to)] ?? 'décidée'}`,
} satisfies typeof purchaseTrailWords)
