// The invoices of an archive: so many files, so many bytes once unfolded, and nothing written on disk.
import { FileProblem } from '../../platform/tables/file-problem.ts'
import { DEFAULT_LIMITS } from '../../platform/tables/limits.ts'
import { openBytes } from '../../platform/tables/source.ts'
import { openParts } from '../../platform/tables/zip.ts'
import { InvoiceProblem } from './invoice.ts'
import { LARGEST_XML } from './xml-tree.ts'

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array }

export const MOST_ZIPPED = 150
const MOST_UNFOLDED = 100 * 1_048_576

export const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/** The files of an archive that may be invoices. Throws an InvoiceProblem when it holds too many, or grows too much. */
export async function zippedFiles(bytes: Uint8Array): Promise<GivenFile[]> {
  try {
    const limits = { ...DEFAULT_LIMITS, entries: MOST_ZIPPED * 2, unfoldedBytes: MOST_UNFOLDED }
    const parts = await openParts(await openBytes({ name: 'archive', bytes }, MOST_UNFOLDED), limits)
    const names = [...parts.names].filter((name) => /\.(pdf|xml)$/i.test(name) && !/(^|\/)(\.|__MACOSX)/.test(name))
    if (names.length > MOST_ZIPPED) throw new InvoiceProblem('too_many_files')
    if (names.length === 0) throw new InvoiceProblem('not_an_invoice')
    const files: GivenFile[] = []
    for (const name of names) files.push({ name: name.split('/').at(-1)!, bytes: await whole(parts.pieces(name)) })
    return files
  } catch (error) {
    if (error instanceof FileProblem) throw new InvoiceProblem(error.code === 'zip_bomb' ? 'too_large' : 'damaged')
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
