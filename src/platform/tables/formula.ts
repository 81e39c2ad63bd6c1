// Text that a spreadsheet would run as a formula, made harmless in what we write and given back in what we read.

/** What starts a formula, or hides the start of one; the wide forms are those of East Asian keyboards. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the tab and the line breaks are among them
const DANGEROUS = /^'*[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: the tab and the line breaks are among them
const NEUTRALISED = /^'+[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/

/** « =cmd » becomes « '=cmd »; a plain number, signed or not, stays as it is. `restore` gives every text back. */
export function neutralise(text: string): string {
  return DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

export function restore(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text
}
