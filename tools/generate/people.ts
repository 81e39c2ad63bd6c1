// Managers and the teams they make.
import { ROLES, type Role } from '../../src/features/canteens/canteens.ts'
import { firstNames, lastNames } from './names.data.ts'
import type { Draws } from './random.ts'
import { colleagues, WITHOUT_MANAGER } from './shares.data.ts'

export type MadePerson = { id: string; email: string; firstName: string; lastName: string; createdAt: Date }
export type Teammate = { personId: string; role: Role }

/** Runs the first thousands of places, from the head office of a group of companies. */
export const HEAD_OFFICE_PLACES = 5000
export const HEAD_OFFICE_ID = 'generated-head-office'
export const headOffice = (createdAt: Date): MadePerson => ({
  id: HEAD_OFFICE_ID,
  email: 'dominique.lenoir@siege.example',
  firstName: 'Dominique',
  lastName: 'Lenoir',
  createdAt,
})

const ascii = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')

/** A person of this number in the whole data set. */
export function makePerson(draws: Draws, number: string, createdAt: Date): MadePerson {
  const firstName = draws.pick(firstNames)
  const lastName = draws.pick(lastNames)
  const email = `${ascii(firstName)}.${ascii(lastName)}.${number}@cantines.example`
  return { id: `generated-${number}`, email, firstName, lastName, createdAt }
}

/** Who runs the places of a unit: nobody, or an administrator and perhaps colleagues. `hire` gives a new person. */
export function makeTeam(draws: Draws, hire: () => MadePerson): Teammate[] {
  if (draws.happens(WITHOUT_MANAGER)) return []
  const roles: Role[] = ['administrator', ...ROLES.filter((role) => draws.happens(colleagues[role]))]
  return roles.map((role) => ({ personId: hire().id, role }))
}
