// Invoices in the syntax CII (UN/CEFACT, D16B): alone, or inside a Factur-X.
import {
  type Adjustment,
  centsOf,
  dayOf,
  type Invoice,
  type InvoiceLine,
  InvoiceProblem,
  kindOf,
  MOST_LINES,
  numbersOf,
  type Party,
} from './invoice.ts'
import { all, attributeOf, one, textAt, type XmlNode } from './xml-tree.ts'

export const CII_ROOT = 'CrossIndustryInvoice'

/** Throws an InvoiceProblem on what an invoice cannot do without. */
export function readCii(root: XmlNode): Invoice {
  const trade = one(root, 'SupplyChainTradeTransaction')
  const settlement = one(trade, 'ApplicableHeaderTradeSettlement')
  const sums = one(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation')
  const agreement = one(trade, 'ApplicableHeaderTradeAgreement')
  const kind = kindOf(textAt(root, 'ExchangedDocument', 'TypeCode'))
  const sign = kind === 'credit' ? -1 : 1
  const number = textAt(root, 'ExchangedDocument', 'ID')
  const date = dayOf(textAt(root, 'ExchangedDocument', 'IssueDateTime', 'DateTimeString'))
  const net = textAt(sums, 'TaxBasisTotalAmount')
  if (number === null) throw new InvoiceProblem('no_number')
  if (date === null) throw new InvoiceProblem('no_date')
  if (net === null) throw new InvoiceProblem('no_total')
  const items = all(trade, 'IncludedSupplyChainTradeLineItem')
  if (items.length > MOST_LINES) throw new InvoiceProblem('too_many_lines')
  return {
    syntax: 'CII',
    kind,
    number,
    date,
    currency: textAt(settlement, 'InvoiceCurrencyCode') ?? 'EUR',
    seller: partyOf(one(agreement, 'SellerTradeParty')),
    buyer: partyOf(one(agreement, 'BuyerTradeParty')),
    lines: items.flatMap((item, index) => lineOf(item, index, sign)),
    adjustments: all(settlement, 'SpecifiedTradeAllowanceCharge').map((node) => adjustmentOf(node, sign)),
    netCents: sign * centsOf(net),
  }
}

const partyOf = (node: XmlNode | undefined): Party => ({
  name: textAt(node, 'Name') ?? textAt(node, 'SpecifiedLegalOrganization', 'TradingBusinessName'),
  ...numbersOf([
    ...all(node, 'SpecifiedLegalOrganization', 'ID').map(({ text }) => text),
    ...all(node, 'GlobalID').map(({ text }) => text),
    ...all(node, 'ID').map(({ text }) => text),
    ...all(node, 'SpecifiedTaxRegistration', 'ID').map(({ text }) => text),
  ]),
})

function lineOf(item: XmlNode, index: number, sign: 1 | -1): InvoiceLine[] {
  const product = one(item, 'SpecifiedTradeProduct')
  const settlement = one(item, 'SpecifiedLineTradeSettlement')
  const net = textAt(settlement, 'SpecifiedTradeSettlementLineMonetarySummation', 'LineTotalAmount')
  // Lines that only hold a text, or that sum others up, carry no amount (EXTENDED profile).
  const status = textAt(item, 'AssociatedDocumentLineDocument', 'LineStatusReasonCode')
  if (net === null || status === 'INFORMATION' || status === 'GROUP') return []
  const quantity = one(item, 'SpecifiedLineTradeDelivery', 'BilledQuantity')
  return [
    {
      id: textAt(item, 'AssociatedDocumentLineDocument', 'LineID') ?? String(index + 1),
      name: textAt(product, 'Name') ?? textAt(product, 'Description') ?? '',
      description: textAt(product, 'Description'),
      netCents: sign * centsOf(net),
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
      note: textAt(item, 'AssociatedDocumentLineDocument', 'IncludedNote', 'Content'),
    },
  ]
}

function adjustmentOf(node: XmlNode, sign: 1 | -1): Adjustment {
  const isCharge = textAt(node, 'ChargeIndicator', 'Indicator') === 'true'
  return { cents: (isCharge ? 1 : -1) * sign * centsOf(textAt(node, 'ActualAmount')), reason: textAt(node, 'Reason') }
}
