// Invoices written in both syntaxes, for those of the demonstration and of the tests: what the readers read, and no more.

export type WrittenLine = {
  readonly name: string
  /** BT-131, with a point. */
  readonly net: string
  readonly description?: string
  readonly quantity?: string
  readonly unit?: string
  /** BT-146, for so many units (BT-149). */
  readonly price?: string
  readonly baseQuantity?: string
  /** BT-152: « 5.5 ». */
  readonly vat?: string
  readonly gtin?: string
  /** BT-158 and the list that it comes from. */
  readonly classification?: readonly [code: string, list: string]
  readonly origin?: string
  readonly attributes?: readonly (readonly [name: string, value: string])[]
  readonly note?: string
  readonly deliveredOn?: string
  readonly periodEnd?: string
  /** Told beside the net amount, which counts them already. */
  readonly adjustments?: readonly WrittenAdjustment[]
  /** Lines that make this one up. */
  readonly parts?: readonly WrittenLine[]
}

export type WrittenAdjustment = {
  readonly amount: string
  readonly isCharge?: boolean
  readonly reason?: string
  readonly code?: string
  readonly vat?: string
}

export type WrittenInvoice = {
  readonly number: string
  /** BT-3; 380 when not said. */
  readonly type?: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly currency?: string
  readonly seller: {
    readonly name: string
    readonly siret?: string
    readonly vatNumber?: string
    readonly address?: { readonly line: string; readonly postcode: string; readonly city: string; readonly country: string }
  }
  readonly deliveredOn?: string
  readonly periodEnd?: string
  /** BT-25. */
  readonly preceding?: string
  readonly lines: readonly WrittenLine[]
  readonly adjustments?: readonly WrittenAdjustment[]
  /** BT-113. */
  readonly prepaid?: string
  /** BT-109; what the lines and adjustments come to when not said. */
  readonly net?: string
}

const cents = (amount: string) => Math.round(Number(amount) * 100)
const netOf = ({ lines, adjustments = [], net }: WrittenInvoice): string =>
  net ??
  (
    (lines.reduce((sum, line) => sum + cents(line.net), 0) +
      adjustments.reduce((sum, { amount, isCharge }) => sum + (isCharge ? 1 : -1) * cents(amount), 0)) /
    100
  ).toFixed(2)

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!)

/** An element of others; `name` may carry attributes. Nothing when it would hold nothing. */
const holding = (name: string, ...children: readonly string[]) => {
  const content = children.join('')
  return content === '' ? '' : `<${name}>${content}</${name.split(' ')[0]}>`
}
/** An element of text; nothing when there is none. */
const saying = (name: string, text: string | undefined) => (text === undefined ? '' : holding(name, escaped(text)))

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const CII_NAMES =
  'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"'

/** In CII, as in a Factur-X of the profile EN 16931, or EXTENDED when a line is made up of others. */
export function writeCii(invoice: WrittenInvoice): string {
  const { number, type = '380', date, currency = 'EUR', seller, deliveredOn, periodEnd, preceding, lines, prepaid } = invoice
  const { address } = seller
  return `${DECLARATION}${holding(
    `rsm:CrossIndustryInvoice ${CII_NAMES}`,
    holding(
      'rsm:ExchangedDocumentContext',
      holding('ram:GuidelineSpecifiedDocumentContextParameter', saying('ram:ID', 'urn:cen.eu:en16931:2017')),
    ),
    holding('rsm:ExchangedDocument', saying('ram:ID', number), saying('ram:TypeCode', type), ciiDay('ram:IssueDateTime', date)),
    holding(
      'rsm:SupplyChainTradeTransaction',
      ...ciiLines(lines),
      holding(
        'ram:ApplicableHeaderTradeAgreement',
        holding(
          'ram:SellerTradeParty',
          saying('ram:Name', seller.name),
          holding('ram:SpecifiedLegalOrganization', saying('ram:ID schemeID="0009"', seller.siret)),
          holding(
            'ram:PostalTradeAddress',
            saying('ram:PostcodeCode', address?.postcode),
            saying('ram:LineOne', address?.line),
            saying('ram:CityName', address?.city),
            saying('ram:CountryID', address?.country),
          ),
          holding('ram:SpecifiedTaxRegistration', saying('ram:ID schemeID="VA"', seller.vatNumber)),
        ),
      ),
      holding(
        'ram:ApplicableHeaderTradeDelivery',
        holding('ram:ActualDeliverySupplyChainEvent', ciiDay('ram:OccurrenceDateTime', deliveredOn)),
      ),
      holding(
        'ram:ApplicableHeaderTradeSettlement',
        saying('ram:InvoiceCurrencyCode', currency),
        holding('ram:BillingSpecifiedPeriod', ciiDay('ram:EndDateTime', periodEnd)),
        ...(invoice.adjustments ?? []).map(ciiAdjustment),
        holding(
          'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
          saying('ram:TaxBasisTotalAmount', netOf(invoice)),
          saying('ram:TotalPrepaidAmount', prepaid),
        ),
        holding('ram:InvoiceReferencedDocument', saying('ram:IssuerAssignedID', preceding)),
      ),
    ),
  )}`
}

