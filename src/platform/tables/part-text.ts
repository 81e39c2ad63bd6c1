// Reads one XML part of a workbook from end to end, handing out what its reader has gathered after each piece.

import { type XmlEvents, xmlReader } from './xml.ts'
import type { Parts } from './zip.ts'

/** Yields once per piece read, after `events` have been called for it. */
export async function* readPart(parts: Parts, name: string, events: XmlEvents): AsyncGenerator<void> {
  const xml = xmlReader(events)
  let decoder: TextDecoder | null = null
  for await (const piece of parts.pieces(name)) {
    decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8')
    xml.feed(decoder.decode(piece, { stream: true }))
    yield
  }
  xml.feed(decoder?.decode() ?? '')
  xml.end()
  yield
}

/** Reads a small part at once. */
export async function readWhole(parts: Parts, name: string, events: XmlEvents): Promise<void> {
  for await (const _ of readPart(parts, name, events)) {
    // Only what the events gathered matters.
  }
}
