// Invoices for whoever tries the product: three suppliers of a small school, dated of these days.
import type { GivenFile } from './zipped.ts'

type Item = readonly [name: string, euros: string, more?: { origin?: string; label?: string }]
type Sample = { number: string; type: '380' | '381'; seller: string; siret: string; items: readonly Item[]; discount?: string }

const SAMPLES: readonly Sample[] = [
  {
    number: 'F-2026-1042',
    type: '380',
    seller: 'Primeurs du Couesnon',
    siret: '00000002600012',
    discount: '12.00',
    items: [
      ['CAROTTE AB 10KG', '58.40', { origin: 'FR' }],
      ['PDT CHARL. HVE 25KG', '41.60', { origin: 'FR' }],
      ['POMME GOLDEN 100/120', '37.50', { origin: 'FR' }],
      ['BANANE MAX HAVELAAR BIO', '46.90', { origin: 'CO' }],
      ['Frais de livraison', '15.00'],
    ],
  },
  {
    number: '26-00873',
    type: '380',
    seller: 'Boucherie Salmon',
    siret: '00000002600020',
    items: [
      ['STK HACHE BF VBF 100G X40', '142.00', { origin: 'FR' }],
      ['SAUTE POULET LR', '96.30', { origin: 'FR', label: 'Label Rouge' }],
      ['JBN SUP DD', '44.70'],
    ],
  },
  {
    number: 'AV-118',
    type: '381',
    seller: 'Laiterie des Marches',
    siret: '00000002600038',
    items: [['YRT BIO NAT X48 (colis abîmé)', '18.20', { origin: 'FR' }]],
  },
]

/** CII files, as suppliers send them. `day` is `YYYY-MM-DD`. The same day gives the same files: dropped twice, they count once. */
export const sampleInvoices = (day: string): GivenFile[] =>
  SAMPLES.map((sample) => ({ name: `${sample.number}.xml`, bytes: Buffer.from(ciiOf(sample, day)) }))

function ciiOf({ number, type, seller, siret, items, discount }: Sample, day: string): string {
  const cents = (euros: string) => Math.round(Number(euros) * 100)
  const net = (items.reduce((sum, [, euros]) => sum + cents(euros), 0) - cents(discount ?? '0')) / 100
  const lines = items.map(([name, euros, more = {}], index) =>
    element(
      'ram:IncludedSupplyChainTradeLineItem',
      element('ram:AssociatedDocumentLineDocument', element('ram:LineID', String(index + 1))),
      element(
        'ram:SpecifiedTradeProduct',
        element('ram:Name', name),
        more.label
          ? element('ram:ApplicableProductCharacteristic', element('ram:Description', 'Label'), element('ram:Value', more.label))
          : '',
        more.origin ? element('ram:OriginTradeCountry', element('ram:ID', more.origin)) : '',
      ),
      element(
        'ram:SpecifiedLineTradeSettlement',
        element('ram:SpecifiedTradeSettlementLineMonetarySummation', element('ram:LineTotalAmount', euros)),
      ),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">${element(
    'rsm:ExchangedDocument',
    element('ram:ID', number),
    element('ram:TypeCode', type),
    element('ram:IssueDateTime', element('udt:DateTimeString', day.replaceAll('-', ''))),
  )}${element(
    'rsm:SupplyChainTradeTransaction',
    ...lines,
    element(
      'ram:ApplicableHeaderTradeAgreement',
      element(
        'ram:SellerTradeParty',
        element('ram:Name', seller),
        element('ram:SpecifiedLegalOrganization', element('ram:ID', siret)),
      ),
    ),
    element(
      'ram:ApplicableHeaderTradeSettlement',
      element('ram:InvoiceCurrencyCode', 'EUR'),
      discount
        ? element(
            'ram:SpecifiedTradeAllowanceCharge',
            element('ram:ChargeIndicator', element('udt:Indicator', 'false')),
            element('ram:ActualAmount', discount),
            element('ram:Reason', 'Remise'),
          )
        : '',
      element('ram:SpecifiedTradeSettlementHeaderMonetarySummation', element('ram:TaxBasisTotalAmount', net.toFixed(2))),
    ),
  )}</rsm:CrossIndustryInvoice>`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Children are elements already, or the text of a leaf. */
const element = (name: string, ...children: readonly string[]) =>
  `<${name}>${children.map((child) => (child.startsWith('<') ? child : child.replace(/[&<>]/g, (sign) => ESCAPES[sign]!))).join('')}</${name}>`