const ciiDay = (name: string, day: string | undefined) =>
  holding(name, saying('udt:DateTimeString format="102"', day?.replaceAll('-', '')))

const ciiTax = (name: string, vat: string | undefined) =>
  vat === undefined
    ? ''
    : holding(name, saying('ram:TypeCode', 'VAT'), saying('ram:CategoryCode', 'S'), saying('ram:RateApplicablePercent', vat))

const ciiAdjustment = ({ amount, isCharge = false, reason, code, vat }: WrittenAdjustment) =>
  holding(
    'ram:SpecifiedTradeAllowanceCharge',
    holding('ram:ChargeIndicator', saying('udt:Indicator', String(isCharge))),
    saying('ram:ActualAmount', amount),
    saying('ram:ReasonCode', code),
    saying('ram:Reason', reason),
    ciiTax('ram:CategoryTradeTax', vat),
  )

/** Lines that others make up come first, as a group that counts for nothing. */
const ciiLines = (lines: readonly WrittenLine[]): string[] =>
  lines.flatMap((line, index) => {
    const id = String(index + 1)
    if (!line.parts) return [ciiLine(line, id)]
    return [ciiLine(line, id, 'GROUP'), ...line.parts.map((part, at) => ciiLine(part, `${id}.${at + 1}`, 'DETAIL', id))]
  })

const ciiLine = (line: WrittenLine, id: string, status?: string, parent?: string) =>
  holding(
    'ram:IncludedSupplyChainTradeLineItem',
    holding(
      'ram:AssociatedDocumentLineDocument',
      saying('ram:LineID', id),
      saying('ram:ParentLineID', parent),
      saying('ram:LineStatusReasonCode', status),
      holding('ram:IncludedNote', saying('ram:Content', line.note)),
    ),
    holding(
      'ram:SpecifiedTradeProduct',
      saying('ram:GlobalID schemeID="0160"', line.gtin),
      saying('ram:Name', line.name),
      saying('ram:Description', line.description),
      ...(line.attributes ?? []).map(([name, value]) =>
        holding('ram:ApplicableProductCharacteristic', saying('ram:Description', name), saying('ram:Value', value)),
      ),
      holding(
        'ram:DesignatedProductClassification',
        saying(`ram:ClassCode listID="${line.classification?.[1]}"`, line.classification?.[0]),
      ),
      holding('ram:OriginTradeCountry', saying('ram:ID', line.origin)),
    ),
    holding(
      'ram:SpecifiedLineTradeAgreement',
      holding(
        'ram:NetPriceProductTradePrice',
        saying('ram:ChargeAmount', line.price),
        saying('ram:BasisQuantity', line.baseQuantity),
      ),
    ),
    holding(
      'ram:SpecifiedLineTradeDelivery',
      saying(`ram:BilledQuantity unitCode="${line.unit ?? 'C62'}"`, line.quantity),
      holding('ram:ActualDeliverySupplyChainEvent', ciiDay('ram:OccurrenceDateTime', line.deliveredOn)),
    ),
    holding(
      'ram:SpecifiedLineTradeSettlement',
      ciiTax('ram:ApplicableTradeTax', line.vat),
      holding('ram:BillingSpecifiedPeriod', ciiDay('ram:EndDateTime', line.periodEnd)),
      ...(line.adjustments ?? []).map(ciiAdjustment),
      holding('ram:SpecifiedTradeSettlementLineMonetarySummation', saying('ram:LineTotalAmount', line.net)),
    ),
  )

const UBL_NAMES =
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'

