// The files that lists of territorial food projects come in: none is ours, each is read as its publisher writes it.
import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { type Cell, cellText } from '../../platform/tables/cell.ts'
import { FileProblem } from '../../platform/tables/file-problem.ts'
import { readTable } from '../../platform/tables/read-table.ts'

/** Project code → codes of its communes, and → its name where the file tells it. */
export type FoodProjectFile = {
  readonly communes: ReadonlyMap<string, readonly string[]>
  readonly names: ReadonlyMap<string, string>
}

const MOST_BYTES = 50_000_000
const LONGEST_NAME = 300
const PROJECT = /^[\w-]{1,20}$/
const byCommune = z.record(z.string().max(10), z.array(z.string().regex(PROJECT)).max(100))

type Line = { readonly codes: readonly string[]; readonly names: readonly string[]; readonly communes: readonly string[] }

const list = (cell: string) => cell.split(/[,;|\s]+/).filter((one) => one !== '')
/** Spreadsheets eat the zero that a commune's code may start with. */
const communeCodes = (cell: string) => list(cell).map((code) => code.toUpperCase().padStart(5, '0'))

/** Tables that we know, by their titles. */
const TABLES = [
  {
    // The network France PAT's list on data.gouv.fr: a project a row.
    titles: ['id', 'nom_administratif', 'communes_code_insee'],
    read: ([code, name, communes]: readonly string[]): Line => ({
      codes: [code!],
      names: [name!],
      communes: communeCodes(communes!),
    }),
  },
  {
    // Declarations published by the ministry: a canteen a row, with the projects of its commune. Names may hold commas, too.
    titles: ['canteen_pat_list', 'canteen_pat_lib_list', 'canteen_city_insee_code'],
    read: ([codes, names, commune]: readonly string[]): Line => ({
      codes: list(codes!),
      names: names!.split(','),
      communes: communeCodes(commune!),
    }),
  },
] as const

/** Reads a JSON object (commune → projects) or one of the tables above. Throws a FileProblem when it is neither, or names no project. */
export async function readFoodProjects(path: string): Promise<FoodProjectFile> {
  if (statSync(path).size > MOST_BYTES) throw new FileProblem('file_too_big', `${path}: more than ${MOST_BYTES} bytes`)
  const communes = new Map<string, string[]>()
  const names = new Map<string, string>()
  for await (const line of isJson(path) ? linesOfJson(path) : linesOfTable(path)) {
    for (const code of line.codes.filter((one) => PROJECT.test(one))) {
      const covered = communes.get(code) ?? []
      covered.push(...line.communes)
      communes.set(code, covered)
    }
    if (line.names.length === line.codes.length)
      for (const [index, code] of line.codes.entries()) {
        const name = line.names[index]!.replace(/[\p{C}\s]+/gu, ' ')
          .trim()
          .slice(0, LONGEST_NAME)
        if (name !== '') names.set(code, name)
      }
  }
  if (communes.size === 0) throw new FileProblem('no_food_project', `${path}: no food project in this file`)
  return { communes, names }
}

const isJson = (path: string) => /\.json$/i.test(path)

function* linesOfJson(path: string): Generator<Line> {
  const read = byCommune.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new FileProblem('not_food_projects', `${path}: expected { "commune code": ["project code", …], … }`)
  for (const [commune, codes] of Object.entries(read.data)) yield { codes, names: [], communes: [commune] }
}

async function* linesOfTable(path: string): AsyncGenerator<Line> {
  let table: { read: (cells: readonly string[]) => Line; positions: number[] } | null = null
  const source = { name: path, path }
  for await (const { rows } of readTable(source, { fileBytes: MOST_BYTES, cellCharacters: 1_000_000 }, isTitle))
    for (const { cells } of rows) {
      if (table) yield table.read(table.positions.map((position) => cellText(cells[position])))
      else table = tableOf(cells)
    }
}

const isTitle = (cell: string) => TABLES.some(({ titles }) => (titles as readonly string[]).includes(cell.trim()))

/** The titles stand on the first row. */
function tableOf(cells: readonly Cell[]) {
  const found = cells.map((cell) => cellText(cell))
  const known = TABLES.find(({ titles }) => titles.every((title) => found.includes(title)))
  if (!known)
    throw new FileProblem('not_food_projects', `not a list of food projects, its titles are ${found.slice(0, 10).join(', ')}`)
  return { read: known.read, positions: known.titles.map((title) => found.indexOf(title)) }
}
