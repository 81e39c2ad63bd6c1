// Files posted by a form, written to disk as they come: whatever they weigh, they take no memory.
import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formParts, type PartEvent } from './form-parts.ts'

export type UploadedFile = {
  readonly name: string
  readonly bytes: number
  /** Piece by piece, from the start. A piece is only good until the next one is asked for. */
  content(): AsyncIterable<Uint8Array>
}
/** `forget` is to be called once done, whatever happened. */
type Forgettable = { forget(): Promise<void> }

type Bounds = {
  readonly field: string
  /** The most that a form may weigh, its file and what stands around it. */
  readonly formBytes: number
  /** The most that a file which begins like this may weigh. */
  mostBytes(start: Uint8Array): number
}

/** Read back by as much. */
const READ_BYTES = 262_144
/** Enough to tell what a file is. */
const START_BYTES = 16

class TooLarge extends Error {}

/** The first file of this field; null when the form holds none or is broken, `too_large` when it weighs too much. Other fields are left out. */
export async function receiveFile(request: Request, bounds: Bounds): Promise<(UploadedFile & Forgettable) | 'too_large' | null> {
  const received = await receiveFiles(request, bounds, 1)
  return received === null || received === 'too_large' ? received : { ...received.files[0]!, forget: received.forget }
}

/** The files of this field, in their order, the first `mostFiles`; null and `too_large` as for one. */
export async function receiveFiles(
  request: Request,
  bounds: Bounds,
  mostFiles: number,
): Promise<(Forgettable & { readonly files: readonly UploadedFile[] }) | 'too_large' | null> {
  const type = request.headers.get('Content-Type') ?? ''
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]{1,200})"?/i.exec(type)?.[1]
  if (boundary === undefined || request.body === null) return null
  // What announces itself as too large is not even listened to.
  if (Number(request.headers.get('Content-Length') ?? 0) > bounds.formBytes) return 'too_large'
  const disk = await openSpace()
  const body = bounded(request.body as unknown as AsyncIterable<Uint8Array>, bounds.formBytes)
  const answer = await keepFiles(formParts(body, boundary), bounds, disk, mostFiles).catch((error) =>
    error instanceof TooLarge ? ('too_large' as const) : null,
  )
  if (answer !== null && answer !== 'too_large') return { files: answer, forget: disk.forget }
  await disk.forget()
  return answer
}

async function* bounded(body: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const some of body) {
    bytes += some.byteLength
    if (bytes > most) throw new TooLarge()
    yield some
  }
}

async function keepFiles(parts: AsyncIterable<PartEvent>, { field, mostBytes }: Bounds, disk: Space, mostFiles: number) {
  const files: UploadedFile[] = []
  let coming: { name: string; from: number; bytes: number; start: Buffer } | null = null
  let written = 0
  let isTooLarge = false
  const end = () => {
    if (coming === null) return
    const { name, from, bytes } = coming
    files.push({ name, bytes, content: () => disk.read(from, bytes) })
  }
  for await (const part of parts) {
    if (!('bytes' in part)) {
      end()
      const isWanted = part.field === field && part.fileName !== null && part.fileName !== '' && files.length < mostFiles
      coming = isWanted ? { name: part.fileName!, from: written, bytes: 0, start: Buffer.alloc(0) } : null
    } else if (coming !== null) {
      coming.bytes += part.bytes.byteLength
      if (coming.start.length < START_BYTES) coming.start = Buffer.concat([coming.start, part.bytes.subarray(0, START_BYTES)])
      isTooLarge ||= coming.bytes > mostBytes(coming.start)
      // What is too large is still heard to its end, so that whoever sends it hears the answer.
      if (isTooLarge) continue
      await disk.write(part.bytes)
      written += part.bytes.byteLength
    }
  }
  end()
  if (files.length === 0) return null
  return isTooLarge ? ('too_large' as const) : files
}

type Space = {
  write(bytes: Uint8Array): Promise<void>
  read(from: number, bytes: number): AsyncGenerator<Uint8Array>
  forget(): Promise<void>
}

/** Room on disk that nobody else sees, and that goes with this process. */
async function openSpace(): Promise<Space> {
  const path = join(tmpdir(), `ma-cantine-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  // A file without a name lasts as long as it is open, even if we are killed; where that cannot be, it is removed at the end.
  const nameless = await rm(path).then(
    () => true,
    () => false,
  )
  return {
    write: async (bytes) => void (await file.writeFile(bytes)),
    async *read(from, bytes) {
      const piece = Buffer.alloc(Math.min(READ_BYTES, bytes))
      for (let at = from; at < from + bytes; ) {
        const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, from + bytes - at), at)
        if (bytesRead === 0) return
        yield piece.subarray(0, bytesRead)
        at += bytesRead
      }
    },
    async forget() {
      await file.close()
      if (!nameless) await rm(path, { force: true })
    },
  }
}
