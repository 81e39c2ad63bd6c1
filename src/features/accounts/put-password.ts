// Giving an account its password, or another one.
import type { Platform } from '../../platform/http/context.ts'
import { authOf } from './auth.ts'
import { note } from './events.ts'
import type { Person } from './person.ts'

/** Call only once the person has just proved who they are. */
export async function putPassword(platform: Platform, person: Person, password: string): Promise<void> {
  const { internalAdapter, password: hasher } = await authOf(platform).context
  const hash = await hasher.hash(password)
  if (await internalAdapter.findCredentialAccount(person.id)) await internalAdapter.updatePassword(person.id, hash)
  else await internalAdapter.createAccount({ userId: person.id, providerId: 'credential', accountId: person.id, password: hash })
  await note(platform, person.id, 'password-changed')
}

export const hasPassword = async (platform: Platform, person: Person): Promise<boolean> =>
  (await (await authOf(platform).context).internalAdapter.findCredentialAccount(person.id)) != null
