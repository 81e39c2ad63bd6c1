// Loads a reference list: npm run -s reference -- pat <list> [<files that name the projects>…]. Loading again replaces it.
import { loadFoodProjects } from '../../src/features/territory/food-projects.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'

const [kind, ...paths] = process.argv.slice(2)
if (kind !== 'pat' || paths.length === 0) {
  console.error('npm run -s reference -- pat <list> [<files that name the projects>…]')
  process.exit(2)
}
const database = await openDatabase(readConfig(process.env))
try {
  await migrate(database, process.cwd())
  const loaded = await loadFoodProjects({ database, now: () => new Date() }, paths)
  const { projects, communes, added, removed, renamed, addedLinks, removedLinks, nameless, unknownCommunes } = loaded
  console.log(`${projects} food projects, ${communes} communes`)
  console.log(`projects: ${added} added, ${removed} removed, ${renamed} renamed, ${nameless} without a name`)
  console.log(`communes in a project: ${addedLinks} added, ${removedLinks} removed`)
  if (unknownCommunes.length > 0)
    console.log(
      `left out, unknown communes: ${unknownCommunes.slice(0, 20).join(', ')}${unknownCommunes.length > 20 ? '…' : ''} (${unknownCommunes.length})`,
    )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await database.close()
}
