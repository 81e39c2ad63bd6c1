// The words of `npm run -s import`: what was asked, done, and said on standard output.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { findPerson, isStaff } from '../src/features/accounts/accounts.ts'
import { type AtOnce, importAtOnce, tryImport } from '../src/features/imports/at-once.ts'
import { loadImport } from '../src/features/imports/import.sql.ts'
import type { AnyImportKind } from '../src/features/imports/imports.ts'
import { counted } from '../src/features/imports/words.ts'
import type { Platform } from '../src/platform/http/context.ts'
import { DEFAULT_LIMITS } from '../src/platform/tables/limits.ts'
import type { RowError } from '../src/platform/tables/row-errors.ts'

/** What cannot even be tried: said on standard error, status 2. */
export class WrongCommand extends Error {}

const USAGE = 'npm run -s import -- <sorte> <fichier> [--as <courriel>] [--dry-run] [--keep-good] [--now <date>] [--json]'

export type Order = {
  kind: AnyImportKind
  path: string
  email: string | null
  dryRun: boolean
  keepGood: boolean
  now: Date | null
  json: boolean
}

/** Reads the words of the command. Throws a `WrongCommand` that says what is wrong. */
export function readCommand(words: readonly string[], kinds: readonly AnyImportKind[]): Order {
  const { values, positionals } = parsed(words)
  const [word, path, ...more] = positionals
  if (word === undefined || path === undefined || more.length > 0) throw new WrongCommand(`Usage : ${USAGE}`)
  const kind = kinds.find(({ format }) => format.kind === word)
  if (!kind)
    throw new WrongCommand(
      `Sorte de fichier inconnue : ${word}. Sortes connues : ${kinds.map(({ format }) => format.kind).join(', ')}.`,
    )
  if (!existsSync(path) || !statSync(path).isFile()) throw new WrongCommand(`Le fichier ${path} n’existe pas.`)
  const now =
    values.now === undefined ? null : new Date(/^\d{4}-\d\d-\d\d$/.test(values.now) ? `${values.now}T12:00:00Z` : values.now)
  if (now !== null && Number.isNaN(now.getTime()))
    throw new WrongCommand(`Date illisible : ${values.now}. Exemple : --now 2027-02-01`)
  return {
    kind,
    path,
    email: values.as ?? null,
    dryRun: values['dry-run'] ?? false,
    keepGood: values['keep-good'] ?? false,
    now,
    json: values.json ?? false,
  }
}

function parsed(words: readonly string[]) {
  const flag = { type: 'boolean' } as const
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { as: text, now: text, json: flag, 'dry-run': flag, 'keep-good': flag },
    })
  } catch (error) {
    throw new WrongCommand(`${(error as Error).message}\nUsage : ${USAGE}`)
  }
}

/** Does it, says it on `write`, and gives the status of the process: 0 when all rows are right, 1 when some are not. */
export async function runCommand(platform: Platform, order: Order, write: (text: string) => void): Promise<number> {
  const { kind, path, email, json } = order
  const known = order.now
  const at = known === null ? platform : { ...platform, now: () => known }
  const person = email === null ? null : await findPerson(at.database, { email })
  if (email !== null && person === null) throw new WrongCommand(`Aucun compte confirmé à l’adresse ${email}.`)
  if (kind.staffOnly && person && !isStaff(at, person))
    throw new WrongCommand(`« ${kind.format.title} » est réservé à l’équipe : ${email} n’en fait pas partie.`)
  const personId = person?.id ?? null
  const name = basename(path)
  const result =
    order.dryRun || statSync(path).size > DEFAULT_LIMITS.textBytes
      ? await tryImport(at, kind, { name, path }, personId)
      : await importAtOnce(at, kind, { name, content: createReadStream(path), personId, keepGood: order.keepGood })
  if (result === null) {
    write(json ? `${JSON.stringify(said({ accepted: 0, rejected: 0, errors: [FAULT] }))}\n` : `${FAULT.message}\n`)
    return 1
  }
  // A file known already answers what it answered then.
  const before = result.same && (await loadImport(at.database, result.same.id))?.report
  const report = before ?? result.report
  write(json ? `${JSON.stringify({ ...said(report), ...figures(result) })}\n` : inWords(name, report, result, order.dryRun))
  return result.same || (report.rejected === 0 && !report.unreadable) ? 0 : 1
}

const FAULT: RowError = {
  row: 0,
  column: null,
  code: 'unexpected',
  message: 'Une erreur est survenue de notre côté : rien n’a été écrit. Le détail est dans le journal du programme.',
  value: null,
  about: null,
}

type Findings = { accepted: number; rejected: number; errors: readonly RowError[] }

const said = ({ accepted, rejected, errors }: Findings) => ({
  accepted,
  rejected,
  errors: errors.map(({ row, column, code, message }) => ({ row, column, code, message })),
})

const figures = ({ outcome, same }: AtOnce) => ({
  written: (outcome?.created ?? 0) + (outcome?.changed ?? 0),
  unchanged: outcome?.unchanged ?? 0,
  ...(same && { alreadyImported: same.at.toISOString() }),
})

function inWords(name: string, { accepted, rejected, errors }: Findings, { outcome, same }: AtOnce, dryRun: boolean): string {
  const lines = [`${name} : ${counted(accepted, 'ligne juste')}, ${counted(rejected, 'ligne')} à corriger.`]
  for (const { row, column, message } of errors)
    lines.push(`  ${[row === 0 ? 'Fichier' : `Ligne ${row}`, ...(column === null ? [] : [column])].join(', ')} : ${message}`)
  if (same) lines.push(`Ce fichier a déjà été importé le ${same.at.toISOString().slice(0, 10)} : rien n’a été écrit.`)
  else if (outcome)
    lines.push(
      `${counted(outcome.created, 'création')}, ${counted(outcome.changed, 'modification')}, ${counted(outcome.unchanged, 'ligne déjà à jour', 'lignes déjà à jour')}.`,
    )
  else lines.push(dryRun ? 'Essai seulement : rien n’a été écrit.' : 'Rien n’a été écrit.')
  return `${lines.join('\n')}\n`
}
