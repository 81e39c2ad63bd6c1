// What a JPEG photograph tells besides its picture: where it was taken, by which device. Its orientation alone is kept, or it would lie on its side.

const MARK = 0xff
const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe]
const EXIF = 'Exif\0\0'
const COLOURS = 'ICC_PROFILE\0'
const ORIENTATION = 0x0112
const SHORT = 3
/** Bytes of an entry of a directory. */
const ENTRY = 12
/** A segment that says the orientation, and the end. */
const MOST_ADDED = 64

/** The same photograph without what it tells besides; as it is when it cannot be followed to its end: no viewer would show more of it. */
export function withoutMetadata(jpeg: Uint8Array): Uint8Array {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  // One room for all of it: a picture may be made of millions of parts.
  const kept = Buffer.alloc(bytes.length + MOST_ADDED)
  let length = kept.writeUInt16BE((MARK << 8) | SOI)
  const keep = (start: number, end: number) => {
    length += bytes.copy(kept, length, start, end)
  }
  let isTurned = false
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== MARK) return jpeg
    const marker = bytes[at + 1]!
    // Whatever follows the end is another picture, or none.
    if (marker === EOI) break
    // Marks may be written after any number of FF.
    if (marker === MARK) {
      at++
      continue
    }
    const start = at
    at += 2 + bytes.readUInt16BE(at + 2)
    if (at > bytes.length) return jpeg
    if (marker === APP1) {
      const orientation = isTurned ? null : orientationOf(bytes.subarray(start, at))
      if (orientation === null) continue
      isTurned = true
      length += orientationSegment(orientation).copy(kept, length)
    } else if (isPicture(marker, bytes, start)) keep(start, at)
    if (marker !== SOS) continue
    const next = endOfScan(bytes, at)
    keep(at, next)
    at = next
  }
  return kept.subarray(0, kept.writeUInt16BE((MARK << 8) | EOI, length))
}

const textAt = (bytes: Buffer, start: number, text: string) =>
  bytes.toString('latin1', start + 4, start + 4 + text.length) === text

/** How it is drawn: all but comments and what applications add, save what tells its colours. */
const isPicture = (marker: number, bytes: Buffer, start: number) =>
  marker === APP0 ||
  marker === APP14 ||
  (marker === APP2 ? textAt(bytes, start, COLOURS) : marker !== COM && !(marker > APP0 && marker <= APP15))

/** In the data of a picture, FF is followed by 00 or by a mark of restart (D0 to D7). */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(MARK, from); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && next !== MARK && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** How the photograph is turned, when it is; null when there is nothing to say. */
function orientationOf(segment: Buffer): number | null {
  const tiff = segment.subarray(4 + EXIF.length)
  if (!textAt(segment, 0, EXIF) || tiff.length < 8) return null
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (start + 2 > tiff.length) return null
  // As many entries as there are, whatever is announced.
  const count = Math.min(short(start), Math.floor((tiff.length - start - 2) / ENTRY))
  for (let rank = 0; rank < count; rank++) {
    const entry = start + 2 + rank * ENTRY
    if (short(entry) !== ORIENTATION || short(entry + 2) !== SHORT) continue
    const value = short(entry + 8)
    return value > 1 && value <= 8 ? value : null
  }
  return null
}

/** A segment that says this orientation and nothing else. */
function orientationSegment(value: number): Buffer {
  // TIFF, most significant byte first: one directory of one entry, none after it.
  const tiff = Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    ORIENTATION >> 8,
    ORIENTATION & 0xff,
    0,
    SHORT,
    0,
    0,
    0,
    1,
    0,
    value,
    0,
    0,
    0,
    0,
    0,
    0,
  ])
  const content = Buffer.concat([Buffer.from(EXIF, 'latin1'), tiff])
  return Buffer.concat([Buffer.from([MARK, APP1, 0, content.length + 2]), content])
}
