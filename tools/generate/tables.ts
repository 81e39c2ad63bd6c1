// What a block writes in each table, in an order that foreign keys allow. A later table of the product adds its rows here.
import { recordColumns } from '../../src/features/canteens/canteen.sql.ts'
import { streamOf } from '../../src/features/canteens/canteens.ts'
import { searchWords } from '../../src/features/purchases/purchase.sql.ts'
import { purchasesStream } from '../../src/features/purchases/purchases.ts'
import type { Cell } from '../../src/platform/database/copy.ts'
import type { Block } from './block.ts'

type Row = Readonly<Record<string, Cell>>
export type GeneratedTable = {
  readonly table: string
  /** The rows of a block; all have the same columns in the same order. */
  rows(block: Block): Iterable<Row>
}

export const TABLES: readonly GeneratedTable[] = [
  {
    table: 'person',
    *rows({ people }) {
      for (const { id, email, firstName, lastName, createdAt } of people)
        yield {
          id,
          email,
          email_confirmed: true,
          name: `${firstName} ${lastName}`,
          first_name: firstName,
          last_name: lastName,
          created_at: createdAt,
          updated_at: createdAt,
        }
    },
  },
  {
    table: 'canteen',
    *rows({ canteens }) {
      for (const { id, record, createdAt, createdBy, archivedAt, registerState } of canteens)
        yield {
          id,
          ...recordColumns(record),
          source: 'generator',
          created_by: createdBy,
          created_at: createdAt,
          changed_at: archivedAt ?? createdAt,
          archived_at: archivedAt,
          register_state: registerState,
          register_checked_at: registerState === null ? null : createdAt,
        }
    },
  },
  {
    table: 'canteen_member',
    *rows({ members }) {
      for (const { canteenId, personId, role, since } of members)
        yield { canteen_id: canteenId, person_id: personId, role, since }
    },
  },
  {
    table: 'canteen_group_period',
    *rows({ periods }) {
      for (const { satelliteId, groupId, startsOn, endsOn } of periods)
        yield { satellite_id: satelliteId, group_id: groupId, starts_on: startsOn, ends_on: endsOn }
    },
  },
  {
    table: 'purchase',
    // The identifier comes from the table itself.
    *rows({ purchases }) {
      for (const {
        canteenId,
        date,
        description,
        supplier,
        cents,
        family,
        characteristics,
        origin,
        shortChain,
        local,
      } of purchases)
        yield {
          canteen_id: canteenId,
          date,
          description,
          supplier,
          price_cents: cents,
          family,
          characteristics,
          origin,
          short_chain: shortChain,
          local,
          source: 'generator',
          search_words: searchWords({ description, supplier }),
          created_at: date,
          changed_at: date,
        }
    },
  },
  {
    table: 'trail_entry',
    // The number in the stream and the hash come from the table itself.
    *rows({ canteens, purchases }) {
      for (const { id, createdAt, createdBy, archivedAt } of canteens) {
        yield { stream: streamOf(id), at: createdAt, actor: createdBy, kind: 'created', detail: { source: 'generator' } }
        if (archivedAt !== null) yield { stream: streamOf(id), at: archivedAt, actor: createdBy, kind: 'archived', detail: {} }
      }
      const books = new Map<number, { count: number; cents: number; last: string }>()
      for (const { canteenId, cents, date } of purchases) {
        const book = books.get(canteenId)
        books.set(canteenId, { count: (book?.count ?? 0) + 1, cents: (book?.cents ?? 0) + cents, last: date })
      }
      for (const [id, { last, ...detail }] of books)
        yield {
          stream: purchasesStream(id),
          at: new Date(last),
          actor: null,
          kind: 'added',
          detail: { ...detail, source: 'generator' },
        }
    },
  },
]
