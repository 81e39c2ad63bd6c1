// A strict reader of the XML that spreadsheets write, fed piece by piece. No DOCTYPE, no entity of one's own: nothing to expand, nothing
// to fetch.
import { type FileProblem, problems } from './file-problem.ts'

export type XmlEvents = {
  /** `name` comes without its prefix; `attributes` is the raw text, for `attribute()`. An empty element opens, then closes. */
  open(name: string, attributes: string): void
  text(text: string): void
  close(name: string): void
}

const LONGEST_TAG = 1_048_576
const DEEPEST = 200
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML holds none of them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Feed it pieces of text in order, then call `end`. Throws a FileProblem on anything a spreadsheet would not have written. */
export function xmlReader(events: XmlEvents): { feed(piece: string): void; end(): void } {
  let rest = ''
  let depth = 0

  function feed(piece: string) {
    if (CONTROL.test(piece)) throw malformed()
    const text = rest === '' ? piece : rest + piece
    let at = 0
    for (;;) {
      const start = text.indexOf('<', at)
      if (start < 0) break
      if (start > at && depth > 0) events.text(unescaped(text.slice(at, start)))
      at = start
      const end = endOfTag(text, start)
      if (end < 0) break
      tag(text, start, end)
      at = end
    }
    // Text waits for the tag that follows it: an entity or a pair of halves is never cut in two.
    rest = text.slice(at)
    if (rest.length > LONGEST_TAG) throw malformed()
  }

  function tag(text: string, start: number, end: number) {
    const next = text.charCodeAt(start + 1)
    if (next === 0x3f) return
    if (next === 0x21) {
      if (text.startsWith('<!--', start)) return
      if (!text.startsWith('<![CDATA[', start)) throw problems.dangerousXml()
      if (depth > 0) events.text(text.slice(start + 9, end - 3))
      return
    }
    if (next === 0x2f) {
      if (--depth < 0) throw malformed()
      events.close(localName(text, start + 2, end - 1))
      return
    }
    const empty = text.charCodeAt(end - 2) === 0x2f
    const last = empty ? end - 2 : end - 1
    const name = localName(text, start + 1, last)
    let blank = start + 1
    while (blank < last && text.charCodeAt(blank) > 0x20) blank++
    if (++depth > DEEPEST) throw malformed()
    events.open(name, blank < last ? text.slice(blank, last) : '')
    if (!empty) return
    depth--
    events.close(name)
  }

  return {
    feed,
    end() {
      if (rest.trim() !== '' || depth !== 0) throw malformed()
    },
  }
}

/** Position after the tag that starts here, or -1 when its end has not come yet. A « > » inside quotes ends nothing. */
function endOfTag(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === 0x21) {
    // « <! » may be cut before it says whether it is a comment.
    if (text.length - start < 9)
      return '<!DOCTYPE'.startsWith(text.slice(start).toUpperCase()) && text.length - start > 3 ? start : -1
    const closing = text.startsWith('<!--', start) ? '-->' : text.startsWith('<![CDATA[', start) ? ']]>' : null
    if (closing === null) throw problems.dangerousXml()
    const end = text.indexOf(closing, start + 4)
    return end < 0 ? -1 : end + 3
  }
  let quote = 0
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (quote !== 0) {
      if (character === quote) quote = 0
    } else if (character === 0x3e) return at + 1
    else if (character === 0x22 || character === 0x27) quote = character
  }
  return -1
}

function localName(text: string, start: number, end: number): string {
  let from = start
  let to = start
  while (to < end && text.charCodeAt(to) > 0x20) {
    if (text.charCodeAt(to) === 0x3a) from = to + 1
    to++
  }
  if (to === from) throw malformed()
  return text.slice(from, to)
}

/** The value of an attribute, by its full name, or null. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const quote = attributes[at + name.length + 1]
    if (attributes.charCodeAt(at - 1) > 0x20 || attributes[at + name.length] !== '=' || (quote !== '"' && quote !== "'")) continue
    const start = at + name.length + 2
    return unescaped(attributes.slice(start, attributes.indexOf(quote, start)))
  }
  return null
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,20})?;?/gi, (found, name: string | undefined) => {
    if (name === undefined || !found.endsWith(';')) throw malformed()
    if (name[0] !== '#') {
      if (NAMED[name] === undefined) throw problems.dangerousXml()
      return NAMED[name]
    }
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    if (code > 0x10ffff || code < 9 || (code >= 0xd800 && code < 0xe000)) throw malformed()
    return String.fromCodePoint(code)
  })
}

const malformed = (): FileProblem => problems.damaged('son contenu est mal formé')
