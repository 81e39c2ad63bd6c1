import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutMetadata } from './photo-metadata.ts'

const segment = (marker: number, content: Buffer | string) => {
  const bytes = Buffer.from(content as string, 'latin1')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, bytes])
}
/** Its first directory: this orientation, then where it was taken. */
function exif(orientation: number, { isLittle = true } = {}) {
  const number = (value: number, size: 2 | 4) => {
    const bytes = Buffer.alloc(size)
    if (isLittle) bytes.writeUIntLE(value, 0, size)
    else bytes.writeUIntBE(value, 0, size)
    return bytes
  }
  const entry = (tag: number, type: number, value: Buffer) => [number(tag, 2), number(type, 2), number(1, 4), value]
  const tiff = [
    Buffer.from(isLittle ? 'II' : 'MM'),
    number(42, 2),
    number(8, 4),
    number(2, 2),
    ...entry(0x0112, 3, Buffer.concat([number(orientation, 2), Buffer.alloc(2)])),
    ...entry(0x8825, 4, number(38, 4)),
    number(0, 4),
    Buffer.from('GPS 48.8566 2.3522'),
  ]
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), ...tiff]))
}
const SOI = Buffer.from([0xff, 0xd8])
const EOI = Buffer.from([0xff, 0xd9])
const jfif = segment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\0\0')
const colours = segment(0xe2, 'ICC_PROFILE\0\x01\x01 profil')
const frame = segment(0xc0, '\x08\0\x01\0\x01\x01\x01\x11\0')
const table = segment(0xc4, '\x10 table')
const scan = Buffer.concat([segment(0xda, '\x01\x01\0\0\x3f\0'), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 3, 0xff, 0xff, 0])])
const picture = [frame, table, scan, table, scan]

test('a photograph keeps its picture, colours and orientation, and nothing of where and how it was taken', () => {
  for (const isLittle of [true, false]) {
    const photo = Buffer.concat([
      SOI,
      jfif,
      exif(6, { isLittle }),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0 GPS'),
      colours,
      segment(0xe2, 'MPF\0 GPS'),
      segment(0xed, 'Photoshop 3.0\0 GPS'),
      segment(0xfe, 'GPS'),
      Buffer.from([0xff]),
      ...picture,
      EOI,
      // A second picture, as telephones add.
      Buffer.concat([SOI, exif(1), ...picture, EOI]),
    ])
    const bare = Buffer.from(withoutMetadata(photo))
    expect(bare.includes('GPS')).toBe(false)
    const sideways = bare.subarray(SOI.length + jfif.length, -Buffer.concat([colours, ...picture, EOI]).length)
    expect(sideways.toString('latin1')).toMatch(/^\xff\xe1..Exif\0\0MM/s)
    expect(bare).toEqual(Buffer.concat([SOI, jfif, sideways, colours, ...picture, EOI]))
    expect(withoutMetadata(bare), 'once is enough').toEqual(bare)
  }
  const upright = Buffer.concat([SOI, jfif, exif(1), ...picture, EOI])
  expect(withoutMetadata(upright)).toEqual(Buffer.concat([SOI, jfif, ...picture, EOI]))
})

test('whatever is broken or cut short goes through', () => {
  const photo = Buffer.concat([SOI, jfif, exif(6), ...picture, EOI])
  for (let end = 3; end < photo.length; end++) withoutMetadata(photo.subarray(0, end))
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void withoutMetadata(Buffer.concat([SOI, bytes]))))
  fc.assert(
    fc.property(fc.nat(photo.length - 3), fc.nat(255), (at, value) => {
      const changed = Buffer.from(photo)
      changed[2 + at] = value
      withoutMetadata(changed)
    }),
  )
})

test('a picture made to be long to read is read in no time', () => {
  const repeated = (part: Buffer) => Buffer.concat([SOI, Buffer.alloc(10_000_000, part), EOI])
  const began = performance.now()
  // Each announces 65 535 entries, and holds none.
  withoutMetadata(repeated(segment(0xe1, 'Exif\0\0MM\0\x2a\0\0\0\x08\xff\xff')))
  withoutMetadata(repeated(Buffer.from([0xff, 0xda, 0, 2])))
  expect(performance.now() - began).toBeLessThan(4000)
})
