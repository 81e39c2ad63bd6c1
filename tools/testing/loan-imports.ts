// A kind of file to try imports with: the loans of a library, in a table of their own.
import type { AnyImportKind, ImportKind } from '../../src/features/imports/imports.ts'
import type { Queries } from '../../src/platform/database/database.ts'
import { type Loan, loans } from './loans.ts'

/** The table that these imports write to. */
export const createLoans = (db: Queries) =>
  db.run('create table loan (card text primary key, title text not null, price integer not null, owner text)')

export const countLoans = async (db: Queries) => (await db.first<{ n: number }>('select count(*) as n from loan'))!.n

/** Creates loans; a card can be lent once. Pass `slow` to wait before each batch is written. */
export const loanImport = (hooks: { beforeWrite?(rows: number): Promise<void> } = {}): ImportKind<Loan> => ({
  format: loans,
  slug: 'emprunts',
  lead: 'Ajoute les emprunts de la bibliothèque.',
  next: { href: '/', label: 'Voir les emprunts' },
  open: ({ db, person }) => ({
    async check(rows) {
      const known = await db.rows<{ card: string }>('select card from loan where card = any($1)', [
        rows.map(({ values }) => values.card),
      ])
      const cards = new Set(known.map(({ card }) => card))
      return rows
        .filter(({ values }) => cards.has(values.card))
        .map(({ row }) => ({ row, column: 'card', code: 'already_lent', message: 'Cette carte a déjà un emprunt.' }))
    },
    async write(rows) {
      await hooks.beforeWrite?.(rows.length)
      await db.run(
        'insert into loan (card, title, price, owner) select card, title, price, $2 from jsonb_to_recordset($1) as l (card text, title text, price integer)',
        [JSON.stringify(rows.map(({ values }) => values)), person?.id ?? null],
      )
      return rows.map(({ row, values }) => ({ row, outcome: 'created', subject: values.card, before: { price: values.price } }))
    },
  }),
  async undo({ db }, changes) {
    const undone = await db.run(
      `delete from loan using jsonb_to_recordset($1) as c (subject text, before jsonb)
       where card = subject and price = (before->>'price')::int`,
      [JSON.stringify(changes)],
    )
    return { undone, kept: changes.length - undone }
  },
})

/** The same for the staff only. */
export const staffLoanImport: AnyImportKind = {
  ...loanImport(),
  slug: 'emprunts-equipe',
  staffOnly: true,
  format: { ...loans, kind: 'staff-loans', title: 'Emprunts de l’équipe' },
}
