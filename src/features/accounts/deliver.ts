// Handing a mail over while the person waits for it, and what they are told when the mail server does not take it.

import type { Platform } from '../../platform/http/context.ts'
import { Unavailable } from '../../platform/http/errors.tsx'
import type { Mail } from '../../platform/mail.ts'

/** A mail without which the person cannot go on. Mails that tell what is done are queued with the deed instead. */
export async function deliver({ mail, log }: Platform, letter: Mail): Promise<void> {
  await mail.send(letter).catch((error: unknown) => {
    log.error({ reason: (error as { code?: string }).code }, 'a mail did not leave')
    throw new Unavailable('Le courriel n’a pas pu partir. Vérifiez l’adresse, puis réessayez dans quelques minutes.')
  })
}
