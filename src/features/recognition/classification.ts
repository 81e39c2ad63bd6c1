// `POST /api/v1/classification`: what wordings of invoices say of family, labels and origin, for other software.
import { z } from 'zod'
import { type FamilyCode, type FamilyId, families, familyOf } from '../../law/families.ts'
import { characteristics, origins } from '../../law/purchase.ts'
import { type DataYear, FIRST_DATA_YEAR, LAST_DATA_YEAR } from '../../law/timeline.ts'
import { JsonErrors, unknownNames } from '../../platform/http/json-errors.ts'
import type { ApiPart } from '../evaluation/evaluation.ts'
import { recognise } from './recognise.ts'
import { LONGEST_WORDING } from './wording.ts'

const MOST_DESCRIPTIONS = 1000
/** As many of the longest descriptions as may be sent, every letter of them escaped. */
export const LARGEST_BODY_KB = 2048

const requestSchema = z.strictObject({
  descriptions: z
    .array(z.string().max(LONGEST_WORDING))
    .min(1)
    .max(MOST_DESCRIPTIONS)
    .describe(
      `Les libellés tels que les factures les écrivent : de 1 à ${MOST_DESCRIPTIONS}, de ${LONGEST_WORDING} caractères au plus.`,
    ),
  dataYear: z
    .int()
    .min(FIRST_DATA_YEAR)
    .max(LAST_DATA_YEAR)
    .nullish()
    .describe('Année civile des achats : la liste des labels qui comptent en dépend. Sans elle, l’année en cours.'),
})

type Code<Row extends { code: string }> = Row['code']
const codesOf = <Row extends { readonly code: string }>(rows: readonly Row[]) =>
  rows.map(({ code }) => code) as [Code<Row>, ...Code<Row>[]]
const familyCodes = families.map(({ purchaseCode }) => purchaseCode) as [FamilyCode, ...FamilyCode[]]
const confidence = z.number().min(0).max(1)

const lineSchema = z.object({
  family: z.enum(familyCodes).nullable().describe('La famille de produits ; null : pas reconnue, ou pas un aliment.'),
  labels: z.array(z.enum(codesOf(characteristics))).describe('Les labels lus, dans l’ordre où la loi les prend.'),
  origin: z.enum(codesOf(origins)).nullable().describe('L’origine dite par le libellé ; null : pas dite, ou plusieurs.'),
  confidence: confidence.describe('De 0 à 1 : celle de la partie la moins sûre de la proposition.'),
  evidence: z
    .array(
      z.object({
        of: z.enum(['family', 'label', 'origin']),
        code: z.enum([...familyCodes, ...codesOf(characteristics), ...codesOf(origins)]),
        words: z.string(),
        confidence,
        needsProof: z.literal(true).optional(),
      }),
    )
    .describe(
      'Les mots qui l’ont dit, comme ils ont été envoyés, et ce qu’ils disent. needsProof : ne compte qu’avec un justificatif, à demander au fournisseur.',
    ),
})
const answerSchema = z.array(lineSchema)

type Classified = z.infer<typeof lineSchema>
type Outcome = { answer: Classified[]; errors?: never } | { errors: ReturnType<JsonErrors<string>['list']>; answer?: never }

/** Answers a request of the API, given as parsed JSON; `thisYear` when it names no year. Never throws, whatever was sent. */
export function classify(body: unknown, thisYear: DataYear): Outcome {
  const { data, error } = requestSchema.safeParse(body)
  if (error) return { errors: errorsOf(error.issues, body) }
  const dataYear = data.dataYear ?? thisYear
  return { answer: data.descriptions.map((wording) => classified(wording, dataYear)) }
}

const codeOf = (id: FamilyId) => familyOf(id).purchaseCode

function classified(wording: string, dataYear: DataYear): Classified {
  const { family, labels, origin, confidence, evidence } = recognise(wording, { dataYear })
  return {
    family: family && codeOf(family),
    labels: [...labels],
    origin,
    confidence,
    evidence: evidence.map(({ of, code, words, confidence, needsProof }) => ({
      of,
      code: of === 'family' ? codeOf(code as FamilyId) : (code as Exclude<Classified['evidence'][number]['code'], FamilyCode>),
      words,
      confidence,
      ...(needsProof && { needsProof }),
    })),
  }
}

const unknownName = unknownNames(Object.keys(requestSchema.shape))

function errorsOf(issues: readonly z.core.$ZodIssue[], body: unknown) {
  const errors = new JsonErrors<string>()
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) errors.add([key], () => unknownName(key))
    else errors.add(issue.path, () => slip(issue, body))
  }
  return errors.list()
}

function slip({ code, path }: z.core.$ZodIssue, body: unknown): { code: string; message: string } {
  const [field, index] = path
  const isText = index !== undefined
  if (code === 'too_big' && isText)
    return { code: 'too_long', message: `Raccourcissez ce libellé : ${LONGEST_WORDING} caractères au plus.` }
  if (code === 'too_big' && field === 'descriptions')
    return { code: 'too_many', message: `Envoyez ${MOST_DESCRIPTIONS} libellés au plus par requête.` }
  if (field === 'dataYear')
    return code === 'invalid_type'
      ? { code: 'wrong_type', message: 'Envoyez un nombre entier, sans guillemets.' }
      : { code: 'out_of_range', message: `Indiquez une année de ${FIRST_DATA_YEAR} à ${LAST_DATA_YEAR}.` }
  if (isText) return { code: 'wrong_type', message: 'Envoyez un texte entre guillemets.' }
  if (field === undefined) return { code: 'wrong_type', message: 'Envoyez un objet JSON : { "descriptions": ["…"] }.' }
  const sent = (body as { readonly descriptions?: unknown }).descriptions
  return sent === undefined || sent === null || code === 'too_small'
    ? { code: 'required', message: 'Ajoutez « descriptions » : une liste d’au moins un libellé.' }
    : { code: 'wrong_type', message: 'Envoyez une liste de textes : ["PDT CHARL. AB FR", …].' }
}

const example = {
  dataYear: 2026,
  descriptions: ['PDT CHARL. AB FR', 'STK HACHE VBF S/AT', 'COLIN PANE MSC 100G', 'poulet type label rouge', 'FRAIS DE PORT'],
}
const wrong = { summary: 'Un nom mal écrit et un texte oublié', request: { dataYear: '2026', Description: ['YRT BIO'] } }

/** What the documentation tells of it; its answers are computed. */
export const classificationApi: ApiPart = {
  path: '/api/v1/classification',
  operationId: 'classify',
  tag: 'Reconnaître des achats',
  summary: 'Famille, labels et origine que disent des libellés de factures',
  description:
    'Envoyez des libellés comme les factures les écrivent : vous recevez, dans le même ordre, la famille de produits, les labels et l’origine qu’ils disent, et les mots qui le disent. « Non bio », « type Label Rouge » ou « en cours de certification » ne sont pas des labels. C’est une proposition : une personne la confirme avant qu’elle compte.',
  largestKb: LARGEST_BODY_KB,
  schemas: { Libelles: requestSchema, Reconnaissance: lineSchema, Reconnaissances: answerSchema },
  request: 'Libelles',
  answer: 'Reconnaissances',
  answered: 'Ce que vous recevez : une liste, un objet par libellé, dans le même ordre.',
  examples: {
    facture: {
      summary: 'Cinq lignes de facture, dont un port et une imitation de label',
      request: example,
      answer: classify(example, example.dataYear).answer,
    },
  },
  wrong: { ...wrong, errors: classify(wrong.request, example.dataYear).errors ?? [] },
}
