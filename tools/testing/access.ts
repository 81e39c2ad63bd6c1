// Who may do what: the words of the access table (`tools/access.test.ts`).
import { type Role, roleAllows } from '../../src/features/canteens/canteens.ts'
import type { CanteenRecord } from '../../src/law/canteen-record.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { school } from './canteens.ts'
import type { SignedInClient } from './platform.ts'

export const STAFF = 'equipe@ma-cantine.example'
export const WHO = ['visitor', 'stranger', 'reader', 'entry', 'administrator', 'staff'] as const
export type Who = (typeof WHO)[number]
/** `own`: the canteen where one has one's role. `other`: that of others. `mixed`: one's own canteen, but things of the other in the address. */
export type Where = 'own' | 'other' | 'mixed'
export type Outcome = 'lets in' | 'asks to sign in' | 'forbids' | 'hides'

type Fields = Record<string, string | string[]>
/** What a line of the table says. */
export type Rule = {
  readonly outcome: (who: Who, where: Where) => Outcome
  /** What the address is about: a canteen (`:id`), something that one person made, or neither. */
  readonly about: 'canteen' | 'person' | 'neither'
  /** What is posted: something that is taken from whoever may. */
  readonly form: Fields
  readonly params: Params
  /** What the canteens of the address are; a school by default. */
  readonly record: CanteenRecord
  /** Statuses that are fine for whoever is let in, besides the usual ones: what lies behind does not answer in tests… */
  readonly also: readonly number[]
  /** Reading it leaves a mark that is wanted: a file taken away is told in the trail. */
  readonly marks: boolean
}
/** What stands in an address for `:name`. */
export type Params = Readonly<Record<string, string | ((place: Place) => string | Promise<string>)>>
/** Where the things of an address are made: a canteen with its team, or what belongs to one person. */
export type Place = {
  readonly canteenId: number
  readonly owner: SignedInClient
  readonly people: People
  readonly database: Database
}
export type People = Readonly<Record<Exclude<Who, 'visitor'> | 'colleague' | 'newcomer', SignedInClient>>
type More = Partial<Pick<Rule, 'form' | 'params' | 'record' | 'also' | 'marks'>>

const rule = (about: Rule['about'], outcome: Rule['outcome'], more: More): Rule => ({
  outcome,
  about,
  form: {},
  params: {},
  record: school,
  also: [],
  marks: false,
  ...more,
})

/** Anyone, signed in or not. */
export const everyone = (more: More = {}) => rule('neither', () => 'lets in', more)
/** Whoever is signed in. */
export const signedIn = (more: More = {}) => rule('neither', (who) => (who === 'visitor' ? 'asks to sign in' : 'lets in'), more)
/** The staff; others are not told that the page exists. */
export const staff = (more: More = {}) =>
  rule('neither', (who) => (who === 'visitor' ? 'asks to sign in' : who === 'staff' ? 'lets in' : 'hides'), more)
/** Whoever holds this role, or a higher one, on the canteen of the address (`:id`). */
export const onCanteen = (needed: Role, more: More = {}) =>
  rule(
    'canteen',
    (who, where) => {
      if (who === 'visitor') return 'asks to sign in'
      const role = where === 'other' || who === 'stranger' || who === 'staff' ? null : who
      return roleAllows(role, needed) ? 'lets in' : 'forbids'
    },
    more,
  )
/** Whoever is signed in, on any canteen (`:id`): asking to join it… */
export const onAnyCanteen = (more: More = {}) =>
  rule('canteen', (who) => (who === 'visitor' ? 'asks to sign in' : 'lets in'), more)
/** Whoever made what the address is about; for others it does not exist. */
export const itsMaker = (more: More = {}) =>
  rule('person', (who, where) => (who === 'visitor' ? 'asks to sign in' : where === 'own' ? 'lets in' : 'hides'), more)
