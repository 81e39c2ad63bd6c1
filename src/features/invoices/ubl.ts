// Invoices and credit notes in the syntax UBL 2.1 (OASIS), those that the buyer writes for its supplier included.
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

export const UBL_ROOTS: readonly string[] = ['Invoice', 'CreditNote', 'SelfBilledInvoice', 'SelfBilledCreditNote']

/** Throws an InvoiceProblem on what an invoice cannot do without. */
export function readUbl(root: XmlNode): Invoice {
  const isCreditNote = root.name.endsWith('CreditNote')
  const type = textAt(root, 'InvoiceTypeCode') ?? textAt(root, 'CreditNoteTypeCode')
  const number = textAt(root, 'ID')
  const date = dayOf(textAt(root, 'IssueDate'))
  const net = textAt(root, 'LegalMonetaryTotal', 'TaxExclusiveAmount')
  if (number === null) throw new InvoiceProblem('no_number')
  if (date === null) throw new InvoiceProblem('no_date')
  if (net === null) throw new InvoiceProblem('no_total')
  const items = [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')].flatMap(withoutSums)
  if (items.length > MOST_LINES) throw new InvoiceProblem('too_many_lines')
  const netCents = centsOf(net)
  const sign = signOf(type, netCents, isCreditNote)
  return {
    syntax: 'UBL',
    kind: kindOf(type, isCreditNote),
    number,
    date,
    deliveredOn: dayOf(textAt(root, 'Delivery', 'ActualDeliveryDate')) ?? dayOf(textAt(root, 'InvoicePeriod', 'EndDate')),
    currency: textAt(root, 'DocumentCurrencyCode') ?? 'EUR',
    preceding: everyText(root, 'BillingReference', 'InvoiceDocumentReference', 'ID'),
    seller: partyOf(one(root, 'AccountingSupplierParty', 'Party')),
    buyer: partyOf(one(root, 'AccountingCustomerParty', 'Party')),
    lines: items.map((item, index) => lineOf(item, index, sign)),
    adjustments: all(root, 'AllowanceCharge').map((node) => adjustmentOf(node, sign)),
    netCents: signed(sign, netCents),
  }
}

/** A line that others make up gives way to them, when they do make it up (French and German extensions). */
function withoutSums(line: XmlNode): readonly XmlNode[] {
  const parts = [...all(line, 'SubInvoiceLine'), ...all(line, 'SubCreditNoteLine')]
  const amount = (node: XmlNode) => centsOf(textAt(node, 'LineExtensionAmount'))
  if (parts.length === 0 || parts.reduce((sum, part) => sum + amount(part), 0) !== amount(line)) return [line]
  return parts.flatMap(withoutSums)
}

function partyOf(node: XmlNode | undefined): Party {
  const address = one(node, 'PostalAddress')
  return {
    name: textAt(node, 'PartyName', 'Name') ?? textAt(node, 'PartyLegalEntity', 'RegistrationName'),
    ...numbersOf([
      ...everyText(node, 'PartyLegalEntity', 'CompanyID'),
      ...everyText(node, 'PartyIdentification', 'ID'),
      ...everyText(node, 'EndpointID'),
      ...everyText(node, 'PartyTaxScheme', 'CompanyID'),
    ]),
    address: addressOf(
      [textAt(address, 'StreetName'), textAt(address, 'AdditionalStreetName'), textAt(address, 'AddressLine', 'Line')],
      [textAt(address, 'PostalZone'), textAt(address, 'CityName')],
      textAt(address, 'Country', 'IdentificationCode'),
    ),
  }
}

function lineOf(line: XmlNode, index: number, sign: 1 | -1): InvoiceLine {
  const item = one(line, 'Item')
  const quantity = one(line, 'InvoicedQuantity') ?? one(line, 'CreditedQuantity')
  return {
    id: textAt(line, 'ID') ?? String(index + 1),
    name: textAt(item, 'Name') ?? textAt(item, 'Description') ?? '',
    description: textAt(item, 'Description'),
    netCents: signed(sign, centsOf(textAt(line, 'LineExtensionAmount'))),
    quantity: quantity?.text.trim() || null,
    unit: attributeOf(quantity, 'unitCode'),
    gtin: textAt(item, 'StandardItemIdentification', 'ID'),
    classifications: all(item, 'CommodityClassification', 'ItemClassificationCode').map((node) => ({
      code: node.text.trim(),
      scheme: attributeOf(node, 'listID'),
    })),
    origin: textAt(item, 'OriginCountry', 'IdentificationCode'),
    attributes: all(item, 'AdditionalItemProperty').map((node) => ({
      name: textAt(node, 'Name') ?? '',
      value: textAt(node, 'Value') ?? '',
    })),
    note: everyText(line, 'Note').join(' · ') || null,
    vat: vatAt(item, 'ClassifiedTaxCategory'),
    deliveredOn: dayOf(textAt(line, 'Delivery', 'ActualDeliveryDate')) ?? dayOf(textAt(line, 'InvoicePeriod', 'EndDate')),
  }
}

const vatAt = (node: XmlNode | undefined, name: string) => vatOf(textAt(node, name, 'ID'), textAt(node, name, 'Percent'))

function adjustmentOf(node: XmlNode, sign: 1 | -1): Adjustment {
  const isCharge = isTrue(textAt(node, 'ChargeIndicator'))
  return {
    isCharge,
    cents: signed(sign, (isCharge ? 1 : -1) * centsOf(textAt(node, 'Amount'))),
    reason: textAt(node, 'AllowanceChargeReason'),
    code: textAt(node, 'AllowanceChargeReasonCode'),
    vat: vatAt(node, 'TaxCategory'),
  }
}
