// Reading what someone declares to run a canteen.
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { readEmail } from '../accounts/accounts.ts'
import type { Proof } from './takeovers.sql.ts'

export const LONGEST_JOB = 120
export const LONGEST_TIE = 1000
const SHORTEST_TIE = 20

/** The declared proof, with everything wrong in it. */
export function readProof(form: FormValues): { proof: Proof; errors: FieldError[] } {
  const [job, tie] = [form.get('fonction'), form.get('lien')]
  const errors: FieldError[] = []
  const wrong = (field: string, message: string) => errors.push({ field, message })
  if (job === '') wrong('fonction', 'Indiquez votre fonction dans l’établissement.')
  else if (job.length > LONGEST_JOB) wrong('fonction', `Cette fonction est trop longue : ${LONGEST_JOB} signes au plus.`)
  if (tie.length < SHORTEST_TIE) wrong('lien', 'Dites en une phrase ou deux ce qui vous lie à l’établissement.')
  else if (tie.length > LONGEST_TIE) wrong('lien', `Ce texte est trop long : ${LONGEST_TIE} signes au plus.`)
  const typed = form.get('courriel-pro')
  const work = typed === '' ? { email: null, errors: [] } : readEmail(typed, 'courriel-pro')
  errors.push(...work.errors)
  if (form.get('attestation') !== 'oui') wrong('attestation', 'Cochez la case pour attester de ce que vous déclarez.')
  return { proof: { job, tie, workEmail: work.email }, errors }
}
