// Workbooks made by hand, so that a test can make dishonest ones.
import { crc32, deflateRawSync } from 'node:zlib'

export type Part = {
  name: string
  content: string | Uint8Array
  /** Lies of the table of contents. */
  announced?: number
  checksum?: number
  flags?: number
  /** Already folded content, for bombs too large to be unfolded here. */
  folded?: Uint8Array
}

/** A zip archive; `overlap` makes every entry of the table of contents point at the first one. */
export function zip(parts: readonly Part[], { overlap = false } = {}): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const { name, content, announced, checksum, flags = 0, folded } of parts) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const data = folded ?? deflateRawSync(bytes)
    const path = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(checksum ?? crc32(bytes), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(announced ?? bytes.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    fields.copy(central, 6)
    central.writeUInt32LE(overlap ? 0 : offset, 42)
    centrals.push(central, path)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, path, data])
    locals.push(local)
    offset += local.length
  }
  const table = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, table, end])
}

const NS = 'http://schemas.openxmlformats.org'
const RELS = `${NS}/officeDocument/2006/relationships`
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Escapes text for XML. */
export const xml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** An .xlsx whose sheets are given as the XML inside `<sheetData>`; `more` replaces or adds parts. */
export function xlsx(sheets: readonly string[], more: readonly Part[] = [], workbookPr = ''): Uint8Array {
  const parts: Part[] = [
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="r1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${DECLARATION}<workbook xmlns:r="${RELS}">${workbookPr}<sheets>${sheets.map((_, i) => `<sheet name="F${i + 1}" sheetId="${i + 1}" r:id="s${i}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${sheets.map((_, i) => `<Relationship Id="s${i}" Type="${RELS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="t" Type="${RELS}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="y" Type="${RELS}/styles" Target="styles.xml"/><Relationship Id="e" Type="${RELS}/externalLink" TargetMode="External" Target="http://127.0.0.1:9/x"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content:
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; kg/jour&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    },
    ...sheets.map((rows, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `${DECLARATION}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ]
  const replaced = new Set(more.map(({ name }) => name))
  return zip([...parts.filter(({ name }) => !replaced.has(name)), ...more])
}

/** One row of inline text cells. */
export const row = (number: number, cells: readonly (string | number | null)[]) =>
  `<row r="${number}">${cells
    .map((cell) =>
      cell === null
        ? '<c/>'
        : typeof cell === 'number'
          ? `<c><v>${cell}</v></c>`
          : `<c t="inlineStr"><is><t>${xml(cell)}</t></is></c>`,
    )
    .join('')}</row>`

/** An .ods whose spreadsheet is given as the XML inside `<office:spreadsheet>`. */
export function ods(tables: string, more: readonly Part[] = []): Uint8Array {
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'content.xml',
      content: `${DECLARATION}<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
    ...more,
  ])
}

/** One row of text cells of an .ods. */
export const odsRow = (cells: readonly string[], attributes = '') =>
  `<table:table-row${attributes}>${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${xml(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`
