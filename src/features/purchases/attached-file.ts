// Files attached to purchases: keeping one within bounds, giving it to purchases, taking it back, each with its trail.
import { createHash } from 'node:crypto'
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import {
  type AttachedFile,
  bytesKept,
  eraseUnused,
  eraseUnwanted,
  filesOf,
  findByDigest,
  giveFile,
  giveFileToBare,
  insertFile,
  lockRoom,
  noteUse,
  takeFile,
  takeFileOffAll,
} from './attached-file.sql.ts'
import { typeOf } from './attached-file-type.ts'
import { withoutMetadata } from './photo-metadata.ts'
import { type Deed, purchasesStream } from './stream.ts'

const MEGABYTE = 1_048_576
export const LARGEST_FILE = 10 * MEGABYTE
/** A form with a file: what is somewhat too heavy is heard to its end, and told beside its field. */
export const LARGEST_FORM = 25 * MEGABYTE
/** Purchases that one file may be given to in one go: a year of one supplier. */
export const MOST_AT_ONCE = 500
/** What one canteen may keep: some 500 photographs of telephones, some 5 000 invoices. */
export const MOST_KEPT = 500 * MEGABYTE
const LONGEST_NAME = 150
/** For that long, a file waits for its form to be put right, whoever lacks room meanwhile. */
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** For that long, taking a file off a purchase can be undone. */
const DAYS_UNUSED = 30

export type KeptFile = { readonly file: AttachedFile; readonly problem: null } | { readonly file: null; readonly problem: string }
const refused = (problem: string): KeptFile => ({ file: null, problem })

/** Keeps a file for this canteen, or says in French why not. The same file twice is kept once. Call it in a transaction. */
export async function keepFile(
  db: Queries,
  canteenId: number,
  { name, bytes: given }: { name: string; bytes: Uint8Array },
  { by, now }: Deed,
  mostKept = MOST_KEPT,
): Promise<KeptFile> {
  if (given.length === 0) return refused('Ce fichier est vide : choisissez-en un autre.')
  if (given.length > LARGEST_FILE)
    return refused('Ce fichier dépasse 10 Mo : photographiez en qualité moyenne, ou enregistrez un PDF plus léger.')
  const type = typeOf(given)
  if (type === null) return refused('Ce fichier n’est ni un PDF ni une photo : joignez un PDF, JPEG, PNG, WebP ou HEIC.')
  // Where a photograph was taken is nobody's business.
  const bytes = type === 'jpeg' ? withoutMetadata(given) : given
  const digest = createHash('sha256').update(bytes).digest()
  if (!(await findByDigest(db, canteenId, digest))) {
    await lockRoom(db, canteenId)
    const waiting = new Date(now.getTime() - HOUR)
    const kept = await bytesKept(db, canteenId, waiting)
    if (kept.wanted + bytes.length > mostKept)
      return refused(
        `Les justificatifs de cette cantine occupent ${Math.ceil(kept.wanted / MEGABYTE)} Mo, sur ${mostKept / MEGABYTE} : retirez-en d’anciens, puis joignez celui-ci.`,
      )
    // What can still be put back makes room for what is wanted now.
    if (kept.all + bytes.length > mostKept) await eraseUnwanted(db, canteenId, waiting)
  }
  const file = await insertFile(db, { canteenId, bytes, digest, type, name: plainName(name), by, now })
  return { file, problem: null }
}

/** Without its folders, nor what cannot be seen; its end is kept, where the kind of file stands. */
const plainName = (name: string) =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-LONGEST_NAME) || 'justificatif'

/** Gives a purchase this file in place of the one it has; null takes it off. Gives the file that it had before. Call it in a transaction. */
export async function attachFile(
  db: Queries,
  { canteenId, id }: { canteenId: number; id: number },
  file: AttachedFile | null,
  { by, now }: Deed,
): Promise<AttachedFile | null> {
  const before = (await filesOf(db, [id])).get(id) ?? null
  if (before?.id === file?.id) return before
  if (file) await giveFile(db, [id], file.id)
  else await takeFile(db, id)
  const touched = [before, file].flatMap((one) => (one ? [one.id] : []))
  await noteUse(db, touched, now)
  const kind = file ? 'file-attached' : 'file-detached'
  const detail = { id, fileId: (file ?? before)!.id }
  await addToTrail(db, [{ stream: purchasesStream(canteenId), at: now, actor: by, kind, detail }])
  return before
}

/** Gives this file to those of these purchases that have none. Gives how many. Call it in a transaction. */
export async function attachToMany(db: Queries, canteenId: number, ids: readonly number[], file: AttachedFile, deed: Deed) {
  const count = await giveFileToBare(db, canteenId, ids, file.id)
  await tellMany(db, canteenId, file, 'file-attached', count, deed)
  return count
}

/** Takes this file off all the purchases that hold it. Gives how many. Call it in a transaction. */
export async function takeOffAll(db: Queries, canteenId: number, file: AttachedFile, deed: Deed) {
  const count = await takeFileOffAll(db, file.id)
  await tellMany(db, canteenId, file, 'file-detached', count, deed)
  return count
}

async function tellMany(db: Queries, canteenId: number, file: AttachedFile, kind: string, count: number, { by, now }: Deed) {
  if (count === 0) return
  await noteUse(db, [file.id], now)
  await addToTrail(db, [{ stream: purchasesStream(canteenId), at: now, actor: by, kind, detail: { count, fileId: file.id } }])
}

/** Erases what no purchase has held for a while. Gives how many files. */
export const eraseForgottenFiles = (db: Queries, now: Date) => eraseUnused(db, new Date(now.getTime() - DAYS_UNUSED * DAY))
