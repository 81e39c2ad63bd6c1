// The description of the API (OpenAPI 3.1), made from the schemas that check the requests and type the answers.
import { z } from 'zod'
import { answerSchemas } from './answer-schema.ts'
import { errorCodes, type RequestError } from './errors.ts'
import { evaluateRequest } from './evaluation.ts'
import { exampleRequests, wrongRequest } from './examples.data.ts'
import { LARGEST_BODY_KB, MALFORMED, TOO_LARGE, WRONG_MEDIA_TYPE } from './refusals.ts'
import { requestSchemas } from './request.ts'

export type JsonSchema = { [key: string]: unknown; properties?: Record<string, JsonSchema> }

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
export const schemas: Readonly<Record<string, JsonSchema>> = (() => {
  const registry = z.registry<{ id: string }>()
  const named = { ...requestSchemas, ...answerSchemas, Erreurs: errorsSchema, Disponibilite: readinessSchema }
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(Object.entries(made.schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema as JsonSchema]))
})()

const json = (schema: string, examples: Record<string, { summary?: string; value: unknown }>) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, examples },
})
const refusal = (description: string, error: RequestError) => ({
  description,
  content: json('Erreurs', { exemple: { value: { errors: [error] } } }),
})
const examples = Object.entries(exampleRequests)

export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'ma cantine : évaluation EGalim d’une cantine',
    version: '1.0.0',
    summary: 'Ce qu’un restaurant collectif doit à la loi EGalim, et où il en est.',
    description:
      'Sans compte, sans clé, sans trace : rien de ce qui est envoyé n’est gardé. Une réponse inconnue reste inconnue (null), jamais zéro. Les champs peuvent s’ajouter aux réponses : ignorez ceux que vous ne connaissez pas.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  tags: [{ name: 'Évaluation' }, { name: 'Service' }],
  paths: {
    '/api/v1/evaluation': {
      post: {
        operationId: 'evaluate',
        tags: ['Évaluation'],
        summary: 'Objectifs, parts, écarts, mesures et obligations d’une cantine pour une année d’achats',
        description:
          'Le même calcul que celui du site. Saisie simplifiée, ou détaillée dès qu’une case famille × label est remplie. Les objectifs sont comparés aux montants exacts.',
        requestBody: {
          required: true,
          description: `${LARGEST_BODY_KB} ko au plus.`,
          content: json(
            'Evaluation',
            Object.fromEntries(examples.map(([id, { summary, request }]) => [id, { summary, value: request }])),
          ),
        },
        responses: {
          200: {
            description: 'Le verdict.',
            content: json(
              'Verdict',
              Object.fromEntries(
                examples.map(([id, { summary, request }]) => [id, { summary, value: evaluateRequest(request).answer }]),
              ),
            ),
          },
          400: refusal('Le contenu n’est pas du JSON.', MALFORMED),
          413: refusal('Le contenu est trop lourd.', TOO_LARGE),
          415: refusal('Le contenu n’est pas annoncé comme du JSON.', WRONG_MEDIA_TYPE),
          422: {
            description: 'La requête est impossible : une entrée par champ à corriger, et pas de verdict.',
            content: json('Erreurs', {
              exemple: { summary: wrongRequest.summary, value: { errors: evaluateRequest(wrongRequest.request).errors } },
            }),
          },
        },
      },
    },
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
  components: { schemas },
}
