// Visits every link of the catalogue of resources now: npm run check-links. Attaches to the running product's database, or starts it.
import { checkLinks } from '../../src/features/resources/check-links.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'

const config = readConfig(process.env)
const database = await openDatabase(config)
try {
  await migrate(database, process.cwd())
  const summary = await checkLinks(
    { config, database, now: () => new Date() },
    {
      onVisit({ id, url }, { problem, status, finalUrl }) {
        const moved = problem === null && finalUrl !== url ? ` -> ${finalUrl}` : ''
        console.log(`${(problem ?? 'ok').padEnd(9)} ${status ?? '---'} ${id} ${url}${moved}`)
      },
    },
  )
  console.log(`${summary.visited} visited, ${summary.reached} reached, ${summary.leftForLater} left for later`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await database.close()
}
