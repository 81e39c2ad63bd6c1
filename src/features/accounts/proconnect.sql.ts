// Queries of identities that come from ProConnect.
import type { Queries } from '../../platform/database/database.ts'
import { fullName } from './accounts.sql.ts'
import type { Person } from './person.ts'

const PROVIDER = 'proconnect'

export const personOfSub = (db: Queries, sub: string) =>
  db.first<{ id: string }>('select person_id as id from person_credential where provider_id = $1 and account_id = $2', [
    PROVIDER,
    sub,
  ])

/** Ties a ProConnect identity to a person; an identity already tied stays where it is. */
export const linkSub = (db: Queries, id: string, personId: string, sub: string, now: Date) =>
  db.run(
    `insert into person_credential (id, person_id, provider_id, account_id, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5) on conflict (provider_id, account_id) do nothing`,
    [id, personId, PROVIDER, sub, now],
  )

/** Since when an identity opens this account; null when none does. */
export const identityOf = (db: Queries, personId: string) =>
  db.first<{ since: Date }>(
    'select min(created_at) as since from person_credential where person_id = $1 and provider_id = $2 having count(*) > 0',
    [personId, PROVIDER],
  )

export const untie = (db: Queries, personId: string) =>
  db.run('delete from person_credential where person_id = $1 and provider_id = $2', [personId, PROVIDER])

/** The person of a mailbox that the provider has verified, made when there is none. `fresh` when the mailbox is proved for the first time. */
export async function provedPerson(db: Queries, person: Person, now: Date): Promise<{ id: string; fresh: boolean }> {
  const made = await db.first<{ id: string }>(
    `insert into person (id, email, email_confirmed, name, first_name, last_name, created_at, updated_at)
     values ($1, $2, true, $3, $4, $5, $6, $6)
     on conflict (email) do update set email_confirmed = true, name = excluded.name,
       first_name = excluded.first_name, last_name = excluded.last_name
     where not person.email_confirmed
     returning id`,
    [person.id, person.email, fullName(person), person.firstName, person.lastName, now],
  )
  if (made) return { id: made.id, fresh: true }
  const known = await db.first<{ id: string }>('select id from person where email = $1', [person.email])
  return { id: known?.id ?? person.id, fresh: false }
}

/** What ProConnect wants back when this session is closed. */
export const keepIdentityToken = (db: Queries, sessionToken: string, idToken: string) =>
  db.run('update person_session set identity_token = $2 where token = $1', [sessionToken, idToken])

export const identityTokenOf = async (db: Queries, sessionId: string): Promise<string | null> =>
  (await db.first<{ t: string | null }>('select identity_token as t from person_session where id = $1', [sessionId]))?.t ?? null

/** Takes a proof out: whoever comes second finds nothing. */
export const takeProof = (db: Queries, identifier: string, now: Date) =>
  db.first<{ value: string }>('delete from person_proof where identifier = $1 and expires_at > $2 returning value', [
    identifier,
    now,
  ])
