import { expect, test } from 'vitest'
import { proposePurchases } from './propose.ts'
import { readInvoice } from './read-invoice.ts'

const cii = (lines: string, { type = '380', allowances = '', net = '100.00' } = {}) =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:x" xmlns:udt="urn:y">
 <rsm:ExchangedDocument><ram:ID>F-2026-12</ram:ID><ram:TypeCode>${type}</ram:TypeCode>
  <ram:IssueDateTime><udt:DateTimeString format="102">20260930</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
 <rsm:SupplyChainTradeTransaction>${lines}
  <ram:ApplicableHeaderTradeAgreement>
   <ram:SellerTradeParty><ram:Name>Primeurs d&apos;Armor</ram:Name><ram:SpecifiedLegalOrganization><ram:ID schemeID="0009">21350051500019</ram:ID></ram:SpecifiedLegalOrganization></ram:SellerTradeParty>
   <ram:BuyerTradeParty><ram:Name>Commune</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
  <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>${allowances}
   <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>${net}</ram:TaxBasisTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
  </ram:ApplicableHeaderTradeSettlement>
 </rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`)
const line = (id: number, name: string, net: string, more = '') =>
  `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>${id}</ram:LineID></ram:AssociatedDocumentLineDocument>
   <ram:SpecifiedTradeProduct><ram:Name>${name}</ram:Name>${more}</ram:SpecifiedTradeProduct>
   <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`

test('lines become proposals that sum to the total, discount shared out, freight set aside', () => {
  const invoice = readInvoice(
    cii(
      line(1, 'PDT CHARL. AB', '60.00', '<ram:OriginTradeCountry><ram:ID>FR</ram:ID></ram:OriginTradeCountry>') +
        line(
          2,
          'POMME GOLDEN',
          '40.01',
          '<ram:ApplicableProductCharacteristic><ram:Description>Label</ram:Description><ram:Value>HVE</ram:Value></ram:ApplicableProductCharacteristic>',
        ) +
        line(3, 'Port', '10.00'),
      {
        net: '99.01',
        allowances:
          '<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>11.00</ram:ActualAmount></ram:SpecifiedTradeAllowanceCharge>',
      },
    ),
  )
  expect(invoice).toMatchObject({
    number: 'F-2026-12',
    date: '2026-09-30',
    seller: { name: "Primeurs d'Armor", siret: '21350051500019' },
  })
  const { proposals, differenceCents } = proposePurchases(invoice)
  expect(differenceCents).toBe(0)
  expect(proposals.map(({ cents, family, labels, origin, aside }) => [cents, family, labels, origin, aside])).toEqual([
    [54_00, 'fruits_et_legumes', ['BIO'], 'FRANCE', null],
    [36_01, 'fruits_et_legumes', ['HVE'], null, null],
    [9_00, null, [], null, 'frais de livraison'],
  ])
})

test('a credit note gives back, and a total that does not add up is said', () => {
  const credit = readInvoice(cii(line(1, 'YRT BIO', '20.00'), { type: '381', net: '20.00' }))
  expect(proposePurchases(credit)).toMatchObject({ differenceCents: 0, proposals: [{ cents: -20_00, labels: ['BIO'] }] })
  expect(proposePurchases(readInvoice(cii(line(1, 'YRT BIO', '20.00'), { net: '20.10' }))).differenceCents).toBe(10)
})
