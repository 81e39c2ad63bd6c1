// Invoices for whoever tries the product: three suppliers of a small school, dated of these days, one in each form that they come in.
import { type WrittenInvoice, writeCii, writeUbl } from './write-invoice.ts'
import { writeFacturX } from './write-pdf.ts'
import type { GivenFile } from './zipped.ts'

/** The one to begin with: organic or not, a discount, a line that is no food. */
export const produce = (date: string): WrittenInvoice => ({
  number: 'F-2026-1042',
  date,
  seller: {
    name: 'Primeurs du Couesnon',
    siret: '00000002600012',
    address: { line: '3 rue du Marché', postcode: '35140', city: 'Saint-Aubin-du-Cormier', country: 'FR' },
  },
  adjustments: [{ amount: '12.00', reason: 'Remise' }],
  lines: [
    { name: 'CAROTTE AB 10KG', net: '58.40', origin: 'FR', quantity: '4', price: '14.60', vat: '5.5' },
    { name: 'PDT CHARL. HVE 25KG', net: '41.60', origin: 'FR', quantity: '2', price: '20.80', vat: '5.5' },
    { name: 'POMME GOLDEN 100/120', net: '37.50', origin: 'FR', quantity: '15', unit: 'KGM', price: '2.50', vat: '5.5' },
    { name: 'BANANE MAX HAVELAAR BIO', net: '46.90', origin: 'CO', quantity: '20', unit: 'KGM', price: '2.345', vat: '5.5' },
    { name: 'Frais de livraison', net: '15.00', quantity: '1', price: '15.00', vat: '20' },
  ],
})

const meat = (date: string): WrittenInvoice => ({
  number: '26-00873',
  date,
  seller: { name: 'Boucherie Salmon', siret: '00000002600020' },
  lines: [
    { name: 'STK HACHE BF VBF 100G X40', net: '142.00', origin: 'FR' },
    { name: 'SAUTE POULET LR', net: '96.30', origin: 'FR', attributes: [['Label', 'Label Rouge']] },
    { name: 'JBN SUP DD', net: '44.70' },
  ],
})

const dairyCredit = (date: string): WrittenInvoice => ({
  number: 'AV-118',
  type: '381',
  date,
  seller: { name: 'Laiterie des Marches', siret: '00000002600038' },
  lines: [{ name: 'YRT BIO NAT X48 (colis abîmé)', net: '18.20', origin: 'FR' }],
})

/** As suppliers send them. `day` is `YYYY-MM-DD`. The same day gives the same files: dropped twice, they count once. */
export const sampleInvoices = (day: string): GivenFile[] => [
  { name: 'F-2026-1042.pdf', bytes: writeFacturX(produce(day)) },
  { name: '26-00873.xml', bytes: Buffer.from(writeCii(meat(day))) },
  { name: 'AV-118.xml', bytes: Buffer.from(writeUbl(dairyCredit(day))) },
]
