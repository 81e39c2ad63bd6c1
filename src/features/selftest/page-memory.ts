// The last results written, by code: people come back to theirs and pass it on, and writing one costs ten times reading its answers.
// The answers are read from the database each time all the same: a page is only given again for the very same ones.

const MOST_PAGES = 250

export function pageMemory() {
  const pages = new Map<string, { made: string; html: string }>()
  return {
    /** `made`: everything that the page was made from. */
    async give(code: string, made: string, write: () => Promise<string>): Promise<string> {
      const known = pages.get(code)
      if (known?.made === made) return known.html
      const html = await write()
      pages.delete(code)
      pages.set(code, { made, html })
      const [oldest] = pages.keys()
      if (pages.size > MOST_PAGES && oldest !== undefined) pages.delete(oldest)
      return html
    },
    forget: (code: string) => pages.delete(code),
  }
}
