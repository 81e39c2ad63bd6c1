// `npm start`: installs what is missing, builds what changed, runs the site in this very process.
import { buildWhenChanged } from './built.mjs'
import { installMissing } from './install.mjs'
import { endWithParent } from './parent.mjs'

endWithParent()
installMissing()
await buildWhenChanged()
process.setSourceMapsEnabled(true)
await import('../dist/main.mjs')
