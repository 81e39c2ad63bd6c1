// What other features tell a person above the list of their canteens: invitations that wait, requests under way.
import type { Platform } from '../../platform/http/context.ts'
import type { Person } from '../accounts/accounts.ts'

/** Each gives a piece of page, or null when it has nothing to say. Add yours when your feature is mounted. */
export const aboveMine: ((platform: Platform, person: Person) => Promise<unknown>)[] = []

export const tellAboveMine = (platform: Platform, person: Person) => Promise.all(aboveMine.map((tell) => tell(platform, person)))
