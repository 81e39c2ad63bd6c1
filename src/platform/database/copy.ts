// Rows into a table by COPY, PostgreSQL's fastest way in. The rows of a batch are in memory already: no stream, hence no package.
import type pg from 'pg'

export type Cell = string | number | boolean | Date | null | readonly string[] | Readonly<Record<string, unknown>>

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string) => (/[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => ESCAPED[one]!) : text)

function cell(value: Cell): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return escaped(`{${value.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value)
}

/** Neighbouring cells of a row as COPY reads them, for rows that have some in common. */
export function copyCells(cells: readonly Cell[]): string {
  let text = ''
  for (const one of cells) text += text === '' ? cell(one) : `\t${cell(one)}`
  return text
}

/** A row as COPY reads it, its end of line included. */
export const copyLine = (row: readonly Cell[]) => `${copyCells(row)}\n`

/** What `pg` hands to a query of ours; its types keep these for itself. */
type Wire = { query(text: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }

/** Sends lines made by `copyLine` to a table. Throws what the server says, nothing written. */
export function copyLines(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  lines: string | Buffer,
): Promise<void> {
  return new Promise((done, fail) => {
    const query = {
      // All at once, without waiting to be told to go on: a server that refuses the statement leaves the lines aside, says the protocol.
      submit(wire: Wire) {
        wire.query(`copy ${table} (${columns.join(', ')}) from stdin`)
        wire.sendCopyFromChunk(typeof lines === 'string' ? Buffer.from(lines) : lines)
        wire.endCopyFrom()
      },
      handleCopyInResponse() {},
      handleCommandComplete() {},
      handleError: fail,
      handleReadyForQuery: () => done(),
    }
    client.query(query as unknown as pg.Submittable)
  })
}
