// What a file is, read from its first bytes: its name and what the browser says of it prove nothing.

export type FileType = 'pdf' | 'jpeg' | 'png' | 'webp' | 'heic'

export const MEDIA_TYPE: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
}
/** Pictures that every browser draws by itself; the rest is only ever saved. */
export const isShown = (type: FileType) => type === 'jpeg' || type === 'png' || type === 'webp'

const PNG = '89504e470d0a1a0a'
/** Photographs of telephones: « mif1 » and « msf1 » are what they are called in general. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** The type of a file, or null when it is none of ours. */
export function typeOf(bytes: Uint8Array): FileType | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16))
  const text = (from: number, to: number) => start.toString('latin1', from, to)
  if (text(0, 5) === '%PDF-') return 'pdf'
  if (start.toString('hex', 0, 3) === 'ffd8ff') return 'jpeg'
  if (start.toString('hex', 0, 8) === PNG) return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(4, 8) === 'ftyp' && HEIC_BRANDS.includes(text(8, 12))) return 'heic'
  return null
}
