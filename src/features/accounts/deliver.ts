// Handing a mail over, and what happens when the mail server does not take it.

import type { Platform } from '../../platform/http/context.ts'
import { Unavailable } from '../../platform/http/errors.tsx'
import type { Mail } from '../../platform/mail.ts'

/** A mail without which the person cannot go on: when it does not leave, they are told. */
export async function deliver({ mail, log }: Platform, letter: Mail): Promise<void> {
  await mail.send(letter).catch((error: unknown) => {
    log.error({ reason: (error as { code?: string }).code }, 'a mail did not leave')
    throw new Unavailable('Le courriel n’a pas pu partir. Vérifiez l’adresse, puis réessayez dans quelques minutes.')
  })
}

/** A mail that tells what is done: the deed stands even when the mail does not leave. */
export async function tell({ mail, log }: Platform, letter: Mail): Promise<void> {
  await mail
    .send(letter)
    .catch((error: unknown) => log.error({ reason: (error as { code?: string }).code }, 'a notice did not leave'))
}
