import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiveFile, receiveFiles } from './upload.ts'

const bounds = { field: 'fichier', formBytes: 5000, mostBytes: (start: Uint8Array) => (start[0] === 0x50 ? 10 : 1000) }
const boundary = '----x'
const part = (head: string, content: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`

/** The form as it may come: cut anywhere. */
function requestOf(bytes: Uint8Array, cuts: readonly number[] = []) {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const [at, place] of places.slice(1).entries()) controller.enqueue(bytes.subarray(places[at], place))
      controller.close()
    },
  })
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
  return new Request('http://localhost/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
}

async function read(request: Request) {
  const file = await receiveFile(request, bounds)
  if (file === null || file === 'too_large') return file
  const pieces: Uint8Array[] = []
  for await (const piece of file.content()) pieces.push(Uint8Array.from(piece))
  await file.forget()
  const content = Buffer.concat(pieces)
  expect(content.length).toBe(file.bytes)
  return { name: file.name, content: content.toString('latin1') }
}

test('whatever a file holds, and however the form is cut on its way, it comes as it was', async () => {
  const bits = fc.constantFrom('', 'é', '\r\n', '--', `\r\n--${boundary.slice(0, 4)}`, '\r', '\u0000', 'ligne;12,50\n')
  await fc.assert(
    fc.asyncProperty(fc.array(bits, { maxLength: 20 }), fc.array(fc.nat(2000), { maxLength: 6 }), async (parts, cuts) => {
      const content = parts.join('')
      const form =
        part('name="autre"', 'x') +
        part('name="fichier"; filename="achats é %22mars%22.csv"\r\nContent-Type: text/csv', content) +
        `${part('name="fichier"; filename="second.csv"', 'y')}--${boundary}--\r\n`
      const bytes = Buffer.from(form)
      expect(await read(requestOf(bytes, cuts))).toEqual({
        name: 'achats é "mars".csv',
        content: Buffer.from(content).toString('latin1'),
      })
    }),
    { numRuns: 200 },
  )
})

test('many files come in their order, each as it was, those of other fields left out', async () => {
  const form = new FormData()
  const long = 'é'.repeat(300)
  form.append('fichier', new File([long], 'a.xml'))
  form.append('autre', new File(['x'], 'autre.xml'))
  form.append('fichier', new File([], 'vide.xml'))
  form.append('fichier', new File([], ''))
  form.append('fichier', new File(['b'], 'b.xml'))
  form.append('fichier', new File(['c'], 'one-too-many.xml'))
  const received = await receiveFiles(new Request('http://localhost/', { method: 'POST', body: form }), bounds, 3)
  if (received === null || received === 'too_large') throw new Error('they came')
  const read = async (content: AsyncIterable<Uint8Array>) => {
    const pieces: Uint8Array[] = []
    for await (const piece of content) pieces.push(Uint8Array.from(piece))
    return Buffer.concat(pieces).toString()
  }
  const contents = await Promise.all(received.files.map(async ({ name, content }) => [name, await read(content())]))
  expect(contents).toEqual([
    ['a.xml', long],
    ['vide.xml', ''],
    ['b.xml', 'b'],
  ])
  await received.forget()
})

test('a form made by a browser reads the same', async () => {
  const form = new FormData()
  form.set('fichier', new File(['siret;prix\n'], 'été.csv'))
  expect(await read(new Request('http://localhost/', { method: 'POST', body: form }))).toEqual({
    name: 'été.csv',
    content: 'siret;prix\n',
  })
})

test('a file that is too large for what it is, none at all, half a form', async () => {
  const file = (content: string) => part('name="fichier"; filename="x"', content)
  const whole = (content: string) => Buffer.from(`${file(content)}--${boundary}--`)
  expect(await read(requestOf(whole(`PK${'x'.repeat(8)}`)))).toMatchObject({ name: 'x' })
  expect(await read(requestOf(whole(`PK${'x'.repeat(9)}`)))).toBe('too_large')
  expect(await read(requestOf(whole('x'.repeat(1000))))).toMatchObject({ name: 'x' })
  expect(await read(requestOf(whole('x'.repeat(1001)), [300, 900]))).toBe('too_large')
  expect(await read(requestOf(Buffer.alloc(5001)))).toBe('too_large')
  expect(await read(requestOf(Buffer.from(`${part('name="fichier"; filename=""', '')}--${boundary}--`)))).toBeNull()
  expect(await read(requestOf(Buffer.from(file('abc'))))).toBeNull()
  expect(await read(requestOf(Buffer.from('abc')))).toBeNull()
  expect(await receiveFile(new Request('http://localhost/', { method: 'POST', body: 'a=b' }), bounds)).toBeNull()
})
