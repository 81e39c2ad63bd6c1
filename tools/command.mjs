// Runs a command-line tool of the product: node tools/command.mjs <name> [arguments]. Installs and builds what is missing first.
import { existsSync } from 'node:fs'
import { buildWhenChanged } from './built.mjs'
import { installMissing } from './install.mjs'

const [name = '', ...words] = process.argv.slice(2)
installMissing()
await buildWhenChanged()
const program = new URL(`../dist/${name}.mjs`, import.meta.url)
if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
  console.error(`There is no command named « ${name} » in tools/commands.`)
  process.exit(2)
}
process.argv = [process.argv[0], program.pathname, ...words]
process.setSourceMapsEnabled(true)
await import(program.href)
