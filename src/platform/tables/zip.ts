// The parts of a workbook, read from its table of contents. Everything is checked before a byte is unfolded, and again while unfolding.
import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { problems } from './file-problem.ts'
import { HARMLESS_BYTES, type Limits } from './limits.ts'
import type { ByteReader } from './source.ts'

export type Entry = {
  readonly name: string
  readonly method: number
  readonly folded: number
  readonly unfolded: number
  readonly start: number
  readonly checksum: number
}

export type Parts = {
  readonly names: ReadonlySet<string>
  /** Unfolds a part piece by piece; ends in a problem when it is not what it announced. */
  pieces(name: string): AsyncGenerator<Uint8Array>
}

const TAIL = 65_557
const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ENCRYPTED = 1

/** Reads the table of contents. Names are only ever compared: nothing is written on disk, so a name that climbs folders climbs nothing. */
export async function openParts(file: ByteReader, limits: Limits): Promise<Parts> {
  const entries = await contents(file, limits)
  refuseBombs(entries, limits, file.size)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (byName.size !== entries.length) throw problems.damaged('deux parties portent le même nom')
  let spent = 0
  return {
    names: new Set(byName.keys()),
    async *pieces(name) {
      const entry = byName.get(name)
      if (!entry) throw problems.damaged('une partie manque')
      for await (const piece of unfold(file, entry)) {
        spent += piece.length
        if (spent > limits.unfoldedBytes) throw problems.bomb()
        yield piece
      }
    },
  }
}

async function contents(file: ByteReader, limits: Limits): Promise<Entry[]> {
  const tailStart = Math.max(0, file.size - TAIL)
  const tail = view(await file.read(tailStart, TAIL))
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== END) end--
  if (end < 0) throw problems.damaged('il est incomplet')
  const count = tail.getUint16(end + 10, true)
  const size = tail.getUint32(end + 12, true)
  const offset = tail.getUint32(end + 16, true)
  // Archives of more than 4 GB, or of 65 535 parts, are no workbook that anyone fills by hand.
  if (count > limits.entries) throw problems.bomb()
  if (offset + size > tailStart + end) throw problems.damaged('sa table des matières est fausse')
  const table = view(await file.read(offset, size))
  const entries: Entry[] = []
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > table.byteLength || table.getUint32(at, true) !== CENTRAL)
      throw problems.damaged('sa table des matières est fausse')
    if (table.getUint16(at + 8, true) & ENCRYPTED) throw problems.password()
    const [name, extra, comment] = [28, 30, 32].map((field) => table.getUint16(at + field, true)) as [number, number, number]
    if (at + 46 + name > table.byteLength) throw problems.damaged('sa table des matières est fausse')
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(table.buffer, table.byteOffset + at + 46, name)).replace(/\\/g, '/'),
      method: table.getUint16(at + 10, true),
      checksum: table.getUint32(at + 16, true),
      folded: table.getUint32(at + 20, true),
      unfolded: table.getUint32(at + 24, true),
      start: table.getUint32(at + 42, true),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

/** What the parts announce: in all, each against its folded size, and whether two of them share the same bytes. */
function refuseBombs(entries: readonly Entry[], limits: Limits, fileSize: number) {
  let total = 0
  let free = 0
  for (const { folded, unfolded, start } of [...entries].sort((a, b) => a.start - b.start)) {
    total += unfolded
    if (unfolded > HARMLESS_BYTES && unfolded > folded * limits.ratio) throw problems.bomb()
    if (start < free) throw problems.bomb()
    free = start + 30 + folded
    if (free > fileSize) throw problems.damaged('il est incomplet')
  }
  if (total > limits.unfoldedBytes) throw problems.bomb()
}

async function* unfold(file: ByteReader, entry: Entry): AsyncGenerator<Uint8Array> {
  const local = view(await file.read(entry.start, 30))
  if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL) throw problems.damaged('une partie manque')
  const start = entry.start + 30 + local.getUint16(26, true) + local.getUint16(28, true)
  if (entry.method !== 0 && entry.method !== 8) throw problems.damaged('sa compression est inconnue')
  let length = 0
  let checksum = 0
  for await (const piece of entry.method === 0 ? file.pieces(start, entry.folded) : inflated(file, start, entry.folded)) {
    length += piece.length
    // The announced size was accepted; more than it is a lie.
    if (length > entry.unfolded) throw problems.bomb()
    checksum = crc32(piece, checksum)
    yield piece
  }
  if (length !== entry.unfolded || checksum !== entry.checksum) throw problems.damaged('une partie est incomplète')
}

async function* inflated(file: ByteReader, start: number, length: number): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 65_536 })
  // Reading the source and unfolding it fail together; the loop below sees the error.
  pipeline(Readable.from(file.pieces(start, length)), inflate, () => {})
  try {
    for await (const piece of inflate) yield piece
  } catch (error) {
    throw /^Z_/.test((error as { code?: string }).code ?? '') ? problems.damaged('une partie est illisible') : error
  }
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
