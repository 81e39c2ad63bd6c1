// Queries of a change of address.
import type { Queries } from '../../platform/database/database.ts'

/** What begins the identifier of a change of address under way. */
export const NEW_ADDRESS = 'new-address:'

type Proof = { id: string; identifier: string; value: string; expiresAt: Date }

export const putProof = (db: Queries, { id, identifier, value, expiresAt }: Proof, now: Date) =>
  db.run('insert into person_proof (id, identifier, value, expires_at, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)', [
    id,
    identifier,
    value,
    expiresAt,
    now,
  ])

export const findProof = (db: Queries, identifier: string, now: Date) =>
  db.first<{ value: string }>('select value from person_proof where identifier = $1 and expires_at > $2', [identifier, now])

export const dropProof = (db: Queries, identifier: string) =>
  db.run('delete from person_proof where identifier = $1', [identifier])

/** The address of an account. False when someone has it already. Call it in a transaction. */
export async function changeAddress(db: Queries, personId: string, email: string, now: Date): Promise<boolean> {
  // Someone may have typed this address at sign-up without ever proving it: that row stands for no one.
  await db.run('delete from person where email = $1 and not email_confirmed', [email])
  const changed = await db.run(
    `update person set email = $2, updated_at = $3
     where id = $1 and email_confirmed and not exists (select from person where email = $2)`,
    [personId, email, now],
  )
  return changed > 0
}

/** Forgets the changes of address under way for this person. */
export const dropAddressChanges = (db: Queries, personId: string) =>
  db.run(`delete from person_proof where identifier like '${NEW_ADDRESS}%' and strpos(value, $1) > 0`, [JSON.stringify(personId)])
