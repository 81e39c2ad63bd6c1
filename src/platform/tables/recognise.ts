// What a file is, from its content: its extension and its announced type prove nothing.
import { type FileProblem, problems } from './file-problem.ts'
import type { ByteReader } from './source.ts'

const SAMPLE = 4096
const OLD_CONTAINER = 'd0cf11e0a1b11ae1'

const SIGNATURES: readonly [RegExp, () => FileProblem][] = [
  [/^%PDF/, () => problems.otherFormat('un PDF')],
  [/^(\x89PNG|GIF8|\xff\xd8\xff|II\*\0|MM\0\*|BM.{4}\0{4})/s, () => problems.otherFormat('une image')],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how these files begin
  [/^(\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ)/, () => problems.otherFormat('une archive compressée')],
  [/^\{\\rtf/, () => problems.otherFormat('un document de texte')],
  [/^\s*<\?xml.*urn:schemas-microsoft-com:office:spreadsheet/s, () => problems.resave('un tableau XML de 2003')],
  [/^\s*<\?xml.*opendocument/s, () => problems.resave('un tableau OpenDocument non compressé (.fods)')],
  [/^\s*(<!--.*?-->\s*)*<(!doctype|html|head|body|table|meta|div)\b/is, () => problems.resave('une page web')],
  [/^\s*<\?xml/, () => problems.otherFormat('un document XML')],
  [/^\s*(\[\s*)?\{\s*"/, () => problems.otherFormat('un fichier JSON')],
]

/** Whether a file that begins like this may be a workbook: an archive. */
export const isWorkbook = (start: Uint8Array): boolean => start[0] === 0x50 && start[1] === 0x4b && start[2]! < 9 && start[3]! < 9

/** `zip` may be a workbook; `text` may be a CSV file. Throws when the content is something else that has a name. */
export async function recognise(file: ByteReader): Promise<'zip' | 'text'> {
  const start = Buffer.from(await file.read(0, SAMPLE))
  if (isWorkbook(start)) return 'zip'
  if (start.subarray(0, 8).toString('hex') === OLD_CONTAINER) throw await insideOldContainer(file)
  const head = start.toString('latin1').replace(/^\xef\xbb\xbf/, '')
  for (const [signature, problem] of SIGNATURES) if (signature.test(head)) throw problem()
  return 'text'
}

/** The container of old Office files also wraps a protected .xlsx: its directory, in UTF-16, tells which. */
async function insideOldContainer(file: ByteReader): Promise<FileProblem> {
  const wanted = ['EncryptedPackage', 'EncryptionInfo', 'Workbook', 'Book', 'WordDocument', 'PowerPoint Document']
  const names = wanted.map((name) => Buffer.from(name, 'utf16le'))
  const found = new Set<string>()
  let tail = Buffer.alloc(0)
  for await (const piece of file.pieces()) {
    const seen = Buffer.concat([tail, piece])
    names.forEach((name, index) => {
      if (seen.includes(name)) found.add(wanted[index]!)
    })
    tail = seen.subarray(-64)
  }
  if (found.has('EncryptedPackage') || found.has('EncryptionInfo')) return problems.password()
  if (found.has('Workbook') || found.has('Book')) return problems.oldExcel()
  return problems.otherFormat('un document d’une ancienne version d’Office')
}
