// The XML that a Factur-X carries. A PDF keeps each attached file as a stream of its own, in clear or deflated: we look through the streams
// that may be one, each unfolded within a bound, and run nothing else of the document.
import { inflateSync } from 'node:zlib'
import { InvoiceProblem } from './invoice.ts'
import { LARGEST_XML } from './xml-tree.ts'

/** All that we unfold of one document. */
const MOST_UNFOLDED = 4 * LARGEST_XML
const MOST_STREAMS = 5000
/** The dictionary of a stream stands right before it. */
const LONGEST_DICTIONARY = 4096

export const isPdf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')

/** The attached XML files of a PDF, in their order. Throws an InvoiceProblem: protected, too large once unfolded, or without any. */
export function attachedXml(bytes: Uint8Array): Uint8Array[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (/\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</.test(trailerOf(file))) throw new InvoiceProblem('encrypted')
  const found: Uint8Array[] = []
  let unfolded = 0
  let streams = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (isEnd(file, at)) continue
    if (++streams > MOST_STREAMS) throw new InvoiceProblem('too_large')
    const dictionary = dictionaryBefore(file, at)
    if (!mayBeXml(dictionary)) continue
    const start = at + (file[at + 6] === 0x0d ? 8 : 7)
    const end = endOf(file, start, dictionary)
    const content = /\/FlateDecode|\/Fl\b/.test(dictionary) ? inflate(file.subarray(start, end)) : file.subarray(start, end)
    if (content === null) continue
    unfolded += content.length
    if (unfolded > MOST_UNFOLDED) throw new InvoiceProblem('too_large')
    if (looksLikeXml(content)) found.push(content)
    at = end
  }
  if (found.length === 0) throw new InvoiceProblem('no_attachment')
  return found
}

const isEnd = (file: Buffer, at: number) => at >= 3 && file.toString('latin1', at - 3, at) === 'end'

/** « trailer » parts and cross-reference streams both stand in clear. */
function trailerOf(file: Buffer): string {
  const parts: string[] = []
  for (let at = file.indexOf('/Encrypt'); at >= 0 && parts.length < 20; at = file.indexOf('/Encrypt', at + 8))
    parts.push(file.toString('latin1', at, at + 60))
  return parts.join('\n')
}

function dictionaryBefore(file: Buffer, at: number): string {
  const text = file.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at)
  return text.slice(Math.max(0, text.lastIndexOf(' obj')))
}

/** Attached files say so, or say that they are XML; one filter at most. Pictures, fonts and pages are passed over. */
const mayBeXml = (dictionary: string) =>
  (/\/EmbeddedFile\b/.test(dictionary) || /\/Subtype\s*\/(?:text|application)#2[Ff]xml/.test(dictionary)) &&
  !/\/Filter\s*\[[^\]]*\/\w+[^\]]*\/\w+/.test(dictionary)

function endOf(file: Buffer, start: number, dictionary: string): number {
  const length = /\/Length\s+(\d{1,10})(?!\s+\d+\s+R)/.exec(dictionary)?.[1]
  const announced = length === undefined ? -1 : start + Number(length)
  if (announced > start && announced <= file.length && /^\s*endstream/.test(file.toString('latin1', announced, announced + 12)))
    return announced
  const end = file.indexOf('endstream', start)
  return end < 0 ? file.length : end
}

function inflate(folded: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(folded, { maxOutputLength: LARGEST_XML })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new InvoiceProblem('too_large')
    return null
  }
}

const looksLikeXml = (content: Uint8Array) =>
  /^(?:\uFEFF|ï»¿)?\s*<[?!\w]/.test(Buffer.from(content.subarray(0, 64)).toString('latin1'))