/** In UBL 2.1; a credit note (381, 261…) has a document of its own. */
export function writeUbl(invoice: WrittenInvoice): string {
  const { number, type = '380', date, currency = 'EUR', seller, deliveredOn, periodEnd, preceding, lines, prepaid } = invoice
  const root = ['381', '261', '396'].includes(type) ? 'CreditNote' : 'Invoice'
  const { address } = seller
  return `${DECLARATION}${holding(
    `${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" ${UBL_NAMES}`,
    saying('cbc:CustomizationID', 'urn:cen.eu:en16931:2017'),
    saying('cbc:ID', number),
    saying('cbc:IssueDate', date),
    saying(`cbc:${root}TypeCode`, type),
    saying('cbc:DocumentCurrencyCode', currency),
    holding('cac:InvoicePeriod', saying('cbc:EndDate', periodEnd)),
    holding('cac:BillingReference', holding('cac:InvoiceDocumentReference', saying('cbc:ID', preceding))),
    holding(
      'cac:AccountingSupplierParty',
      holding(
        'cac:Party',
        holding('cac:PartyName', saying('cbc:Name', seller.name)),
        holding(
          'cac:PostalAddress',
          saying('cbc:StreetName', address?.line),
          saying('cbc:CityName', address?.city),
          saying('cbc:PostalZone', address?.postcode),
          holding('cac:Country', saying('cbc:IdentificationCode', address?.country)),
        ),
        holding('cac:PartyTaxScheme', saying('cbc:CompanyID', seller.vatNumber)),
        holding('cac:PartyLegalEntity', saying('cbc:CompanyID schemeID="0009"', seller.siret)),
      ),
    ),
    holding('cac:Delivery', saying('cbc:ActualDeliveryDate', deliveredOn)),
    ...(invoice.adjustments ?? []).map((one) => ublAdjustment(one, currency)),
    holding(
      'cac:LegalMonetaryTotal',
      saying(`cbc:TaxExclusiveAmount currencyID="${currency}"`, netOf(invoice)),
      saying(`cbc:PrepaidAmount currencyID="${currency}"`, prepaid),
    ),
    ...lines.map((line, index) => ublLine(line, String(index + 1), `cac:${root}Line`, currency)),
  )}`
}

const ublTax = (name: string, vat: string | undefined) =>
  vat === undefined
    ? ''
    : holding(name, saying('cbc:ID', 'S'), saying('cbc:Percent', vat), holding('cac:TaxScheme', saying('cbc:ID', 'VAT')))

const ublAdjustment = ({ amount, isCharge = false, reason, code, vat }: WrittenAdjustment, currency: string) =>
  holding(
    'cac:AllowanceCharge',
    saying('cbc:ChargeIndicator', String(isCharge)),
    saying('cbc:AllowanceChargeReasonCode', code),
    saying('cbc:AllowanceChargeReason', reason),
    saying(`cbc:Amount currencyID="${currency}"`, amount),
    ublTax('cac:TaxCategory', vat),
  )

const ublLine = (line: WrittenLine, id: string, name: string, currency: string): string =>
  holding(
    name,
    saying('cbc:ID', id),
    saying('cbc:Note', line.note),
    saying(`cbc:${name.includes('Credit') ? 'Credited' : 'Invoiced'}Quantity unitCode="${line.unit ?? 'C62'}"`, line.quantity),
    saying(`cbc:LineExtensionAmount currencyID="${currency}"`, line.net),
    holding('cac:InvoicePeriod', saying('cbc:EndDate', line.periodEnd)),
    holding('cac:Delivery', saying('cbc:ActualDeliveryDate', line.deliveredOn)),
    ...(line.adjustments ?? []).map((one) => ublAdjustment(one, currency)),
    holding(
      'cac:Item',
      saying('cbc:Description', line.description),
      saying('cbc:Name', line.name),
      holding('cac:StandardItemIdentification', saying('cbc:ID schemeID="0160"', line.gtin)),
      holding('cac:OriginCountry', saying('cbc:IdentificationCode', line.origin)),
      holding(
        'cac:CommodityClassification',
        saying(`cbc:ItemClassificationCode listID="${line.classification?.[1]}"`, line.classification?.[0]),
      ),
      ublTax('cac:ClassifiedTaxCategory', line.vat),
      ...(line.attributes ?? []).map(([attribute, value]) =>
        holding('cac:AdditionalItemProperty', saying('cbc:Name', attribute), saying('cbc:Value', value)),
      ),
    ),
    holding(
      'cac:Price',
      saying(`cbc:PriceAmount currencyID="${currency}"`, line.price),
      saying('cbc:BaseQuantity', line.baseQuantity),
    ),
    ...(line.parts ?? []).map((part, at) => ublLine(part, `${id}.${at + 1}`, 'cac:SubInvoiceLine', currency)),
  )
