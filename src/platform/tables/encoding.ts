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
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const wide = wideEncodingOf(bytes.subarray(0, SAMPLE))
  if (wide) return iconv.decode(buffer, wide)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(buffer, 'win1252')
  }
}

/** The text of a file, and what it is written in: sure once all of it is read. */
export type DecodedText = { encoding(): Encoding; readonly pieces: AsyncGenerator<string> }

/** Read at a time: what a slice unfolds into is soon let go of, and garbage collection finds little that lives. */
const SLICE = 16_384

/**
 * The text of the file, piece by piece, without its byte order mark. UTF-16 announces itself by its mark or its zeros; the rest is UTF-8 as long
 * as it reads as UTF-8, and Windows-1252 from the first letter that does not: what comes before, without accents, is the same in both.
 */
export async function decodedText(file: ByteReader): Promise<DecodedText> {
  const wide = wideEncodingOf(await file.read(0, SAMPLE))
  const decoder = wide ? { ...decoderOf(wide), encoding: () => wide } : utf8UntilDenied()
  return { encoding: decoder.encoding, pieces: textPieces(file, decoder) }
}

type Decoder = { write(bytes: Uint8Array): string; end(): string }

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

/** Node 20 reads « windows-1252 » as Latin-1, where the euro and the œ are lost: iconv-lite reads it right everywhere. */
function decoderOf(encoding: Exclude<Encoding, 'utf-8'>): Decoder {
  const decoder = iconv.getDecoder(encoding === 'windows-1252' ? 'win1252' : encoding)
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
    end: () => decoder.end() ?? '',
  }
}

function utf8UntilDenied(): Decoder & { encoding(): Encoding } {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let other: Decoder | null = null
  /** The beginning of a letter whose end has not come. */
  let held: Uint8Array = new Uint8Array()
  const denied = (bytes: Uint8Array) => {
    other = decoderOf('windows-1252')
    return other.write(bytes)
  }
  return {
    encoding: () => (other ? 'windows-1252' : 'utf-8'),
    write(some) {
      if (other) return other.write(some)
      const bytes = held.length > 0 ? Buffer.concat([held, some]) : some
      const whole = wholeLetters(bytes)
      held = bytes.slice(whole)
      try {
        return utf8.decode(bytes.subarray(0, whole))
      } catch {
        return denied(bytes)
      }
    },
    end: () => other?.end() ?? (held.length > 0 ? denied(held) : ''),
  }
}

/** How many bytes of UTF-8 come before a letter that is cut. */
function wholeLetters(bytes: Uint8Array): number {
  const { length } = bytes
  for (let at = length - 1; at >= 0 && at >= length - 3 && bytes[at]! >= 0x80; at--) {
    const byte = bytes[at]!
    if (byte >= 0xc0) return at + (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > length ? at : length
  }
  return length
}
