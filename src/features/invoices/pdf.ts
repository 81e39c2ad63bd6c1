// The XML that a Factur-X carries. A PDF keeps each attached file as a stream of its own, in clear or deflated: we look through the streams
// that may be one, each unfolded within a bound, and run nothing else of the document. The name of the file says nothing to us.
import { constants, inflateSync } from 'node:zlib'
import { InvoiceProblem } from './invoice.ts'
import { LARGEST_XML } from './xml-tree.ts'

/** All that we unfold of one document. */
const MOST_UNFOLDED = 2 * LARGEST_XML
const MOST_STREAMS = 20_000
/** Attached files that look like XML: an invoice and a few others. */
const MOST_ATTACHED = 20
/** The dictionary of a stream stands right before it. */
const LONGEST_DICTIONARY = 4096
/** Enough of a stream to see whether it is XML. */
const BEGINNING = 1024
/** What the beginnings of all streams may unfold into: a long document stays far below, thousands of bombs do not. */
const MOST_BEGUN = 256 * 1_048_576

export const isPdf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')

type Stream = { readonly dictionary: string; readonly folded: Buffer }

/** The attached XML files of a PDF, in their order. Throws an InvoiceProblem: protected, too large once unfolded, or without any. */
export function attachedXml(bytes: Uint8Array): Uint8Array[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (isEncrypted(file)) throw new InvoiceProblem('encrypted')
  const streams = [...streamsOf(file)]
  const said = streams.filter(({ dictionary }) => saysAttached(dictionary))
  const found = unfoldXml(said)
  // Some software attaches a file without saying that it is one.
  return found.length > 0 ? found : unfoldXml(streams.filter((stream) => !said.includes(stream) && maySaveFile(stream)))
}

function unfoldXml(streams: readonly Stream[]): Uint8Array[] {
  const found: Uint8Array[] = []
  let unfolded = 0
  let begun = 0
  for (const { dictionary, folded } of streams) {
    const isFolded = /\/FlateDecode|\/Fl\b/.test(dictionary)
    const beginning = isFolded ? inflatedBeginning(folded) : folded.subarray(0, BEGINNING)
    begun += beginning.length
    if (begun > MOST_BEGUN) throw new InvoiceProblem('too_large')
    if (!looksLikeXml(beginning)) continue
    if (found.length === MOST_ATTACHED) throw new InvoiceProblem('too_large')
    const content = isFolded ? inflate(folded) : folded
    unfolded += content.length
    if (unfolded > MOST_UNFOLDED) throw new InvoiceProblem('too_large')
    found.push(content)
  }
  return found
}

/** Every stream of the file, with the dictionary before it; at most so many. */
function* streamsOf(file: Buffer): Generator<Stream> {
  let count = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue
    if (++count > MOST_STREAMS) throw new InvoiceProblem('too_large')
    const dictionary = dictionaryBefore(file, at)
    if (dictionary === null) continue
    const start = at + (file[at + 6] === 0x0d ? 8 : 7)
    const end = endOf(file, start, dictionary)
    yield { dictionary, folded: file.subarray(start, end) }
    at = end
  }
}

/** « trailer » parts and cross-reference streams both stand in clear. */
function isEncrypted(file: Buffer): boolean {
  for (let at = file.indexOf('/Encrypt'), seen = 0; at >= 0 && seen < 20; at = file.indexOf('/Encrypt', at + 8), seen++)
    if (/^\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(file.toString('latin1', at, at + 60))) return true
  return false
}

/** Null when no object opens there: the word was in a text. */
function dictionaryBefore(file: Buffer, at: number): string | null {
  const text = file.toString('latin1', Math.max(0, at - LONGEST_DICTIONARY), at)
  const start = Math.max(text.lastIndexOf(' obj'), text.lastIndexOf('\nobj'))
  if (start < 0) return null
  // No pattern that would try again from each « << »: thousands of them would keep everybody waiting.
  const dictionary = text.slice(start).trimEnd()
  return dictionary.endsWith('>>') && dictionary.includes('<<') ? dictionary : null
}

const oneFilterAtMost = (dictionary: string) => (/\/Filter\s*\[([^\]]*)/.exec(dictionary)?.[1]?.split('/').length ?? 0) <= 2

/** Attached files say so, or say that they are XML. */
const saysAttached = (dictionary: string) =>
  (/\/EmbeddedFile\b/.test(dictionary) || /\/Subtype\s*\/(?:text|application)#2[Ff]xml/.test(dictionary)) &&
  oneFilterAtMost(dictionary)

/** Not a picture, a font, a page, the description of the document nor a part of its structure. */
const maySaveFile = ({ dictionary }: Stream) =>
  !/\/Type\s*\/(?:XObject|ObjStm|XRef|Metadata|Pattern)|\/Subtype\s*\/(?:Image|Form|XML|Type1C|CIDFontType0C|OpenType)|\/Length[123]\b/.test(
    dictionary,
  ) && oneFilterAtMost(dictionary)

function endOf(file: Buffer, start: number, dictionary: string): number {
  const length = /\/Length\s+(\d{1,10})(?!\s+\d+\s+R)/.exec(dictionary)?.[1]
  const announced = length === undefined ? -1 : start + Number(length)
  if (announced > start && announced <= file.length && /^\s*endstream/.test(file.toString('latin1', announced, announced + 12)))
    return announced
  const end = file.indexOf('endstream', start)
  return end < 0 ? file.length : end
}

/** What the first bytes unfold into, as far as they go; nothing when they do not. */
function inflatedBeginning(folded: Buffer): Buffer {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: BEGINNING * 1100 }
    return inflateSync(folded.subarray(0, BEGINNING), options)
  } catch {
    return Buffer.alloc(0)
  }
}

function inflate(folded: Buffer): Buffer {
  try {
    return inflateSync(folded, { maxOutputLength: LARGEST_XML })
  } catch (error) {
    throw new InvoiceProblem((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'damaged')
  }
}

/** In any encoding: UTF-16 has zeros between its letters. */
const looksLikeXml = (content: Buffer) =>
  /^(?:ï»¿|ÿþ|þÿ)?\s*<[?!\w]/.test(content.toString('latin1', 0, 128).replaceAll('\0', ''))
