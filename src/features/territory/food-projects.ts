// Territorial food projects: which ones a commune takes part in, and the loading of their list.
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import type { Platform } from '../../platform/http/context.ts'
import { readFoodProjects } from './food-project-file.ts'
import { findFoodProjects, lockFoodProjects, replaceFoodProjects } from './food-projects.sql.ts'
import { communes } from './list.ts'
import { placeOf } from './place.ts'

export type FoodProject = { readonly code: string; readonly name: string }

/** The food projects of a commune, district or former commune: none, one or several. None either while no list was loaded. */
export async function foodProjectsOf(queries: Queries, inseeCode: string): Promise<readonly FoodProject[]> {
  const place = placeOf(inseeCode)
  if (place === null) return []
  const rows = await findFoodProjects(queries, [place.code, place.currentCode])
  return rows.map(({ code, name }) => ({ code, name: name ?? `Projet alimentaire territorial n° ${code}` }))
}

export type FoodProjectsLoaded = {
  readonly projects: number
  readonly communes: number
  readonly added: number
  readonly removed: number
  readonly renamed: number
  /** Communes that entered or left a project. */
  readonly addedLinks: number
  readonly removedLinks: number
  /** Projects that no file names. */
  readonly nameless: number
  /** Codes that the official list of communes does not know: left out. */
  readonly unknownCommunes: readonly string[]
}

/**
 * Replaces the list by that of the first file, all at once or not at all; the other files only give names. Throws a FileProblem on a file that
 * cannot be read, or that names no project: the list that was there stays.
 */
export async function loadFoodProjects(
  { database, now }: Pick<Platform, 'database' | 'now'>,
  paths: readonly string[],
): Promise<FoodProjectsLoaded> {
  const [list, ...naming] = await Promise.all(paths.map(readFoodProjects))
  if (!list) throw new Error('no file to read the food projects from')
  const names = new Map([...naming, list].flatMap(({ names }) => [...names]))
  const unknown = new Set<string>()
  const links = [...list.communes].flatMap(([project, codes]) =>
    [...new Set(codes)].flatMap((code) => {
      const commune = communes().get(code)
      if (!commune) unknown.add(code)
      // A district stays itself; a former commune, which has no postcode, speaks for the one that it is part of.
      return commune ? [{ project, commune: commune.postcodes.length > 0 ? code : commune.currentCode }] : []
    }),
  )
  const projects = [...list.communes.keys()].map((code) => ({ code, name: names.get(code) ?? null }))
  return database.transaction(async (queries) => {
    await lockFoodProjects(queries)
    const { nameless, ...changes } = await replaceFoodProjects(queries, projects, links)
    const covered = new Set(links.map(({ commune }) => commune)).size
    const counts = { projects: projects.length, communes: covered, ...changes }
    const changed = Object.values(changes).some((count) => count > 0)
    if (changed)
      await addToTrail(queries, [{ stream: 'reference:food-projects', at: now(), actor: null, kind: 'loaded', detail: counts }])
    return { ...counts, nameless, unknownCommunes: [...unknown].sort() }
  })
}
