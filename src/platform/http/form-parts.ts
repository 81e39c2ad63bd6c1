// The parts of a form that carries files (RFC 7578), read as they come.

/** The head of a part, then what it holds, piece by piece. */
export type PartEvent = { readonly field: string; readonly fileName: string | null } | { readonly bytes: Uint8Array }

const LONGEST_HEAD = 16_384
const END_OF_HEAD = '\r\n\r\n'

/** Throws when this is not such a form, or ends before its end. */
export async function* formParts(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<PartEvent> {
  const mark = Buffer.from(`\r\n--${boundary}`)
  // The first mark opens the form: nothing comes before it.
  let held = Buffer.from('\r\n')
  let inside: 'between' | 'head' | 'content' = 'between'
  for await (const some of body) {
    held = Buffer.concat([held, some])
    for (let reading = true; reading; ) {
      if (inside === 'head') {
        const end = held.indexOf(END_OF_HEAD)
        reading = end >= 0
        if (end < 0 && held.length > LONGEST_HEAD) throw new Error('the head of a part is too long')
        if (end < 0) continue
        yield headOf(held.subarray(0, end).toString('utf8'))
        // A part may hold nothing: its mark then follows its head at once.
        held = held.subarray(end + END_OF_HEAD.length - 2)
        held = held.indexOf(mark) === 0 ? held : held.subarray(2)
        inside = 'content'
        continue
      }
      const at = held.indexOf(mark)
      const sure = at < 0 ? held.length - mark.length + 1 : at
      if (sure > 0) {
        if (inside === 'content') yield { bytes: held.subarray(0, sure) }
        held = held.subarray(sure)
      }
      reading = at >= 0 && held.length >= mark.length + 2
      if (!reading) continue
      if (held.subarray(mark.length, mark.length + 2).toString('latin1') === '--') return
      held = held.subarray(mark.length + 2)
      inside = 'head'
    }
  }
  throw new Error('this form ends before its end')
}

/** Browsers write the quotes and line breaks of names as « %22 », « %0D » and « %0A ». */
function headOf(head: string): PartEvent {
  const said = (what: RegExp) => what.exec(head)?.[1]?.replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code)) ?? null
  return { field: said(/;\s*name="([^"]*)"/i) ?? '', fileName: said(/;\s*filename="([^"]*)"/i) }
}
