// Invoices and credit notes in the syntax UBL 2.1 (OASIS).
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

export const UBL_ROOTS: readonly string[] = ['Invoice', 'CreditNote']

/** Throws an InvoiceProblem on what an invoice cannot do without. */
export function readUbl(root: XmlNode): Invoice {
  const isCreditNote = root.name === 'CreditNote'
  const kind = kindOf(textAt(root, 'InvoiceTypeCode') ?? textAt(root, 'CreditNoteTypeCode'), isCreditNote)
  const sign = kind === 'credit' ? -1 : 1
  const number = textAt(root, 'ID')
  const date = dayOf(textAt(root, 'IssueDate'))
  const net = textAt(root, 'LegalMonetaryTotal', 'TaxExclusiveAmount')
  if (number === null) throw new InvoiceProblem('no_number')
  if (date === null) throw new InvoiceProblem('no_date')
  if (net === null) throw new InvoiceProblem('no_total')
  const items = [...all(root, 'InvoiceLine'), ...all(root, 'CreditNoteLine')]
  if (items.length > MOST_LINES) throw new InvoiceProblem('too_many_lines')
  return {
    syntax: 'UBL',
    kind,
    number,
    date,
    currency: textAt(root, 'DocumentCurrencyCode') ?? 'EUR',
    seller: partyOf(one(root, 'AccountingSupplierParty', 'Party')),
    buyer: partyOf(one(root, 'AccountingCustomerParty', 'Party')),
    lines: items.map((item, index) => lineOf(item, index, sign)),
    adjustments: all(root, 'AllowanceCharge').map((node) => adjustmentOf(node, sign)),
    netCents: sign * centsOf(net),
  }
}

const partyOf = (node: XmlNode | undefined): Party => ({
  name: textAt(node, 'PartyName', 'Name') ?? textAt(node, 'PartyLegalEntity', 'RegistrationName'),
  ...numbersOf([
    ...all(node, 'PartyLegalEntity', 'CompanyID').map(({ text }) => text),
    ...all(node, 'PartyIdentification', 'ID').map(({ text }) => text),
    ...all(node, 'EndpointID').map(({ text }) => text),
    ...all(node, 'PartyTaxScheme', 'CompanyID').map(({ text }) => text),
  ]),
})

function lineOf(line: XmlNode, index: number, sign: 1 | -1): InvoiceLine {
  const item = one(line, 'Item')
  const quantity = one(line, 'InvoicedQuantity') ?? one(line, 'CreditedQuantity')
  return {
    id: textAt(line, 'ID') ?? String(index + 1),
    name: textAt(item, 'Name') ?? textAt(item, 'Description') ?? '',
    description: textAt(item, 'Description'),
    netCents: sign * centsOf(textAt(line, 'LineExtensionAmount')),
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
    note: textAt(line, 'Note'),
  }
}

function adjustmentOf(node: XmlNode, sign: 1 | -1): Adjustment {
  const isCharge = textAt(node, 'ChargeIndicator') === 'true'
  return { cents: (isCharge ? 1 : -1) * sign * centsOf(textAt(node, 'Amount')), reason: textAt(node, 'AllowanceChargeReason') }
}
