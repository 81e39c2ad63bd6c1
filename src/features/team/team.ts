// The door of teams: inviting people to canteens.

export type { Invited } from './invitations.sql.ts'
export { inviteMany } from './invitations.ts'
export { harmless } from './people.ts'
