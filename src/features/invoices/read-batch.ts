// Reading files dropped together: the few at once, the many by a job, one file at a time and each in a transaction of its own. Cut half-way, it goes
// on from where it was: no file is read twice.
import type { Queries } from '../../platform/database/database.ts'
import type { Platform } from '../../platform/http/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { addBatch, addFile, addOutcome, findBatchFile, loadBatch, markRead, readPart, sayCount, takeTurn } from './batch.sql.ts'
import type { CameBy } from './invoice.sql.ts'
import { InvoiceProblem } from './invoice.ts'
import { cleanName, receive } from './receive.ts'
import { tellNoRoom } from './room.ts'
import { countZipped, isZip, type LateFile, openZip } from './zipped.ts'

export const READ = 'read-invoices'
/** So many are read before the page is answered; others wait for a job. */
const AT_ONCE = 20
/** Of an archive, at a time. */
const PART_BYTES = 262_144

export type Drop = { readonly canteenId: number; readonly cameBy: CameBy; readonly by: string | null; readonly now: Date }

export const askToRead = (db: Queries, id: number) => addJob(db, READ, { id }, { key: `invoices:${id}` })

/** Keeps files, one in memory at a time, then reads them or asks for it. Gives the batch. */
export async function dropFiles(platform: Platform, files: readonly LateFile[], drop: Drop): Promise<number> {
  let count = 0
  const id = await platform.database.transaction(async (db) => {
    const batch = await addBatch(db, drop)
    for (const [position, file] of files.entries()) {
      const bytes = await file.bytes()
      count += isZip(bytes) ? await countZipped(bytes) : 1
      await addFile(db, batch, position, { name: cleanName(file.name), bytes })
    }
    await sayCount(db, batch, count)
    return batch
  })
  if (count <= AT_ONCE) await readBatch(platform, id)
  else await askToRead(platform.database, id)
  return id
}

/** Reads what is left of a batch. */
export async function readBatch(platform: Platform, id: number): Promise<void> {
  const { database, log, now } = platform
  const batch = await loadBatch(database, id)
  if (batch === null || batch.readAt !== null) return
  let position = 0
  for await (const file of filesOf(database, id)) {
    const at = position++
    if (at < batch.readCount) continue
    await readOne(file, at)
  }
  await database.transaction(async (db) => {
    if (await markRead(db, id, now())) await tellNoRoom(db, platform, batch)
  })

  async function readOne({ name, bytes }: LateFile, at: number) {
    const { canteenId, cameBy, receivedBy: by, receivedAt } = batch!
    try {
      // Before the transaction: with a connection each, and another one to wait for, many drops would wait for each other for ever.
      const given = { name, bytes: await bytes() }
      await database.transaction(async (db) => {
        if (!(await takeTurn(db, id, at))) return
        await addOutcome(db, id, at, await receive(db, given, { canteenId, cameBy, by, now: receivedAt }))
      })
    } catch (error) {
      const problem = error instanceof InvoiceProblem ? error.code : 'unexpected'
      if (problem === 'unexpected') log.error({ batch: id, position: at, err: error }, 'a file of invoices could not be read')
      await addOutcome(database, id, at, { fileName: cleanName(name), problem })
    }
  }
}

/** The files of a batch, archives opened; an archive that does not open is one file. */
async function* filesOf(db: Queries, id: number): AsyncGenerator<LateFile> {
  for (let position = 0; ; position++) {
    const file = await findBatchFile(db, id, position)
    if (file === null) return
    const { name, size } = file
    const read = (start: number, length: number) => readPart(db, id, position, start, length)
    if (!isZip(file.start)) {
      yield { name, bytes: () => read(0, size) }
      continue
    }
    try {
      const opened = await openZip({ name, size, pieceBytes: PART_BYTES, read: readingAhead(size, read) })
      for (const inside of opened.names) yield { name: inside.split('/').at(-1)!, bytes: () => opened.read(inside) }
    } catch (error) {
      if (!(error instanceof InvoiceProblem)) throw error
      yield { name, bytes: () => Promise.reject(error) }
    }
  }
}

type ReadPart = (start: number, length: number) => Promise<Buffer>
/** The invoices of an archive follow each other in it: what comes next is mostly there already. */
function readingAhead(size: number, read: ReadPart): ReadPart {
  let from = 0
  let ahead: Buffer = Buffer.alloc(0)
  return async (start, length) => {
    if (start < from || start + length > from + ahead.length) {
      from = start
      ahead = await read(start, Math.min(size - start, Math.max(length, PART_BYTES)))
    }
    return ahead.subarray(start - from, start - from + length)
  }
}
