// Imports a file from the command line: npm run -s import -- <kind> <file>. Attaches to the running product's database, or starts it.
import { randomBytes } from 'node:crypto'
import { findPerson } from '../../src/features/accounts/accounts.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { readAssets } from '../../src/platform/http/assets.ts'
import type { Platform } from '../../src/platform/http/context.ts'
import { prepareJobs } from '../../src/platform/jobs.ts'
import { createLog } from '../../src/platform/log.ts'
import { createMailer } from '../../src/platform/mail.ts'
import { readSecret } from '../../src/platform/secret.ts'
import { importKinds, loadDemo } from '../../src/site.ts'
import { readCommand, runCommand, WrongCommand } from '../import-command.ts'

/** Standard output belongs to the answer: the log speaks elsewhere. */
const log = createLog('warn', 2)

async function main(): Promise<number> {
  const order = readCommand(process.argv.slice(2), importKinds)
  const config = readConfig(process.env)
  const database = await openDatabase(config)
  try {
    await migrate(database, process.cwd())
    await prepareJobs(database, log)
    const now = () => new Date()
    const mail = createMailer({ config, database, now })
    const platform: Platform = {
      config,
      database,
      log,
      assets: readAssets(process.cwd()),
      mail,
      secret: readSecret(config),
      now,
      randomBytes,
    }
    // The people of the stories are there once the demonstration is loaded.
    if (config.demo && order.email !== null && !(await findPerson(database, { email: order.email }))) await loadDemo(platform)
    return await runCommand(platform, order, (text) => process.stdout.write(text))
  } finally {
    await database.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof WrongCommand ? error.message : error)
  process.exitCode = 2
}
