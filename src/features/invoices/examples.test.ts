// Invoices that others published (examples/README.md): each is read, and its total matched to the cent, or refused for the right reason.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { InvoiceProblemCode } from './invoice.ts'
import { proposePurchases } from './propose.ts'
import { readInvoice } from './read-invoice.ts'

const FOLDER = 'src/features/invoices/examples/'
const bytesOf = (name: string) => readFileSync(`${FOLDER}${name}`)
/** As if it were in euros. */
const inEuros = (name: string) =>
  Buffer.from(
    bytesOf(name)
      .toString('latin1')
      .replace(/\b(NOK|DKK|SEK)\b/g, 'EUR'),
    'latin1',
  )

/** Number of the invoice, its day, its seller (SIRET, else SIREN, else name), its net total in cents, its lines; what is missing from the lines. */
const READ: Record<string, readonly [string, string, string, number, number, number?]> = {
  'CII_example1.xml': ['12115118', '2015-01-09', 'De Koksmaat', 229_60, 20],
  'CII_example2.xml': ['TOSL108', '2013-06-30', '123456789', 1436_50, 5],
  'CII_example3.xml': ['TOSL108', '2013-04-10', 'SubscriptionSeller', 900_00, 1],
  'CII_example4.xml': ['TOSL110', '2013-04-10', 'SellerCompany', 4000_00, 3],
  'CII_example5.xml': ['TOSL110', '2013-04-10', 'SellerCompany', 4000_00, 3],
  'CII_example6.xml': ['TOSL110', '2013-04-10', 'SellerCompany', 4000_00, 3],
  'CII_example7.xml': ['INVOICE_test_7', '2013-05-13', 'The Sellercompany Incorporated', 3200_00, 2],
  'CII_example8.xml': ['1100512149', '2014-11-10', 'Enexis B.V.', 908_91, 10],
  'CII_example9.xml': ['20150483', '2015-04-01', 'Bluem BV', 147_00, 1],
  'UBL-Invoice-2.1-Example.xml': ['TOSL108', '2009-12-15', 'Salescompany ltd.', 1436_50, 5],
  'UBL-CreditNote-2.1-Example.xml': ['TOSL108', '2009-12-15', 'Salescompany ltd.', -1436_50, 5],
  'UBL-SelfBilledCreditNote-2.1-Example.xml': ['TOSL108', '2009-12-15', 'Salescompany ltd.', -1436_50, 5],
  'factur-x-minimum.xml': ['F20260023', '2026-01-31', '123456782', 100_00, 0, 100_00],
  'factur-x-basicwl.xml': ['F20260023', '2026-01-31', '12345678200077', 100_00, 0, 95_00],
  'factur-x-extended.xml': ['F20260023', '2026-01-31', '12345678200077', 100_00, 3],
  'invoice_EN16931.pdf': ['F20260023', '2026-01-31', '12345678200077', 100_00, 3],
  'ubl-21-en16931.xml': ['F124212', '2026-06-17', '99999999800019', 273_00, 2],
  'ubl-21-extended-ctc-fr.xml': ['F124212', '2026-06-17', '99999999800019', 273_00, 2],
}

const REFUSED: Record<string, InvoiceProblemCode> = {
  'zugferd-comfort.xml': 'old_format',
  'order-x-basic.xml': 'other_document',
  // Its total without tax, which EN 16931 makes compulsory, is missing.
  'UBL-Invoice-2.1-Example-Trivial.xml': 'no_total',
}

test('every example is read', () => {
  const files = readdirSync(FOLDER).filter((name) => /\.(xml|pdf)$/.test(name))
  expect(files.sort()).toEqual([...Object.keys(READ), ...Object.keys(REFUSED)].sort())
})

test.each(Object.entries(READ))('%s', (name, [number, date, who, netCents, lines, missing = 0]) => {
  const invoice = readInvoice(inEuros(name))
  const { siret, siren } = invoice.seller
  expect([invoice.number, invoice.date, siret ?? siren ?? invoice.seller.name]).toEqual([number, date, who])
  expect([invoice.netCents, invoice.lines.length]).toEqual([netCents, lines])
  const { proposals, differenceCents } = proposePurchases(invoice)
  expect(differenceCents).toBe(missing)
  expect(proposals.reduce((sum, { cents }) => sum + cents, 0)).toBe(netCents - missing)
})

test.each(Object.entries(REFUSED))('%s is refused: %s', (name, code) => {
  expect(() => readInvoice(bytesOf(name))).toThrow(expect.objectContaining({ code }))
})

test('what is not in euros is refused as it was published', () => {
  for (const name of ['CII_example2.xml', 'CII_example3.xml', 'CII_example7.xml'])
    expect(() => readInvoice(bytesOf(name))).toThrow(expect.objectContaining({ code: 'other_currency' }))
})

test('a French invoice of food: its origin, its discount, what stands beside', () => {
  const { proposals } = proposePurchases(readInvoice(bytesOf('ubl-21-extended-ctc-fr.xml')))
  expect(proposals.map(({ wording, cents, origin, aside }) => [wording, cents, origin, aside])).toEqual([
    ["Huile d'olive Joio 50cl", 135_00, 'FRANCE', null],
    ['Nougats en cubes', 135_50, 'FRANCE', null],
    ['Consigne', -3_00, null, 'emballage consigné'],
    ['Surtaxe carburant', 5_50, null, 'frais de livraison'],
  ])
})
