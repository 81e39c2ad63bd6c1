// Every query on people that better-auth does not make itself.
import type { Queries } from '../../platform/database/database.ts'
import { dropAddressChanges } from './address.sql.ts'
import type { Person } from './person.ts'

const PERSON = 'id, email, first_name as "firstName", last_name as "lastName"'

/** Confirmed or not. */
export const findAnyone = (db: Queries, email: string) =>
  db.first<Person & { confirmed: boolean }>(`select ${PERSON}, email_confirmed as confirmed from person where email = $1`, [
    email,
  ])

export const findConfirmed = (db: Queries, by: { id: string } | { email: string }) =>
  'id' in by
    ? db.first<Person>(`select ${PERSON} from person where id = $1 and email_confirmed`, [by.id])
    : db.first<Person>(`select ${PERSON} from person where email = lower($1) and email_confirmed`, [by.email])

/** Notes who asks for an account. Until the mailbox is proved, the latest names given are kept; afterwards nothing changes. */
export const putUnconfirmed = (db: Queries, person: Person, now: Date) =>
  db.run(
    `insert into person (id, email, name, first_name, last_name, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $6)
     on conflict (email) do update set name = excluded.name, first_name = excluded.first_name, last_name = excluded.last_name
     where not person.email_confirmed`,
    [person.id, person.email, fullName(person), person.firstName, person.lastName, now],
  )

export const fullName = ({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>) => `${firstName} ${lastName}`.trim()

/** The e-mail that a followed link would prove, while the link is good. */
export const linkHolder = (db: Queries, tokenHash: string, now: Date) =>
  db.first<Person & { confirmed: boolean }>(
    `select ${PERSON.replace(/\b(id|email)\b/g, 'person.$1')}, email_confirmed as confirmed
     from person_proof join person on person.email = (person_proof.value::jsonb ->> 'email')
     where identifier = $1 and person_proof.expires_at > $2`,
    [`magic-link:${tokenHash}`, now],
  )

export type Profile = Person & {
  phone: string | null
  job: string | null
  jobDetail: string | null
  source: string | null
  sourceDetail: string | null
  lawAwareness: string[]
  technical: boolean
  noReminders: boolean
  createdAt: Date
  eraseAfter: Date | null
}

export const loadProfile = (db: Queries, id: string) =>
  db.first<Profile>(
    `select ${PERSON}, phone, job, job_detail as "jobDetail", source, source_detail as "sourceDetail",
            law_awareness as "lawAwareness", technical, no_reminders as "noReminders", created_at as "createdAt",
            erase_after as "eraseAfter"
     from person where id = $1`,
    [id],
  )

/** What a person writes of themselves on the page of their account. */
export type TypedProfile = Omit<Profile, 'email' | 'createdAt' | 'eraseAfter'>

export const saveProfile = (db: Queries, profile: TypedProfile, now: Date) =>
  db.run(
    `update person set first_name = $2, last_name = $3, name = $4, phone = $5, job = $6, job_detail = $7,
            source = $8, source_detail = $9, law_awareness = $10, technical = $11, no_reminders = $12, updated_at = $13
     where id = $1`,
    [
      profile.id,
      profile.firstName,
      profile.lastName,
      fullName(profile),
      profile.phone,
      profile.job,
      profile.jobDetail,
      profile.source,
      profile.sourceDetail,
      profile.lawAwareness,
      profile.technical,
      profile.noReminders,
      now,
    ],
  )

export type SessionRow = { id: string; userAgent: string; createdAt: Date; seenAt: Date }

export const listSessions = (db: Queries, personId: string, openedAfter: Date, now: Date) =>
  db.rows<SessionRow>(
    `select id, coalesce(user_agent, '') as "userAgent", created_at as "createdAt", updated_at as "seenAt"
     from person_session where person_id = $1 and expires_at > $2 and created_at > $3 order by updated_at desc`,
    [personId, now, openedAfter],
  )

export const closeSession = (db: Queries, personId: string, id: string) =>
  db.run('delete from person_session where person_id = $1 and id = $2', [personId, id])

/**
 * Signs the person out everywhere, but for the session kept. Whoever was there may have asked for another address: that link dies too.
 * Gives the number of sessions closed.
 */
export async function closeOtherSessions(db: Queries, personId: string, kept: string | null): Promise<number> {
  await dropAddressChanges(db, personId)
  return db.run('delete from person_session where person_id = $1 and id is distinct from $2', [personId, kept])
}

export const setEraseAfter = (db: Queries, personId: string, at: Date | null) =>
  db.run('update person set erase_after = $2 where id = $1 and erase_after is distinct from $2', [personId, at])

export const putDemoPerson = (db: Queries, person: Person, now: Date) =>
  db.run(
    `insert into person (id, email, email_confirmed, name, first_name, last_name, created_at, updated_at)
     values ($1, $2, true, $3, $4, $5, $6, $6) on conflict do nothing`,
    [person.id, person.email, fullName(person), person.firstName, person.lastName, now],
  )

export const findSecondFactor = (db: Queries, personId: string) =>
  db.first<{ secret: string; recoveryCodes: string; verified: boolean }>(
    'select secret, recovery_codes as "recoveryCodes", verified from person_second_factor where person_id = $1',
    [personId],
  )

export const dropPassword = (db: Queries, personId: string) =>
  db.run(`delete from person_credential where person_id = $1 and provider_id = 'credential'`, [personId])

/** What the person's file says of the ways they sign in: no secret in it. */
export const listCredentials = (db: Queries, personId: string) =>
  db.rows<{ provider: string; identifier: string | null; since: Date }>(
    `select provider_id as provider, nullif(account_id, person_id) as identifier, created_at as since
     from person_credential where person_id = $1 order by created_at`,
    [personId],
  )

export const peopleToErase = (db: Queries, now: Date) =>
  db.rows<Person>(`select ${PERSON} from person where erase_after <= $1`, [now])

/** Nothing when they signed in meanwhile: they stay. */
export const erasePerson = (db: Queries, id: string, now: Date) =>
  db.run('delete from person where id = $1 and erase_after <= $2', [id, now])

/** Sign-ups that nobody confirmed, and what has had its time. */
export const sweep = async (db: Queries, now: Date, sessionsFrom: Date) => {
  await db.run(`delete from person where not email_confirmed and created_at < $1::timestamptz - interval '7 days'`, [now])
  await db.run('delete from person_session where expires_at < $1 or created_at < $2', [now, sessionsFrom])
  await db.run('delete from person_proof where expires_at < $1', [now])
  await db.run(`delete from account_attempt where at < $1::timestamptz - interval '1 day'`, [now])
}
