// The trail of a canteen in French words.
import type { RecordField } from '../../law/canteen-record.ts'
import type { Queries } from '../../platform/database/database.ts'
import { readTrail, type TrailRow, verifyTrail } from '../../platform/database/trail.ts'
import { listNames } from './members.sql.ts'
import { type TrailWords, trailWords } from './trail.ts'
import { fieldWords, valueWords } from './words.ts'

const SOURCES: Readonly<Record<string, string>> = {
  page: 'Cantine ajoutée',
  import: 'Cantine ajoutée par un fichier',
  demo: 'Cantine ajoutée pour la démonstration',
}

Object.assign(trailWords, {
  created: ({ source }) => SOURCES[String(source)] ?? 'Cantine ajoutée',
  distinct: ({ explanation }) => `Distinguée d’une cantine qui lui ressemble : « ${explanation} »`,
  changed: changesInWords,
  completed: (detail) => `Complétée d’après l’annuaire des entreprises. ${changesInWords(detail)}`,
  'put-back': (detail) => `Retour en arrière. ${changesInWords(detail)}`,
  archived: () => 'Cantine archivée',
  restored: () => 'Cantine restaurée',
} satisfies typeof trailWords)

/** « Repas par jour : 120 devient 130. Nom : … ». */
function changesInWords(detail: Record<string, unknown>): string {
  const fields = Object.entries(detail).filter(([field]) => field in fieldWords) as [RecordField, unknown][]
  const words = fields.map(([field, pair]) => {
    const [before, after] = (Array.isArray(pair) ? pair : []).map((value) => valueWords(field, value) ?? 'rien')
    return `${fieldWords[field].label} : ${before} devient ${after}`
  })
  return words.join('. ')
}

export type JournalLine = { readonly number: number; readonly at: Date; readonly who: string; readonly words: string }

/** Entries as people read them, names looked up: the trail itself holds none. */
export async function linesOf(db: Queries, entries: readonly TrailRow[], words: TrailWords = trailWords): Promise<JournalLine[]> {
  const told = entries.flatMap(({ actor, detail }) => [actor, ...Object.values(detail)])
  const ids = [...new Set(told.filter((one): one is string => typeof one === 'string' && one.length <= 64))]
  const names = await listNames(db, ids)
  const nameOf = (id: unknown) => names.get(String(id)) ?? 'une personne qui n’a plus de compte'
  return entries.map(({ number, at, actor, kind, detail }) => ({
    number,
    at,
    who: actor === null ? 'ma cantine' : nameOf(actor),
    words: words[kind]?.(detail, nameOf) ?? kind,
  }))
}

const PER_PAGE = 40

export type Journal = {
  readonly lines: readonly JournalLine[]
  /** Entries whose chain holds, and the first that does not. */
  readonly chain: { readonly sound: number; readonly brokenAt: number | null }
  /** Number of the entry below which older ones go on; null at the end. */
  readonly older: number | null
  readonly isFirst: boolean
}

/** A page of a trail, latest first; `before` is the number of an entry, to go further back. */
export async function journalOf(db: Queries, stream: string, before: number | null, words: TrailWords): Promise<Journal> {
  const [entries, chain] = await Promise.all([readTrail(db, stream, { most: PER_PAGE + 1, before }), verifyTrail(db, stream)])
  const lines = await linesOf(db, entries.slice(0, PER_PAGE), words)
  return { lines, chain, older: entries.length > PER_PAGE ? lines.at(-1)!.number : null, isFirst: before === null }
}
