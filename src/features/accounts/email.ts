// Reading an address as people type it.
import { z } from 'zod'
import type { FieldError } from '../../platform/http/forms.ts'

const address = z.email().max(200)

/** The address in lower case, or what is wrong with it. */
export function readEmail(typed: string, field: string): { email: string; errors: FieldError[] } {
  const email = typed.replace(/\s/g, '').toLowerCase()
  if (address.safeParse(email).success) return { email, errors: [] }
  const message =
    email === '' ? 'Indiquez votre adresse électronique.' : 'Cette adresse est incomplète : elle a la forme nom@exemple.fr.'
  return { email, errors: [{ field, message }] }
}
