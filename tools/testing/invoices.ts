// What the page of an invoice would send, as it stands.
import type { SignedInClient } from './platform.ts'

export type SentForm = Record<string, string[]>

/** The fields that a page shows, with what they hold. */
export function formOf(html: string): SentForm {
  const fields: SentForm = {}
  const put = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [, name = '', body = ''] of html.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    put(name, /<option value="([^"]*)" selected/.exec(body)?.[1] ?? '')
  for (const [input] of html.matchAll(/<input type="(?:checkbox"[^>]*checked|hidden")[^>]*>/g))
    put(/name="([^"]+)"/.exec(input)![1]!, /value="([^"]*)"/.exec(input)![1]!)
  return fields
}

/** The same, once « Modifier » was pressed on every line that shows no field. */
export async function openedForm(person: SignedInClient, address: string): Promise<SentForm> {
  let html = await (await person.get(address)).text()
  for (;;) {
    const form = formOf(html)
    const closed = /name="ouvrir" value="(\d+)"/.exec(html)?.[1]
    if (closed === undefined) return form
    html = await (await person.post(`${address}/confirmer`, { ...form, ouvrir: [closed] })).text()
  }
}
