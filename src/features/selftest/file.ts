// The file of answers: downloaded to keep nothing with us, loaded again later. The same answers give the same result.
import { z } from 'zod'
import { ANSWERS_VERSION, type Answers, answersSchema } from './answers.ts'

const FORMAT = 'ma-cantine/faire-le-point'
const LARGEST_FILE = 64 * 1024

const envelope = z.object({ format: z.literal(FORMAT), version: z.int().min(1), answers: z.unknown() })

const NO_FILE = 'Choisissez d’abord le fichier téléchargé à la fin d’un test.'
const TOO_LARGE = 'Ce fichier est trop lourd : celui d’un test ne dépasse pas 64 ko.'

export type FileReading = { answers: Answers; error?: never } | { error: string; answers?: never }

/** The content of the file, readable by people too. */
export const writeFile = (answers: Answers, on: Date): string =>
  `${JSON.stringify({ format: FORMAT, version: ANSWERS_VERSION, date: on.toISOString().slice(0, 10), answers }, null, 2)}\n`

/** Reads the file of a posted form, within its bound. */
export async function readUpload(field: unknown): Promise<FileReading> {
  if (!(field instanceof File) || field.size === 0) return { error: NO_FILE }
  return field.size > LARGEST_FILE ? { error: TOO_LARGE } : readFile(await field.text())
}

/** Reads a file back. The error is in French and says what to do. */
export function readFile(text: string): FileReading {
  const json = parse(text)
  if (json === undefined)
    return { error: 'Ce fichier n’est pas lisible. Choisissez le fichier « .json » téléchargé à la fin d’un test.' }
  const file = envelope.safeParse(json)
  if (!file.success)
    return {
      error: 'Ce fichier ne vient pas de « Faire le point ». Choisissez le fichier « .json » téléchargé à la fin d’un test.',
    }
  if (file.data.version > ANSWERS_VERSION)
    return { error: 'Ce fichier vient d’une version plus récente du site : rechargez cette page, puis réessayez.' }
  const answers = answersSchema.safeParse(file.data.answers)
  if (answers.success) return { answers: answers.data }
  const where = answers.error.issues[0]?.path.join('.') || String((answers.error.issues[0] as { keys?: string[] })?.keys ?? '')
  return {
    error: `Une réponse de ce fichier n’est pas utilisable (« ${where.slice(0, 60)} »). Reprenez le fichier d’origine, ou recommencez le test.`,
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
