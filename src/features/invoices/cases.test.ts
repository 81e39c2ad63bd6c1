// Business cases, each written in both syntaxes and inside a Factur-X: whatever the form, the same purchases, to the cent.
import { describe, expect, test } from 'vitest'
import { InvoiceProblem } from './invoice.ts'
import { proposePurchases } from './propose.ts'
import { readInvoice } from './read-invoice.ts'
import { type WrittenInvoice, writeCii, writeUbl } from './write-invoice.ts'
import { writeFacturX } from './write-pdf.ts'

const seller = { name: 'Primeurs d’Armor', siret: '21350051500019' }
const base = { number: 'F-1', date: '2026-09-30', seller } as const

type Expected = readonly (readonly [wording: string, cents: number, aside?: string | null])[]
type Case = {
  what: string
  invoice: Omit<WrittenInvoice, 'number' | 'date' | 'seller'> & Partial<WrittenInvoice>
  purchases: Expected
  difference?: number
}

const FORMS: readonly (readonly [string, (invoice: WrittenInvoice) => Uint8Array])[] = [
  ['CII', (invoice) => Buffer.from(writeCii(invoice))],
  ['UBL', (invoice) => Buffer.from(writeUbl(invoice))],
  ['Factur-X', (invoice) => writeFacturX(invoice)],
]

