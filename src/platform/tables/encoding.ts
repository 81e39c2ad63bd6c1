// Bytes to text: the encodings that spreadsheets really write.
import iconv from 'iconv-lite'
import { problems } from './file-problem.ts'
import type { ByteReader } from './source.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const SAMPLE = 4096
/** What no text file holds: control characters, save the tab, the line breaks and the page break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/

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
  const decoder = decoderFor(bytes.subarray(0, SAMPLE))
  return (decoder.write(bytes) + decoder.end()).replace(/^\ufeff/, '')
}

/** The text of a file, and what it is written in: sure once all of it is read. */
export type DecodedText = { encoding(): Encoding; readonly pieces: AsyncGenerator<string> }

/** Read at a time: what a slice unfolds into is soon let go of, and garbage collection finds little that lives. */
const SLICE = 16_384

/**
 * The text of the file, piece by piece, without its byte order mark. UTF-16 announces itself by its mark or its zeros; of the rest, the first letter
 * beyond ASCII tells whether it is UTF-8 or Windows-1252. What does not read as UTF-8 in a file that does, a letter cut short by another program or
 * pasted from elsewhere, is taken alone as Windows-1252.
 */
export async function decodedText(file: ByteReader): Promise<DecodedText> {
  const decoder = decoderFor(await file.read(0, SAMPLE))
  return { encoding: decoder.encoding, pieces: textPieces(file, decoder) }
}

type Decoder = { write(bytes: Uint8Array): string; end(): string; encoding(): Encoding }

async function* textPieces(file: ByteReader, decoder: Decoder): AsyncGenerator<string> {
  let first = true
  for await (const piece of file.pieces())
    for (let at = 0; at < piece.byteLength; at += SLICE) {
      const text = decoder.write(piece.subarray(at, at + SLICE))
      if (CONTROL.test(text)) throw problems.binary()
      if (text === '') continue
      yield first ? text.replace(/^\ufeff/, '') : text
      first = false
    }
  const rest = decoder.end()
  if (rest) yield rest
}

function decoderFor(start: Uint8Array): Decoder {
  const wide = wideEncodingOf(start)
  if (wide === null) return utf8UntilDenied()
  const decoder = iconv.getDecoder(wide)
  return { write: (bytes) => decoder.write(bufferOf(bytes)), end: () => decoder.end() ?? '', encoding: () => wide }
}

function utf8UntilDenied(): Decoder {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  /** Has a letter beyond ASCII been read as UTF-8? */
  let isSeen = false
  /** The beginning of a letter whose end has not come. */
  let held: Uint8Array = new Uint8Array()
  let read = (bytes: Uint8Array): string => {
    try {
      const text = utf8.decode(bytes)
      isSeen ||= text.length < bytes.length
      return text
    } catch {
      read = isSeen || startsInUtf8(bytes) ? mendedUtf8 : windows1252
      return read(bytes)
    }
  }
  return {
    encoding: () => (read === windows1252 ? 'windows-1252' : 'utf-8'),
    write(some) {
      const bytes = held.length > 0 ? Buffer.concat([held, some]) : some
      const whole = wholeLetters(bytes)
      held = bytes.slice(whole)
      return read(bytes.subarray(0, whole))
    },
    end: () => read(held),
  }
}

const bufferOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

/** Node 20 reads « windows-1252 » as Latin-1, where the euro and the œ are lost: iconv-lite reads it right everywhere. */
const windows1252 = (bytes: Uint8Array) => iconv.decode(bufferOf(bytes), 'win1252')

/** Bytes beyond ASCII, as Latin-1 shows them: those of a letter of UTF-8 together, the others one by one. */
const BEYOND_ASCII =
  /[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}|[\x80-\xff]/
const ALL_BEYOND_ASCII = new RegExp(BEYOND_ASCII, 'g')

const startsInUtf8 = (bytes: Uint8Array) => (BEYOND_ASCII.exec(bufferOf(bytes).toString('latin1'))?.[0].length ?? 0) > 1

/** UTF-8, and Windows-1252 for what cannot be. */
const mendedUtf8 = (bytes: Uint8Array) =>
  bufferOf(bytes)
    .toString('latin1')
    .replace(ALL_BEYOND_ASCII, (found) => {
      const letter = Buffer.from(found, 'latin1')
      return found.length > 1 ? letter.toString() : windows1252(letter)
    })

/** How many bytes of UTF-8 come before a letter that is cut. */
function wholeLetters(bytes: Uint8Array): number {
  const { length } = bytes
  for (let at = length - 1; at >= 0 && at >= length - 3 && bytes[at]! >= 0x80; at--) {
    const byte = bytes[at]!
    if (byte >= 0xc0) return at + (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > length ? at : length
  }
  return length
}
