// What is told to other features when an account changes, and what is kept about it.
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import type { Platform } from '../../platform/http/context.ts'
import type { Person } from './person.ts'

type Hook = (platform: Platform, person: Person) => Promise<void>

/** Called once a mailbox is proved for the first time, or changes: add yours when your feature is mounted. */
export const onEmailConfirmed: Hook[] = []

/** Says in French why this person cannot leave yet (they alone run a canteen…), or null. */
export const refusesErasure: ((platform: Platform, person: Person) => Promise<string | null>)[] = []

/** What a feature knows about a person, for the file that they can download. The key names the part. */
export const dataOf: Record<string, (platform: Platform, person: Person) => Promise<unknown>> = {}

/** Kinds of account events and how a person reads them. */
export const EVENTS = {
  'email-confirmed': 'Adresse confirmée',
  'signed-in': 'Connexion',
  'password-changed': 'Mot de passe choisi',
  'password-removed': 'Mot de passe retiré',
  'email-changed': 'Adresse changée',
  'second-factor-on': 'Double authentification activée',
  'second-factor-off': 'Double authentification retirée',
  'session-closed': 'Session fermée',
  'other-sessions-closed': 'Autres sessions fermées',
  'proconnect-linked': 'ProConnect relié',
  'proconnect-unlinked': 'ProConnect détaché',
  'data-exported': 'Données téléchargées',
  'erasure-asked': 'Suppression demandée',
  'erasure-cancelled': 'Suppression annulée',
  erased: 'Compte supprimé',
} as const

/** The stream where an account's trail stands. It outlives the person, who is then only an identifier. */
export const accountTrail = (personId: string) => `account:${personId}`

/** Adds to the trail of this account, with the queries of the transaction of what it tells. */
export const note = (
  { database, now }: { database: Queries; now(): Date },
  personId: string,
  kind: keyof typeof EVENTS,
  detail: Readonly<Record<string, string>> = {},
) => {
  const actor = kind === 'erased' ? null : personId
  return addToTrail(database, [{ stream: accountTrail(personId), at: now(), actor, kind, detail }])
}