const CASES: readonly Case[] = [
  {
    what: 'a discount on a line is in its net amount already',
    invoice: { lines: [{ name: 'CAROTTES', net: '90.00', adjustments: [{ amount: '10.00', reason: 'Remise' }] }] },
    purchases: [['CAROTTES', 90_00]],
  },
  {
    what: 'a discount on the whole is shared out to the cent',
    invoice: {
      lines: [
        { name: 'CAROTTES', net: '10.00' },
        { name: 'POMMES', net: '10.00' },
        { name: 'POIRES', net: '10.00' },
      ],
      adjustments: [{ amount: '1.00', reason: 'Remise' }],
    },
    purchases: [
      ['CAROTTES', 9_66],
      ['POMMES', 9_67],
      ['POIRES', 9_67],
    ],
  },
  {
    what: 'mixed VAT: a discount lowers the lines of its rate',
    invoice: {
      lines: [
        { name: 'CAROTTES', net: '60.00', vat: '5.5' },
        { name: 'POMMES', net: '40.00', vat: '5.50' },
        { name: 'VIN ROUGE', net: '100.00', vat: '20' },
      ],
      adjustments: [{ amount: '10.00', reason: 'Remise', vat: '5.5' }],
    },
    purchases: [
      ['CAROTTES', 54_00],
      ['POMMES', 36_00],
      ['VIN ROUGE', 100_00],
    ],
  },
  {
    what: 'a discount of a rate that no line has is shared among all',
    invoice: { lines: [{ name: 'CAROTTES', net: '60.00', vat: '5.5' }], adjustments: [{ amount: '6.00', vat: '20' }] },
    purchases: [['CAROTTES', 54_00]],
  },
  {
    what: 'charges stand beside the food, in words or by their code',
    invoice: {
      lines: [{ name: 'CAROTTES', net: '100.00' }],
      adjustments: [
        { amount: '12.50', isCharge: true, reason: 'Frais de port' },
        { amount: '3.00', isCharge: true, code: 'FC' },
        { amount: '1.00', isCharge: true, reason: 'Cotisation interprofessionnelle' },
      ],
    },
    purchases: [
      ['CAROTTES', 100_00],
      ['Frais de port', 12_50, 'frais de livraison'],
      ['Frais de transport', 3_00, 'frais de livraison'],
      ['Cotisation interprofessionnelle', 1_00, 'taxe ou cotisation'],
    ],
  },
  {
    what: 'a freight line is set aside',
    invoice: {
      lines: [
        { name: 'CAROTTES', net: '100.00' },
        { name: 'Participation transport', net: '8.00' },
      ],
    },
    purchases: [
      ['CAROTTES', 100_00],
      ['Participation transport', 8_00, 'frais de livraison'],
    ],
  },
  {
    what: 'a credit note gives back, discount and freight included',
    invoice: {
      type: '381',
      preceding: 'F-0',
      lines: [{ name: 'YAOURTS', net: '20.00' }],
      adjustments: [
        { amount: '2.00', reason: 'Remise' },
        { amount: '5.00', isCharge: true, reason: 'Port' },
      ],
    },
    purchases: [
      ['YAOURTS', -18_00],
      ['Port', -5_00, 'frais de livraison'],
    ],
  },
  {
    what: 'a credit note that the buyer writes (261) gives back too',
    invoice: { type: '261', lines: [{ name: 'YAOURTS', net: '20.00' }] },
    purchases: [['YAOURTS', -20_00]],
  },
  {
    what: 'a credit note whose software writes amounts below zero still gives back',
    invoice: { type: '381', lines: [{ name: 'YAOURTS', net: '-20.00' }] },
    purchases: [['YAOURTS', -20_00]],
  },
  {
    what: 'an invoice below zero gives back',
    invoice: { lines: [{ name: 'YAOURTS', net: '-20.00' }] },
    purchases: [['YAOURTS', -20_00]],
  },
  {
    what: 'a product given back among others takes no part of the discount',
    invoice: {
      lines: [
        { name: 'CAROTTES', net: '100.00' },
        { name: 'CAROTTES REPRISES', net: '-20.00' },
      ],
      adjustments: [{ amount: '8.00', reason: 'Remise' }],
    },
    purchases: [
      ['CAROTTES', 92_00],
      ['CAROTTES REPRISES', -20_00],
    ],
  },
  {
    what: 'what was paid before changes nothing',
    invoice: { lines: [{ name: 'CAROTTES', net: '100.00' }], prepaid: '40.00' },
    purchases: [['CAROTTES', 100_00]],
  },
  {
    what: 'a deposit taken off as a line is set aside: the food counts whole',
    invoice: {
      lines: [
        { name: 'CAROTTES', net: '100.00' },
        { name: 'Acompte versé le 2 septembre', net: '-40.00' },
      ],
    },
    purchases: [
      ['CAROTTES', 100_00],
      ['Acompte versé le 2 septembre', -40_00, 'acompte'],
    ],
  },
  {
    what: 'packaging under deposit, taken and given back, is no food',
    invoice: {
      lines: [
        { name: 'JUS DE POMME', net: '30.00' },
        { name: 'Consigne casier', net: '6.00' },
      ],
      adjustments: [{ amount: '4.80', reason: 'Déconsigne bouteilles vides' }],
    },
    purchases: [
      ['JUS DE POMME', 30_00],
      ['Consigne casier', 6_00, 'emballage consigné'],
      ['Déconsigne bouteilles vides', -4_80, 'emballage consigné'],
    ],
  },
  {
    what: 'the net amount is taken as written, whatever the price and its quantity',
    invoice: { lines: [{ name: 'CAROTTES', net: '2.35', quantity: '200', unit: 'GRM', price: '11.73', baseQuantity: '1000' }] },
    purchases: [['CAROTTES', 2_35]],
  },
  {
    what: 'goods given for free are set aside',
    invoice: {
      lines: [
        { name: 'CAROTTES', net: '10.00' },
        { name: 'POMMES', net: '0.00' },
      ],
    },
    purchases: [
      ['CAROTTES', 10_00],
      ['POMMES', 0, 'ligne sans montant'],
    ],
  },
  {
    what: 'a line made up of others gives way to them',
    invoice: {
      lines: [
        {
          name: 'Panier de légumes',
          net: '30.00',
          parts: [
            { name: 'CAROTTES', net: '18.00' },
            { name: 'POIREAUX', net: '12.00' },
          ],
        },
        { name: 'POMMES', net: '5.00' },
      ],
    },
    purchases: [
      ['CAROTTES', 18_00],
      ['POIREAUX', 12_00],
      ['POMMES', 5_00],
    ],
  },
  {
    what: 'an invoice that the buyer writes (389) counts as any other',
    invoice: { type: '389', lines: [{ name: 'CAROTTES', net: '10.00' }] },
    purchases: [['CAROTTES', 10_00]],
  },
  {
    what: 'without lines, all of it is missing',
    invoice: { lines: [], net: '100.00' },
    purchases: [],
    difference: 100_00,
  },
  {
    what: 'only discounts remain when no line can take them',
    invoice: { lines: [{ name: 'POMMES', net: '0.00' }], adjustments: [{ amount: '5.00' }] },
    purchases: [
      ['POMMES', 0, 'ligne sans montant'],
      ['Remise de la facture', -5_00, 'remise de la facture'],
    ],
  },
  {
    what: 'a cent too many is said',
    invoice: { lines: [{ name: 'CAROTTES', net: '10.01' }], net: '10.00' },
    purchases: [['CAROTTES', 10_01]],
    difference: -1,
  },
  {
    what: 'thousands of decimals are rounded half up',
    invoice: {
      lines: [
        { name: 'CAROTTES', net: '8.290000000000001' },
        { name: 'POMMES', net: '.005' },
      ],
      net: '8.3',
    },
    purchases: [
      ['CAROTTES', 8_29],
      ['POMMES', 1],
    ],
  },
]

