// The description of the API (OpenAPI 3.1), made from the schemas that check the requests and type the answers.
import { z } from 'zod'
import { MALFORMED, tooLarge, WRONG_MEDIA_TYPE } from '../../platform/http/json-endpoint.ts'
import type { JsonError } from '../../platform/http/json-errors.ts'
import { answerSchemas } from './answer-schema.ts'
import type { ApiPart } from './api-part.ts'
import { errorCodes } from './errors.ts'
import { evaluateRequest } from './evaluation.ts'
import { exampleRequests, wrongRequest } from './examples.data.ts'
import { requestSchemas } from './request.ts'

export type JsonSchema = { [key: string]: unknown; properties?: Record<string, JsonSchema> }

export const LARGEST_BODY_KB = 64

const evaluationPart: ApiPart = {
  path: '/api/v1/evaluation',
  operationId: 'evaluate',
  tag: 'Évaluation',
  summary: 'Objectifs, parts, écarts, mesures et obligations d’une cantine pour une année d’achats',
  description:
    'Le même calcul que celui du site. Saisie simplifiée, ou détaillée dès qu’une case famille × label est remplie. Les objectifs sont comparés aux montants exacts.',
  largestKb: LARGEST_BODY_KB,
  schemas: { ...requestSchemas, ...answerSchemas },
  request: 'Evaluation',
  answer: 'Verdict',
  answered: 'Le verdict.',
  examples: Object.fromEntries(
    Object.entries(exampleRequests).map(([id, { summary, request }]) => [
      id,
      { summary, request, answer: evaluateRequest(request).answer },
    ]),
  ),
  wrong: { ...wrongRequest, errors: evaluateRequest(wrongRequest.request).errors ?? [] },
}

const errorsSchema = z.strictObject({
  errors: z.array(
    z.strictObject({
      pointer: z.string().describe('Où : JSON Pointer (RFC 6901) dans la requête ; vide : la requête entière.'),
      code: z.enum(errorCodes),
      message: z.string().describe('Quoi faire, en français.'),
    }),
  ),
})
const readinessSchema = z.strictObject({ status: z.enum(['ready', 'unavailable']) })

/** Every schema of the API as JSON Schema, by name, pointing at each other inside the document. */
function schemasOf(others: readonly ApiPart[]): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>()
  const named = Object.assign({}, ...[evaluationPart, ...others].map(({ schemas }) => schemas))
  for (const [id, schema] of Object.entries<z.ZodType>({ ...named, Erreurs: errorsSchema, Disponibilite: readinessSchema }))
    registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(Object.entries(made.schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema as JsonSchema]))
}

const json = (schema: string, examples: Record<string, { summary?: string; value: unknown }>) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, examples },
})
const refusal = (description: string, error: JsonError) => ({
  description,
  content: json('Erreurs', { exemple: { value: { errors: [error] } } }),
})

/** How an address is asked and what it answers; every one refuses in the same ways. */
function operation(part: ApiPart) {
  const examples = Object.entries(part.examples)
  const valued = (pick: 'request' | 'answer') =>
    Object.fromEntries(examples.map(([id, example]) => [id, { summary: example.summary, value: example[pick] }]))
  return {
    post: {
      operationId: part.operationId,
      tags: [part.tag],
      summary: part.summary,
      description: part.description,
      requestBody: {
        required: true,
        description: `${part.largestKb} ko au plus.`,
        content: json(part.request, valued('request')),
      },
      responses: {
        200: { description: part.answered, content: json(part.answer, valued('answer')) },
        400: refusal('Le contenu n’est pas du JSON.', MALFORMED),
        413: refusal('Le contenu est trop lourd.', tooLarge(part.largestKb)),
        415: refusal('Le contenu n’est pas annoncé comme du JSON.', WRONG_MEDIA_TYPE),
        422: {
          description: 'La requête est impossible : une entrée par champ à corriger, et pas de réponse.',
          content: json('Erreurs', { exemple: { summary: part.wrong.summary, value: { errors: part.wrong.errors } } }),
        },
      },
    },
  }
}

/** The whole document: the evaluation, the addresses that other features bring, and whether the service is ready. */
export const openApiOf = (others: readonly ApiPart[]) => ({
  openapi: '3.1.0',
  info: {
    title: 'ma cantine : évaluer une cantine, reconnaître ses achats',
    version: '1.1.0',
    summary: 'Ce qu’un restaurant collectif doit à la loi EGalim, où il en est, et ce que disent les libellés de ses factures.',
    description:
      'Sans compte, sans clé, sans trace : rien de ce qui est envoyé n’est gardé. Une réponse inconnue reste inconnue (null), jamais zéro. Les champs peuvent s’ajouter aux réponses : ignorez ceux que vous ne connaissez pas.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  tags: [evaluationPart, ...others].map(({ tag }) => ({ name: tag })).concat({ name: 'Service' }),
  paths: {
    ...Object.fromEntries([evaluationPart, ...others].map((part) => [part.path, operation(part)])),
    '/healthz': {
      get: {
        operationId: 'health',
        tags: ['Service'],
        summary: 'Le service est-il prêt ?',
        responses: {
          200: { description: 'Prêt.', content: json('Disponibilite', { pret: { value: { status: 'ready' } } }) },
          503: {
            description: 'Pas encore prêt, ou la base de données ne répond pas.',
            content: json('Disponibilite', { indisponible: { value: { status: 'unavailable' } } }),
          },
        },
      },
    },
  },
  components: { schemas: schemasOf(others) },
})
