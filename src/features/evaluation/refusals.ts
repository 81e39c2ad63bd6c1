// Requests that are refused before they are read.
import type { RequestError } from './errors.ts'

export const LARGEST_BODY_KB = 64

const refusal = (code: RequestError['code'], message: string): RequestError => ({ pointer: '', code, message })

export const MALFORMED = refusal(
  'malformed_json',
  'Le contenu n’est pas du JSON valide : vérifiez les guillemets, les virgules et les accolades.',
)
export const WRONG_MEDIA_TYPE = refusal(
  'unsupported_media_type',
  'Envoyez du JSON, avec l’en-tête « Content-Type: application/json ».',
)
export const TOO_LARGE = refusal('body_too_large', `Le contenu est trop lourd : ${LARGEST_BODY_KB} ko au plus.`)
export const WRONG_METHOD = refusal(
  'method_not_allowed',
  'Cette adresse n’accepte que la méthode POST. Son mode d’emploi : /api.',
)