describe.each(FORMS)('in %s', (_form, write) => {
  test.each(CASES)('$what', ({ invoice, purchases, difference = 0 }) => {
    const { proposals, differenceCents } = proposePurchases(readInvoice(write({ ...base, ...invoice })))
    expect(proposals.map(({ wording, cents, aside }) => [wording, cents, aside])).toEqual(
      purchases.map(([wording, cents, aside = null]) => [wording, cents, aside]),
    )
    expect(differenceCents).toBe(difference)
  })

  test('who sells, when, and what each item says of itself', () => {
    const invoice = readInvoice(
      write({
        ...base,
        type: '384',
        preceding: 'F-0',
        seller: {
          name: 'Primeurs d’Armor',
          vatNumber: 'FR12213500515',
          address: { line: '3 rue du Port', postcode: '35400', city: 'Saint-Malo', country: 'FR' },
        },
        periodEnd: '2026-09-29',
        lines: [
          {
            name: 'Produit 12',
            net: '10.00',
            quantity: '2',
            unit: 'KGM',
            gtin: '3518370900150',
            classification: ['50301500', 'TST'],
            origin: 'ES',
            attributes: [
              ['Label', 'Agriculture biologique'],
              ['Provenance', 'Espagne'],
            ],
            note: 'Livré froid',
            vat: '5.50',
            deliveredOn: '2026-09-12',
          },
        ],
      }),
    )
    expect(invoice).toMatchObject({
      kind: 'correction',
      preceding: ['F-0'],
      deliveredOn: '2026-09-29',
      seller: { siren: '213500515', siret: null, address: '3 rue du Port, 35400 Saint-Malo' },
      lines: [
        { quantity: '2', unit: 'KGM', gtin: '3518370900150', vat: 'S 5.5', note: 'Livré froid', deliveredOn: '2026-09-12' },
      ],
    })
    expect(proposePurchases(invoice).proposals).toMatchObject([
      { family: 'fruits_et_legumes', labels: ['BIO'], origin: 'EUROPE', date: '2026-09-12' },
    ])
  })

  test('another currency than the euro is refused', () => {
    expect(() => readInvoice(write({ ...base, currency: 'CHF', lines: [{ name: 'CAROTTES', net: '10.00' }] }))).toThrow(
      new InvoiceProblem('other_currency'),
    )
  })

  test('several deliveries: each line has its day, and mistakes of years are left out', () => {
    const { proposals } = proposePurchases(
      readInvoice(
        write({
          ...base,
          date: '2027-01-04',
          periodEnd: '2026-12-31',
          lines: [
            { name: 'CAROTTES', net: '1.00', deliveredOn: '2026-12-15' },
            { name: 'POMMES', net: '1.00', periodEnd: '2026-12-24' },
            { name: 'POIRES', net: '1.00' },
            { name: 'NAVETS', net: '1.00', deliveredOn: '2017-12-15' },
            { name: 'CHOUX', net: '1.00', deliveredOn: '2027-01-04' },
          ],
        }),
      ),
    )
    expect(proposals.map(({ date }) => date)).toEqual(['2026-12-15', '2026-12-24', '2026-12-31', null, null])
  })
})

test.each([
  ['FR', 'FRANCE'],
  ['RE', 'FRANCE'],
  ['ES', 'EUROPE'],
  ['el', 'EUROPE'],
  ['CH', null],
  ['MA', null],
  ['GB', null],
  ['xx', null],
] as const)('the origin %s is said « %s »', (origin, said) => {
  const bytes = Buffer.from(writeUbl({ ...base, lines: [{ name: 'Produit 12', net: '1.00', origin }] }))
  expect(proposePurchases(readInvoice(bytes)).proposals[0]?.origin).toBe(said)
})

test.each([
  [['Label', 'BIO'], ['BIO']],
  [['Bio', 'oui'], ['BIO']],
  [['Bio', 'non'], []],
  [['Certification', 'Label Rouge'], ['LABEL_ROUGE']],
  [['Signe de qualité', 'AOP'], ['AOCAOP']],
  [['Couleur', 'label rouge'], []],
] as const)('the attribute %s says %s', (attribute, labels) => {
  const lines = [{ name: 'FROMAGE', net: '1.00', attributes: [attribute] }]
  expect(proposePurchases(readInvoice(Buffer.from(writeCii({ ...base, lines })))).proposals[0]?.labels).toEqual(labels)
})

test('sustainable fishing is read from the item’s attributes', () => {
  const lines = [{ name: 'FILET DE COLIN', net: '1.00', attributes: [['Label', 'MSC'] as const] }]
  const [proposal] = proposePurchases(readInvoice(Buffer.from(writeUbl({ ...base, lines })))).proposals
  expect(proposal).toMatchObject({ family: 'produits_de_la_mer', labels: ['PECHE_DURABLE'] })
})

test.each([
  ['03221210-1', 'STI', 'fruits_et_legumes'],
  ['04061030', 'TSP', 'produits_laitiers'],
  ['50112000', 'TST', 'viandes_volailles'],
  ['16010099', 'HS', 'charcuterie'],
  ['3518370900150', 'SRV', null],
  ['10000123', 'GPC', null],
] as const)('the code %s of the list %s says %s', (code, list, family) => {
  const lines = [{ name: 'Produit 12', net: '1.00', classification: [code, list] as const }]
  expect(proposePurchases(readInvoice(Buffer.from(writeCii({ ...base, lines })))).proposals[0]?.family).toBe(family)
})

test.each(['1850-01-01', '2014-11-10', '9999-12-31'])('an invoice of %s is read with the nearest rules', (date) => {
  const lines = [{ name: 'OEUFS PLEIN AIR BIO traditionnel', net: '1.00' }]
  expect(proposePurchases(readInvoice(Buffer.from(writeCii({ ...base, date, lines })))).differenceCents).toBe(0)
})
