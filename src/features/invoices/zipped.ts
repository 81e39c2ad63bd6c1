// The invoices of an archive: so many files, so many bytes once unfolded, one at a time, and nothing written on disk.
import { FileProblem } from '../../platform/tables/file-problem.ts'
import { DEFAULT_LIMITS } from '../../platform/tables/limits.ts'
import { openBytes, type TableSource } from '../../platform/tables/source.ts'
import { openParts } from '../../platform/tables/zip.ts'
import { InvoiceProblem } from './invoice.ts'
import { LARGEST_XML } from './xml-tree.ts'

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array }
/** A file whose content is only brought into memory when asked for. */
export type LateFile = { readonly name: string; bytes(): Promise<Uint8Array> }
export const late = ({ name, bytes }: GivenFile): LateFile => ({ name, bytes: async () => bytes })

export const MOST_ZIPPED = 1000
const MOST_UNFOLDED = 300 * 1_048_576

export const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/** The files of an archive that may be invoices, each unfolded when it is read. Throws an InvoiceProblem when it holds too many, or grows too much. */
export async function openZip(
  archive: TableSource,
): Promise<{ readonly names: readonly string[]; read(name: string): Promise<Uint8Array> }> {
  const limits = { ...DEFAULT_LIMITS, entries: MOST_ZIPPED * 2, unfoldedBytes: MOST_UNFOLDED }
  const parts = await told(async () => openParts(await openBytes(archive, MOST_UNFOLDED), limits))
  const names = [...parts.names].filter((name) => /\.(pdf|xml)$/i.test(name) && !/(^|\/)(\.|__MACOSX)/.test(name))
  if (names.length > MOST_ZIPPED) throw new InvoiceProblem('too_many_files')
  if (names.length === 0) throw new InvoiceProblem('empty_archive')
  return { names, read: (name) => told(() => whole(parts.pieces(name))) }
}

/** How many files an archive holds; one when it does not open, which reading it will tell. */
export const countZipped = async (bytes: Uint8Array): Promise<number> => {
  try {
    return (await openZip({ name: 'archive', bytes })).names.length
  } catch (error) {
    if (error instanceof InvoiceProblem) return 1
    throw error
  }
}

const CODES: Readonly<Record<string, 'too_large' | 'encrypted_archive'>> = {
  zip_bomb: 'too_large',
  password_protected: 'encrypted_archive',
}

/** What the reader of archives says, in the words of invoices. */
async function told<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof FileProblem) throw new InvoiceProblem(CODES[error.code] ?? 'damaged')
    throw error
  }
}

async function whole(pieces: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > LARGEST_XML) throw new InvoiceProblem('too_large')
    kept.push(piece)
  }
  return Buffer.concat(kept)
}
