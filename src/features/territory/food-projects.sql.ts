// The reference list of territorial food projects, in the database.
import type { Queries } from '../../platform/database/database.ts'

export type FoodProjectRow = { code: string; name: string | null }

export const findFoodProjects = (db: Queries, communeCodes: readonly string[]) =>
  db.rows<FoodProjectRow>(
    `select code, name from food_project
     where code in (select food_project_code from food_project_commune where commune_code = any($1)) order by name, code`,
    [communeCodes],
  )

/** Loads of the list follow one another; whoever reads meanwhile sees the list before. */
export const lockFoodProjects = (db: Queries) => db.run('lock table food_project in exclusive mode')

type Link = { project: string; commune: string }

/** Makes the list this one; call it in a transaction. A project whose name is not told keeps the one it had. */
export async function replaceFoodProjects(db: Queries, projects: readonly FoodProjectRow[], links: readonly Link[]) {
  const all = JSON.stringify(projects)
  const covered = JSON.stringify(links)
  const removedLinks = await db.run(
    `delete from food_project_commune known where not exists (
       select from jsonb_to_recordset($1) as told (project text, commune text)
       where project = known.food_project_code and commune = known.commune_code)`,
    [covered],
  )
  const removed = await db.run('delete from food_project where not code = any($1)', [projects.map(({ code }) => code)])
  const renamed = await db.run(
    `update food_project known set name = told.name from jsonb_to_recordset($1) as told (code text, name text)
     where told.code = known.code and told.name is not null and told.name is distinct from known.name`,
    [all],
  )
  const added = await db.run(
    `insert into food_project (code, name) select code, name from jsonb_to_recordset($1) as told (code text, name text)
     on conflict do nothing`,
    [all],
  )
  const addedLinks = await db.run(
    `insert into food_project_commune (food_project_code, commune_code)
     select project, commune from jsonb_to_recordset($1) as told (project text, commune text) on conflict do nothing`,
    [covered],
  )
  const nameless = await db.first<{ n: number }>('select count(*) as n from food_project where name is null')
  return { added, removed, renamed, addedLinks, removedLinks, nameless: nameless?.n ?? 0 }
}
