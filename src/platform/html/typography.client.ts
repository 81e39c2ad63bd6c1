// French typography, once for all pages: the spaces that must not break.

const NBSP = '\u00a0'

/** Makes the spaces before « : ; ! ? » % € » and after « unbreakable in the text of a document; tags and what people typed in fields stay as they are. */
export function bindSpaces(document: string): string {
  return document.replace(/<textarea[^>]*>[^<]*|>[^<]+/g, (text) =>
    text.startsWith('<') ? text : text.replace(/ (?=[:;!?»%€])/g, NBSP).replace(/« /g, `«${NBSP}`),
  )
}
