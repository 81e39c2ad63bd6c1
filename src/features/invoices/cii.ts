// Invoices in the syntax CII (UN/CEFACT, D16B): alone, or inside a Factur-X.
import {
  type Adjustment,
  addressOf,
  centsOf,
  dayOf,
  type Invoice,
  type InvoiceLine,
  InvoiceProblem,
  isTrue,
  kindOf,
  MOST_LINES,
  numbersOf,
  type Party,
  signed,
  signOf,
  vatOf,
} from './invoice.ts'
import { all, attributeOf, everyText, one, textAt, type XmlNode } from './xml-tree.ts'

export const CII_ROOT = 'CrossIndustryInvoice'

/** Throws an InvoiceProblem on what an invoice cannot do without. */
export function readCii(root: XmlNode): Invoice {
  const trade = one(root, 'SupplyChainTradeTransaction')
  const settlement = one(trade, 'ApplicableHeaderTradeSettlement')
  const sums = one(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation')
  const agreement = one(trade, 'ApplicableHeaderTradeAgreement')
  const type = textAt(root, 'ExchangedDocument', 'TypeCode')
  const number = textAt(root, 'ExchangedDocument', 'ID')
  const date = dayAt(root, 'ExchangedDocument', 'IssueDateTime')
  const net = textAt(sums, 'TaxBasisTotalAmount')
  if (number === null) throw new InvoiceProblem('no_number')
  if (date === null) throw new InvoiceProblem('no_date')
  if (net === null) throw new InvoiceProblem('no_total')
  const items = all(trade, 'IncludedSupplyChainTradeLineItem')
  if (items.length > MOST_LINES) throw new InvoiceProblem('too_many_lines')
  const netCents = centsOf(net)
  const sign = signOf(type, netCents)
  return {
    syntax: 'CII',
    kind: kindOf(type),
    number,
    date,
    deliveredOn:
      dayAt(one(trade, 'ApplicableHeaderTradeDelivery'), 'ActualDeliverySupplyChainEvent', 'OccurrenceDateTime') ??
      dayAt(settlement, 'BillingSpecifiedPeriod', 'EndDateTime'),
    currency: textAt(settlement, 'InvoiceCurrencyCode') ?? 'EUR',
    preceding: everyText(settlement, 'InvoiceReferencedDocument', 'IssuerAssignedID'),
    seller: partyOf(one(agreement, 'SellerTradeParty')),
    buyer: partyOf(one(agreement, 'BuyerTradeParty')),
    lines: items.flatMap((item, index) => lineOf(item, index, sign)),
    adjustments: [
      ...all(settlement, 'SpecifiedTradeAllowanceCharge').map((node) => adjustmentOf(node, sign)),
      ...all(settlement, 'SpecifiedLogisticsServiceCharge').map((node) => logisticsOf(node, sign)),
    ],
    netCents: signed(sign, netCents),
  }
}

const dayAt = (node: XmlNode | undefined, ...path: readonly string[]) => dayOf(textAt(node, ...path, 'DateTimeString'))

function partyOf(node: XmlNode | undefined): Party {
  const address = one(node, 'PostalTradeAddress')
  return {
    name: textAt(node, 'Name') ?? textAt(node, 'SpecifiedLegalOrganization', 'TradingBusinessName'),
    ...numbersOf([
      ...everyText(node, 'SpecifiedLegalOrganization', 'ID'),
      ...everyText(node, 'GlobalID'),
      ...everyText(node, 'ID'),
      ...everyText(node, 'SpecifiedTaxRegistration', 'ID'),
    ]),
    address: addressOf(
      [textAt(address, 'LineOne'), textAt(address, 'LineTwo'), textAt(address, 'LineThree')],
      [textAt(address, 'PostcodeCode'), textAt(address, 'CityName')],
      textAt(address, 'CountryID'),
    ),
  }
}

function lineOf(item: XmlNode, index: number, sign: 1 | -1): InvoiceLine[] {
  const product = one(item, 'SpecifiedTradeProduct')
  const settlement = one(item, 'SpecifiedLineTradeSettlement')
  const document = one(item, 'AssociatedDocumentLineDocument')
  const net = textAt(settlement, 'SpecifiedTradeSettlementLineMonetarySummation', 'LineTotalAmount')
  // Lines that only hold a text, or that sum others up, carry no amount (EXTENDED profile).
  const status = textAt(document, 'LineStatusReasonCode')
  if (net === null || status === 'INFORMATION' || status === 'GROUP') return []
  const delivery = one(item, 'SpecifiedLineTradeDelivery')
  const quantity = one(delivery, 'BilledQuantity')
  return [
    {
      id: textAt(document, 'LineID') ?? String(index + 1),
      name: textAt(product, 'Name') ?? textAt(product, 'Description') ?? '',
      description: textAt(product, 'Description'),
      netCents: signed(sign, centsOf(net)),
      quantity: quantity?.text.trim() || null,
      unit: attributeOf(quantity, 'unitCode'),
      gtin: textAt(product, 'GlobalID'),
      classifications: all(product, 'DesignatedProductClassification', 'ClassCode').map((node) => ({
        code: node.text.trim(),
        scheme: attributeOf(node, 'listID'),
      })),
      origin: textAt(product, 'OriginTradeCountry', 'ID'),
      attributes: all(product, 'ApplicableProductCharacteristic').map((node) => ({
        name: textAt(node, 'Description') ?? '',
        value: textAt(node, 'Value') ?? '',
      })),
      note: everyText(document, 'IncludedNote', 'Content').join(' · ') || null,
      vat: vatAt(settlement, 'ApplicableTradeTax'),
      deliveredOn:
        dayAt(delivery, 'ActualDeliverySupplyChainEvent', 'OccurrenceDateTime') ??
        dayAt(settlement, 'BillingSpecifiedPeriod', 'EndDateTime'),
    },
  ]
}

const vatAt = (node: XmlNode | undefined, name: string) =>
  vatOf(textAt(node, name, 'CategoryCode'), textAt(node, name, 'RateApplicablePercent'))

function adjustmentOf(node: XmlNode, sign: 1 | -1): Adjustment {
  const isCharge = isTrue(textAt(node, 'ChargeIndicator', 'Indicator'))
  return {
    isCharge,
    cents: signed(sign, (isCharge ? 1 : -1) * centsOf(textAt(node, 'ActualAmount'))),
    reason: textAt(node, 'Reason'),
    code: textAt(node, 'ReasonCode'),
    vat: vatAt(node, 'CategoryTradeTax'),
  }
}

/** Freight of the EXTENDED profile. */
const logisticsOf = (node: XmlNode, sign: 1 | -1): Adjustment => ({
  isCharge: true,
  cents: signed(sign, centsOf(textAt(node, 'AppliedAmount'))),
  reason: textAt(node, 'Description') ?? 'Frais de transport',
  code: null,
  vat: vatAt(node, 'AppliedTradeTax'),
})
