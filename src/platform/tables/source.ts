// Where a table comes from: a file on disk, bytes already in memory, or pieces kept elsewhere. Read by pieces in any case.
import { open } from 'node:fs/promises'
import { problems } from './file-problem.ts'

/** `name` is only ever shown; what a file is, its content says. */
export type TableSource = { readonly name: string } & (
  | { readonly path: string }
  | { readonly bytes: Uint8Array }
  | {
      /** Somewhere else, to be read piece by piece. */
      readonly size: number
      readonly pieceBytes: number
      read(start: number, length: number): Promise<Uint8Array>
    }
)

const PIECE = 16_384

export type ByteReader = {
  readonly size: number
  /** The bytes from `start`, fewer when the file ends before. */
  read(start: number, length: number): Promise<Uint8Array>
  /** From `start`, piece by piece. */
  pieces(start?: number, length?: number): AsyncGenerator<Uint8Array>
  close(): Promise<void>
}

/** Opens the source. Refuses a file over `most` bytes, or empty, before reading any of it. */
export async function openBytes(source: TableSource, most: number): Promise<ByteReader> {
  const opened = await openedBytes(source)
  const problem = opened.size > most ? problems.tooBig(most) : opened.size === 0 ? problems.empty() : null
  if (problem === null) return opened
  await opened.close()
  throw problem
}

async function openedBytes(source: TableSource): Promise<ByteReader> {
  if ('path' in source) return onDisk(source.path)
  if ('bytes' in source) return inMemory(source.bytes)
  const { size, pieceBytes } = source
  const read = async (start: number, length: number) => source.read(start, Math.min(length, size - start))
  return withPieces(size, read, async () => {}, pieceBytes)
}

function inMemory(bytes: Uint8Array): ByteReader {
  return withPieces(
    bytes.byteLength,
    async (start, length) => bytes.subarray(start, start + length),
    async () => {},
  )
}

async function onDisk(path: string): Promise<ByteReader> {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  return withPieces(
    size,
    async (start, length) => {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - start)))
      let filled = 0
      while (filled < buffer.length) {
        const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, start + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    },
    () => file.close(),
  )
}

function withPieces(size: number, read: ByteReader['read'], close: ByteReader['close'], most = PIECE): ByteReader {
  return {
    size,
    read,
    close,
    async *pieces(start = 0, length = size - start) {
      const end = start + length
      const readAt = (at: number) => (at < end ? read(at, Math.min(most, end - at)) : null)
      // The next piece comes while this one is put to use.
      for (let [at, next] = [start, readAt(start)]; next !== null; ) {
        const piece = await next
        if (piece.length === 0) return
        at += piece.length
        next = readAt(at)
        // Whoever stops here does not wait for it.
        next?.catch(() => {})
        yield piece
      }
    },
  }
}
