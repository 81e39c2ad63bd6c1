// What stands beside the sheets of an .xlsx: their list, the shared texts, and which styles show a date.
import { problems } from './file-problem.ts'
import type { Limits } from './limits.ts'
import { readWhole } from './part-text.ts'
import { attribute } from './xml.ts'
import type { Parts } from './zip.ts'

export type Sheet = { readonly name: string; readonly part: string; readonly hidden: boolean }
export type Workbook = {
  readonly sheets: readonly Sheet[]
  readonly from1904: boolean
  readonly texts: string | null
  readonly styles: string | null
}

/** Follows the links inside the archive only: a target outside of it is not looked at. */
export async function readWorkbook(parts: Parts): Promise<Workbook> {
  const part = (await links(parts, '')).find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const linked = await links(parts, part)
  const sheets: Sheet[] = []
  let from1904 = false
  await readWhole(parts, part, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const id = /\s\w+:id=["']([^"']*)["']/.exec(attributes)?.[1]
      const target = linked.find((link) => link.id === id && link.type.endsWith('/worksheet'))?.target
      if (target !== undefined && parts.names.has(target))
        sheets.push({
          name: attribute(attributes, 'name') ?? '',
          part: target,
          hidden: attribute(attributes, 'state') !== null && attribute(attributes, 'state') !== 'visible',
        })
    },
    text() {},
    close() {},
  })
  const beside = (kind: string) =>
    linked.find(({ type, target }) => type.endsWith(`/${kind}`) && parts.names.has(target))?.target ?? null
  return {
    sheets: [...sheets.filter((sheet) => !sheet.hidden), ...sheets.filter((sheet) => sheet.hidden)],
    from1904,
    texts: beside('sharedStrings'),
    styles: beside('styles'),
  }
}

type Link = { readonly id: string; readonly type: string; readonly target: string }

async function links(parts: Parts, part: string): Promise<Link[]> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const found: Link[] = []
  if (!parts.names.has(name)) return found
  await readWhole(parts, name, {
    open(element, attributes) {
      if (element !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const path = pathOf(attribute(attributes, 'Target') ?? '', folder)
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: attribute(attributes, 'Type') ?? '',
        target: path,
      })
    },
    text() {},
    close() {},
  })
  return found
}

/** Where a link leads inside the archive; nowhere when it cannot be read. */
function pathOf(target: string, folder: string): string {
  try {
    return decodeURIComponent(new URL(target, `part:///${folder}`).pathname.slice(1))
  } catch {
    return ''
  }
}

/** The shared texts, each cut at one character over the limit of a cell. */
export async function readTexts(parts: Parts, part: string, limits: Limits): Promise<string[]> {
  const texts: string[] = []
  let current: string[] = []
  let spent = 0
  let shown = false
  let spelling = 0
  await readWhole(parts, part, {
    open(name) {
      if (name === 'si') current = []
      else if (name === 'rPh') spelling++
      else if (name === 't') shown = spelling === 0
    },
    text(text) {
      if (shown) current.push(text)
    },
    close(name) {
      if (name === 't') shown = false
      else if (name === 'rPh') spelling--
      else if (name === 'si') {
        const text = plain(current.join('').slice(0, limits.cellCharacters + 1))
        // A text held in memory weighs more than its letters.
        spent += text.length + 48
        if (spent > limits.unfoldedBytes / 4) throw problems.tooMuchText()
        texts.push(text)
      }
    },
  })
  return texts
}

/** A copy of its own, so that a short text does not keep alive the long piece it was cut from; « _x000D_ » is a character in disguise. */
export function plain(text: string): string {
  const copied = text.length < 13 ? text : Buffer.from(text).toString()
  return copied.includes('_x')
    ? copied.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => character(Number.parseInt(code, 16)))
    : copied
}

/** Nothing for what no text may hold: control characters, and halves of characters. */
const character = (code: number) =>
  (code < 0x20 && ![9, 10, 13].includes(code)) || (code >= 0xd800 && code < 0xe000) || code > 0xfffd
    ? ''
    : String.fromCharCode(code)

/** Positions of the cell styles that show a number as a date. */
export async function readDateStyles(parts: Parts, part: string): Promise<Set<number>> {
  const formats = new Map<number, string>()
  const dates = new Set<number>()
  let inCells = false
  let position = 0
  await readWhole(parts, part, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      if (isDate(id, formats.get(id))) dates.add(position)
      position++
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return dates
}

function isDate(id: number, format: string | undefined): boolean {
  if (format === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  // Without quoted words, escaped letters, colours and places.
  return /[dmyhs]/i.test(format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|Standard/gi, ''))
}
