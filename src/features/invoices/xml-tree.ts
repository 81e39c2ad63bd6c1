// The XML of an invoice as a small tree, read within bounds: no DOCTYPE, no entity of one's own, so many elements and no more.
import { decoded } from '../../platform/tables/encoding.ts'
import { attribute, xmlReader } from '../../platform/tables/xml.ts'

export type XmlNode = {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: string
  text: string
  readonly children: XmlNode[]
}

export const LARGEST_XML = 20 * 1_048_576
const MOST_NODES = 500_000

/** Thrown beyond the bounds; what is malformed throws a FileProblem. */
export class TooMuchXml extends Error {}
/** Thrown on a picture, a text, a file of another world. */
export class NotXml extends Error {}

/** The root element. Throws on malformed or dangerous XML, and beyond the bounds. */
export function readXml(bytes: Uint8Array): XmlNode {
  if (bytes.length > LARGEST_XML) throw new TooMuchXml()
  const top: XmlNode = { name: '', attributes: '', text: '', children: [] }
  const open: XmlNode[] = [top]
  let count = 0
  const reader = xmlReader({
    open(name, attributes) {
      if (++count > MOST_NODES) throw new TooMuchXml()
      const node: XmlNode = { name, attributes, text: '', children: [] }
      open.at(-1)!.children.push(node)
      open.push(node)
    },
    text(text) {
      open.at(-1)!.text += text
    },
    close() {
      open.pop()
    },
  })
  // Halves of a pair alone, which UTF-16 may hold, and the NUL character are no text.
  const text = decoded(bytes).replace(/[\p{Surrogate}\0]/gu, '\ufffd')
  if (!/^\s*</.test(text)) throw new NotXml()
  reader.feed(text)
  reader.end()
  return top.children[0] ?? top
}

/** Elements under `node` along a path of names: `at(node, 'A', 'B')` gives every B of every A. */
export const all = (node: XmlNode | undefined, ...path: readonly string[]): readonly XmlNode[] =>
  path.reduce<readonly XmlNode[]>(
    (nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)),
    node ? [node] : [],
  )

/** The first of `all`. */
export const one = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined => all(node, ...path)[0]

const LONGEST_TEXT = 1000

/** Every text there that says something, without spaces around, each cut at 1 000 characters. */
export const everyText = (node: XmlNode | undefined, ...path: readonly string[]): readonly string[] =>
  all(node, ...path).flatMap(({ text }) => cut(text.replace(/\s+/g, ' ').trim()) || [])

/** Never in the middle of a pair: a half alone is no text. */
const cut = (text: string) => text.slice(0, LONGEST_TEXT).replace(/\p{Surrogate}$/u, '')

/** The text of the first element there; null when it is empty or there is none. */
export const textAt = (node: XmlNode | undefined, ...path: readonly string[]): string | null => {
  const found = one(node, ...path)
  return found ? (everyText(found)[0] ?? null) : null
}

export const attributeOf = (node: XmlNode | undefined, name: string): string | null =>
  node ? attribute(node.attributes, name) : null
