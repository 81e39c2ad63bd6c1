// A file posted by a form, written to disk as it comes: whatever it weighs, it takes no memory.
import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formParts, type PartEvent } from './form-parts.ts'

export type UploadedFile = {
  readonly name: string
  readonly bytes: number
  /** Piece by piece, from the start. */
  content(): AsyncIterable<Uint8Array>
  /** To be called once done, whatever happened. */
  forget(): Promise<void>
}

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

/** The file of this field; null when the form holds none or is broken, `too_large` when it weighs too much. Other fields are left out. */
export async function receiveFile(request: Request, bounds: Bounds): Promise<UploadedFile | 'too_large' | null> {
  const type = request.headers.get('Content-Type') ?? ''
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]{1,200})"?/i.exec(type)?.[1]
  if (boundary === undefined || request.body === null) return null
  // What announces itself as too large is not even listened to.
  if (Number(request.headers.get('Content-Length') ?? 0) > bounds.formBytes) return 'too_large'
  const disk = await openSpace()
  const body = bounded(request.body as unknown as AsyncIterable<Uint8Array>, bounds.formBytes)
  const answer = await keepFile(formParts(body, boundary), bounds, disk).catch((error) =>
    error instanceof TooLarge ? ('too_large' as const) : null,
  )
  if (answer === null || answer === 'too_large') await disk.forget()
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

async function keepFile(parts: AsyncIterable<PartEvent>, { field, mostBytes }: Bounds, disk: Space) {
  let name: string | null = null
  let wanted = false
  let bytes = 0
  let start = Buffer.alloc(0)
  for await (const part of parts) {
    if (!('bytes' in part)) {
      wanted = name === null && part.field === field && part.fileName !== null && part.fileName !== ''
      if (wanted) name = part.fileName
    } else if (wanted) {
      bytes += part.bytes.byteLength
      if (start.length < START_BYTES) start = Buffer.concat([start, part.bytes.subarray(0, START_BYTES)])
      // What is too large is still heard to its end, so that whoever sends it hears the answer.
      if (bytes <= mostBytes(start)) await disk.write(part.bytes)
    }
  }
  if (name === null) return null
  return bytes > mostBytes(start) ? ('too_large' as const) : { name, bytes, content: disk.read, forget: disk.forget }
}

type Space = { write(bytes: Uint8Array): Promise<void>; read(): AsyncGenerator<Uint8Array>; forget(): Promise<void> }

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
    async *read() {
      const piece = Buffer.alloc(READ_BYTES)
      for (let at = 0; ; ) {
        const { bytesRead } = await file.read(piece, 0, READ_BYTES, at)
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
