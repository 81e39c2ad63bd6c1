// Every kind of slip that a request may hold, and what to say of those of its shape, in French.
import type { z } from 'zod'
import { commonErrorCodes, type JsonError, JsonErrors, quote } from '../../platform/http/json-errors.ts'

export const errorCodes = [
  ...commonErrorCodes,
  'not_a_url',
  'contradiction',
  'not_for_private',
  'daily_not_below_yearly',
  'not_a_number',
  'negative',
  'too_many_decimals',
  'too_large',
  'total_not_positive',
  'part_above_total',
  'label_above_total',
  'groups_above_total',
  'part_above_whole',
  'meat_fish_quality_above_quality',
  'meat_fish_above_total',
  'family_above_its_total',
  'origin_above_family',
  'origin_above_france',
  'fair_trade_above_organic',
  'not_applicable',
  'differs_from_cells',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export type RequestError = JsonError<ErrorCode>
export class RequestErrors extends JsonErrors<ErrorCode> {}

/** What the schema found wrong at a place where `value` was sent. Bounds of numbers carry their French message in the schema. */
export function shapeError(issue: z.core.$ZodIssue, value: unknown): { code: ErrorCode; message: string } {
  switch (issue.code) {
    case 'invalid_value':
      return {
        code: 'unknown_code',
        message: `${quote(value)} n’est pas un code connu. Codes acceptés : ${issue.values.join(', ')}.`,
      }
    case 'too_small':
      return { code: 'out_of_range', message: issue.message }
    case 'too_big':
      if (issue.origin === 'array') return { code: 'too_many', message: `Indiquez ${issue.maximum} codes au plus.` }
      if (issue.origin === 'string') return { code: 'too_long', message: `Indiquez ${issue.maximum} caractères au plus.` }
      return { code: 'out_of_range', message: issue.message }
    case 'invalid_type':
      // Where null is an answer, it never comes here.
      return value === undefined || (value === null && issue.path.length > 0)
        ? { code: 'required', message: 'Ce champ est obligatoire : ajoutez-le.' }
        : { code: 'wrong_type', message: EXPECTED[issue.expected] ?? EXPECTED.object! }
    default:
      return { code: 'wrong_type', message: 'Indiquez un montant : un texte décimal comme "12345.67", un nombre, ou null.' }
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'Envoyez un objet JSON : { … }.',
  array: 'Envoyez une liste de codes, par exemple ["education_primaire"], ou null.',
  string: 'Envoyez un texte entre guillemets, ou null.',
  number: 'Envoyez un nombre, sans guillemets.',
  int: 'Envoyez un nombre entier, sans guillemets.',
  boolean: 'Répondez true, false, ou null si la réponse n’est pas encore connue.',
}
