// A Factur-X as invoicing software writes it: pages that a person reads, and the same invoice in CII attached. For the demonstration and the tests;
// its typefaces are not inside, which an archive (PDF/A-3) would ask for.
import { deflateSync } from 'node:zlib'
import { formatEuros } from '../../law/money.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { centsOf, kindOf } from './invoice.ts'
import { type WrittenInvoice, writeCii } from './write-invoice.ts'

/** A4, in points. */
const [WIDTH, HEIGHT, MARGIN] = [595, 842, 56]
const ROWS_PER_PAGE = 34
const [TEXT, BOLD] = ['F1', 'F2']

type Put = { readonly x: number; readonly y: number; readonly words: string; readonly size?: number; readonly font?: string }

export function writeFacturX(invoice: WrittenInvoice, xml: string | Uint8Array = writeCii(invoice)): Uint8Array {
  const pages = pagesOf(invoice)
  const firstPage = 7
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R/Lang(fr-FR)/AF[5 0 R]/Names<</EmbeddedFiles<</Names[(factur-x.xml)5 0 R]>>>>>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${firstPage + at * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>',
    '<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/AFRelationship/Alternative/EF<</F 6 0 R>>>>',
    stream(Buffer.from(xml), '/Type/EmbeddedFile/Subtype/text#2Fxml'),
    ...pages.flatMap((page, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font<</${TEXT} 3 0 R/${BOLD} 4 0 R>>>>/Contents ${firstPage + at * 2 + 1} 0 R>>`,
      stream(Buffer.from(page.map(drawn).join('\n'), 'latin1'), ''),
    ]),
  ]
  return assembled(objects)
}

function pagesOf(invoice: WrittenInvoice): Put[][] {
  const { lines, adjustments = [], seller } = invoice
  const rows = [
    ...lines.map((line) => [
      line.name,
      [line.quantity, line.price && `à ${euros(line.price)}`].filter(Boolean).join(' '),
      line.net,
    ]),
    ...adjustments.map(({ amount, isCharge, reason }) => [
      reason ?? (isCharge ? 'Frais' : 'Remise'),
      '',
      isCharge ? amount : `-${amount}`,
    ]),
  ] as const
  const total = rows.reduce((sum, [, , net]) => sum + centsOf(net ?? null), 0)
  const count = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE))
  const name = kindOf(invoice.type ?? null) === 'credit' ? 'Avoir' : 'Facture'
  return Array.from({ length: count }, (_, page) => {
    const puts: Put[] = [
      { x: MARGIN, y: 780, words: seller.name, size: 16, font: BOLD },
      { x: MARGIN, y: 762, words: addressLine(invoice) },
      { x: MARGIN, y: 726, words: `${name} ${invoice.number} du ${frenchDay(invoice.date)}`, size: 13, font: BOLD },
      { x: MARGIN, y: 696, words: 'Article', font: BOLD },
      { x: 330, y: 696, words: 'Quantité et prix', font: BOLD },
      { x: 463, y: 696, words: 'Hors taxe', font: BOLD },
      { x: MARGIN, y: 40, words: `Page ${page + 1} sur ${count}. Facture d’exemple, sans valeur.`, size: 8 },
    ]
    const own = rows.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE)
    for (const [at, [article = '', quantity = '', net = '0']] of own.entries()) {
      const y = 678 - at * 17
      puts.push({ x: MARGIN, y, words: article.slice(0, 46) }, { x: 330, y, words: quantity }, rightAligned(euros(net), y))
    }
    if (page === count - 1) {
      const y = 660 - own.length * 17
      puts.push({ x: 330, y, words: 'Total hors taxe', font: BOLD }, { ...rightAligned(formatEuros(total), y), font: BOLD })
    }
    return puts
  })
}

const euros = (amount: string) => formatEuros(centsOf(amount))

const addressLine = ({ seller: { address, siret } }: WrittenInvoice): string =>
  [address && `${address.line}, ${address.postcode} ${address.city}`, siret && `SIRET ${siret}`].filter(Boolean).join(' · ')

const SIZE = 10
/** Thousandths of the size: figures and « € » are all as wide. */
const widthOf = (words: string) =>
  [...words].reduce((sum, sign) => sum + (/[0-9€]/.test(sign) ? 556 : sign === '-' ? 333 : 278), 0) / 1000
const rightAligned = (words: string, y: number): Put => ({ x: WIDTH - MARGIN - widthOf(words) * SIZE, y, words })

const drawn = ({ x, y, words, size = SIZE, font = TEXT }: Put) =>
  `BT/${font} ${size} Tf ${x.toFixed(1)} ${y} Td(${winAnsi(words)})Tj ET`

const WIN_ANSI: Readonly<Record<string, string>> = { '€': '\x80', '’': '\x92', '–': '\x96', œ: '\x9c', '\u202f': '\xa0' }
const winAnsi = (words: string) =>
  [...words.replace(/[\\()]/g, '\\$&')].map((sign) => WIN_ANSI[sign] ?? (sign.charCodeAt(0) < 256 ? sign : '?')).join('')

function stream(content: Buffer, traits: string): Buffer {
  const folded = deflateSync(content)
  return Buffer.concat([
    Buffer.from(`<<${traits}/Filter/FlateDecode/Length ${folded.length}>>stream\n`),
    folded,
    Buffer.from('\nendstream'),
  ])
}

function assembled(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = parts[0]!.length
  const push = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  for (const [at, object] of objects.entries()) {
    offsets.push(length)
    push(Buffer.from(`${at + 1} 0 obj\n`))
    push(typeof object === 'string' ? Buffer.from(object) : object)
    push(Buffer.from('\nendobj\n'))
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
