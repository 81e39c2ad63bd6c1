// What a file holds, kept by pieces: neither bringing it nor reading it takes its size in memory.
import type { Queries } from '../../platform/database/database.ts'
import type { TableSource } from '../../platform/tables/source.ts'

/** Of all pieces but the last, here and in the database. */
const PIECE_BYTES = 262_144

/** Keeps what a file holds; gives its size. Call it in the transaction that adds the import. */
export async function addContent(db: Queries, importId: number, content: AsyncIterable<Uint8Array>): Promise<number> {
  let [number, bytes] = [0, 0]
  for await (const piece of piecesOf(content)) {
    await db.run('insert into import_piece (import_id, number, bytes) values ($1, $2, $3)', [importId, number++, piece])
    bytes += piece.byteLength
  }
  return bytes
}

async function* piecesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(PIECE_BYTES)
  let filled = 0
  for await (const some of content)
    for (let at = 0; at < some.byteLength; ) {
      const taken = some.subarray(at, at + PIECE_BYTES - filled)
      piece.set(taken, filled)
      filled += taken.byteLength
      at += taken.byteLength
      if (filled < PIECE_BYTES) continue
      yield piece
      filled = 0
    }
  if (filled > 0) yield piece.subarray(0, filled)
}

/** A file to be read piece by piece. Its content never changes: any connection will do, and that of a transaction may have other work. */
export const contentOf = (
  db: Queries,
  { id, fileName, bytes }: { id: number; fileName: string; bytes: number },
): TableSource => ({
  name: fileName,
  size: bytes,
  pieceBytes: PIECE_BYTES,
  async read(start, length) {
    const first = Math.floor(start / PIECE_BYTES)
    const pieces = await db.rows<{ bytes: Buffer }>(
      'select bytes from import_piece where import_id = $1 and number between $2 and $3 order by number',
      [id, first, Math.floor((start + length - 1) / PIECE_BYTES)],
    )
    const read = pieces.length === 1 ? pieces[0]!.bytes : Buffer.concat(pieces.map((piece) => piece.bytes))
    return read.subarray(start - first * PIECE_BYTES, start - first * PIECE_BYTES + length)
  },
})
