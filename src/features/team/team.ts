// The door of teams: inviting people to canteens, and taking it back.

export type { Invited } from './invitations.sql.ts'
export { inviteMany, type Welcomed, withdrawMany } from './invitations.ts'
export { harmless } from './people.ts'
