// Bytes to text: the encodings that spreadsheets really write.
import iconv from 'iconv-lite'
import { problems } from './file-problem.ts'
import type { ByteReader } from './source.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const SAMPLE = 4096
/** What no text file holds: control characters, save the tab, the line breaks and the page break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

/** UTF-16 announces itself by its mark or its zeros; what reads as UTF-8 from end to end is UTF-8; the rest is Windows-1252. */
export async function encodingOf(file: ByteReader): Promise<Encoding> {
  const wide = wideEncodingOf(await file.read(0, SAMPLE))
  if (wide) return wide
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of file.pieces()) strict.decode(piece, { stream: true })
    strict.decode()
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

function wideEncodingOf(start: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++
  })
  const [even = 0, odd = 0] = zeros
  if (odd > start.length / 5 && even === 0) return 'utf-16le'
  return even > start.length / 5 && odd === 0 ? 'utf-16be' : null
}

/** The whole text of bytes in memory, without its mark, by the same rules: what a file says of its encoding is wrong too often. */
export function decoded(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const wide = wideEncodingOf(bytes.subarray(0, SAMPLE))
  if (wide) return iconv.decode(buffer, wide)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(buffer, 'win1252')
  }
}

/**
 * The text of the file, piece by piece, without its byte order mark. Node 20 reads « windows-1252 » as Latin-1, where the euro and
 * the œ are lost: iconv-lite reads it right everywhere.
 */
export async function* decodedText(file: ByteReader, encoding: Encoding): AsyncGenerator<string> {
  const decoder = encoding === 'utf-8' ? null : iconv.getDecoder(encoding === 'windows-1252' ? 'win1252' : encoding)
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let first = true
  for await (const piece of file.pieces()) {
    const text = decoder
      ? decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.length))
      : utf8.decode(piece, { stream: true })
    if (CONTROL.test(text)) throw problems.binary()
    if (text !== '') yield first ? text.replace(/^\ufeff/, '') : text
    if (text !== '') first = false
  }
  const rest = decoder ? decoder.end() : utf8.decode()
  if (rest) yield rest
}
