// From a file to the invoice that it holds: Factur-X, CII or UBL, told by the content and never by the name.
import { FileProblem } from '../../platform/tables/file-problem.ts'
import { CII_ROOT, readCii } from './cii.ts'
import { type Invoice, InvoiceProblem } from './invoice.ts'
import { attachedXml, isPdf } from './pdf.ts'
import { readUbl, UBL_ROOTS } from './ubl.ts'
import { NotXml, readXml, TooMuchXml } from './xml-tree.ts'

const ZUGFERD_1_ROOT = 'CrossIndustryDocument'
/** Order-X, then what else UBL writes: orders, despatch advice, reminders, statements… */
const OTHER_DOCUMENTS =
  /^SCRDMCCBDACIO|^(Order|Quotation|Despatch|Receipt|Reminder|Statement|Remittance|Catalogue|Application|DebitNote|FreightInvoice|Waybill)/

/** Reads one invoice. Throws an InvoiceProblem that says why it cannot be used. */
export function readInvoice(bytes: Uint8Array): Invoice {
  if (!isPdf(bytes)) return checked(readInvoiceXml(bytes))
  const problems: InvoiceProblem[] = []
  // The last attached file that is an invoice: later versions of a PDF are written after the earlier ones.
  for (const xml of attachedXml(bytes).reverse()) {
    try {
      return checked(readInvoiceXml(xml))
    } catch (error) {
      if (!(error instanceof InvoiceProblem)) throw error
      problems.push(error)
    }
  }
  throw problems.find(({ code }) => code !== 'not_an_invoice') ?? new InvoiceProblem('no_attachment')
}

function readInvoiceXml(bytes: Uint8Array): Invoice {
  const root = tree(bytes)
  if (root.name === CII_ROOT) return readCii(root)
  if (UBL_ROOTS.includes(root.name)) return readUbl(root)
  if (root.name === ZUGFERD_1_ROOT) throw new InvoiceProblem('old_format')
  if (OTHER_DOCUMENTS.test(root.name)) throw new InvoiceProblem('other_document')
  throw new InvoiceProblem('not_an_invoice')
}

function tree(bytes: Uint8Array) {
  try {
    return readXml(bytes)
  } catch (error) {
    if (error instanceof TooMuchXml) throw new InvoiceProblem('too_large')
    if (error instanceof NotXml) throw new InvoiceProblem('not_an_invoice')
    if (error instanceof FileProblem) throw new InvoiceProblem(error.code === 'dangerous_xml' ? 'dangerous' : 'damaged')
    throw error
  }
}

function checked(invoice: Invoice): Invoice {
  if (invoice.currency !== 'EUR') throw new InvoiceProblem('other_currency')
  return invoice
}
