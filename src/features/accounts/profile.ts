// Reading the form of a profile.
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import type { TypedProfile } from './accounts.sql.ts'
import { nameErrors } from './names.ts'
import { JOBS, LAW_AWARENESS, SOURCES } from './profile.data.ts'

const LONGEST_DETAIL = 160

/** The profile as typed, with what is wrong in it. */
export function readProfile(form: FormValues, id: string) {
  const choice = (field: string, among: readonly { value: string }[]) =>
    among.some(({ value }) => value === form.get(field)) ? form.get(field) : null
  const detail = (field: string, chosen: string | null) =>
    chosen === 'OTHER' ? form.get(field).slice(0, LONGEST_DETAIL) || null : null
  const digits = form
    .get('telephone')
    .replace(/^\+33\s*(\(0\))?/, '0')
    .replace(/[\s.-]/g, '')
  const [job, source] = [choice('fonction', JOBS), choice('origine', SOURCES)]
  const statements = LAW_AWARENESS.map(({ value }) => value).filter((value) => form.all('loi').includes(value))
  const profile: TypedProfile = {
    id,
    firstName: form.get('prenom'),
    lastName: form.get('nom'),
    phone: digits === '' ? null : digits,
    job,
    jobDetail: detail('fonction-precision', job),
    source,
    sourceDetail: detail('origine-precision', source),
    // Whoever knows something does not know nothing.
    lawAwareness: statements.length > 1 ? statements.filter((value) => value !== 'NONE') : statements,
    technical: form.get('technique') === 'oui',
    noReminders: form.get('rappels') !== 'oui',
  }
  const errors: FieldError[] = nameErrors(profile.firstName, profile.lastName)
  if (profile.phone !== null && !/^\d{10}$/.test(profile.phone))
    errors.push({ field: 'telephone', message: 'Un numéro de téléphone a dix chiffres, par exemple 06 12 34 56 78.' })
  return { profile, errors }
}
