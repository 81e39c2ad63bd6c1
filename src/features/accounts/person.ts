// Who is signed in, for the time of one request.
import type { Context } from 'hono'
import type { Env } from '../../platform/http/context.ts'

/** A person with a confirmed mailbox. */
export type Person = { id: string; email: string; firstName: string; lastName: string }

export type SignedIn = {
  person: Person
  session: { id: string; token: string; provedAt: Date }
  secondFactor: boolean
}

/** By what Hono makes of the request: the raw one is replaced when its body is read on the way. */
const known = new WeakMap<Context['req'], SignedIn>()

export const remember = (c: Context<Env>, who: SignedIn) => known.set(c.req, who)

/** Person and session of this request, or null for a visitor. */
export const signedInOf = (c: Context<Env>): SignedIn | null => known.get(c.req) ?? null
