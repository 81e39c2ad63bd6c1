// The site: its name, its menu, and the features in their order. Left may be read by right, never the other way.

import { loadDemo as loadAccountsDemo } from './features/accounts/demo.ts'
import { accountsJobs } from './features/accounts/jobs.ts'
import { accountsLinks, accountsRoutes, recognise } from './features/accounts/routes.tsx'
import { calculatorLinks, calculatorRoutes } from './features/calculator/routes.tsx'
import { canteenFileKinds } from './features/canteen-files/canteen-files.ts'
import { canteenFilesRoutes } from './features/canteen-files/routes.tsx'
import { loadDemo as loadCanteensDemo } from './features/canteens/demo.ts'
import { canteensJobs } from './features/canteens/jobs.ts'
import { canteensRoutes } from './features/canteens/routes.tsx'
import { claimsLinks, claimsRoutes } from './features/claims/routes.tsx'
import { evaluationLinks, evaluationRoutes } from './features/evaluation/routes.tsx'
import { loadDemo as loadGroupsDemo } from './features/groups/demo.ts'
import { groupsJobs } from './features/groups/jobs.ts'
import { groupsRoutes } from './features/groups/routes.tsx'
import { aboutLinks, guideLinks, guideRoutes } from './features/guide/routes.tsx'
import type { SiteMapGroup } from './features/guide/site-map.page.tsx'
import type { AnyImportKind } from './features/imports/imports.ts'
import { importsJobs } from './features/imports/jobs.ts'
import { importsLinks, importsRoutes } from './features/imports/routes.tsx'
import { invoicesJobs } from './features/invoices/jobs.ts'
import { invoicesRoutes } from './features/invoices/routes.tsx'
import { purchaseFileKinds } from './features/purchase-files/purchase-files.ts'
import { purchaseFilesRoutes } from './features/purchase-files/routes.tsx'
import { loadDemo as loadPurchasesDemo } from './features/purchases/demo.ts'
import { purchasesJobs } from './features/purchases/jobs.ts'
import { purchasesLinks, purchasesRoutes } from './features/purchases/routes.tsx'
import { classificationApi } from './features/recognition/classification.ts'
import { recognitionRoutes } from './features/recognition/routes.ts'
import { recurringRoutes } from './features/recurring/routes.tsx'
import { loadDemo as loadRegisterDemo } from './features/register/demo.ts'
import { registerJobs } from './features/register/jobs.ts'
import { resourcesJobs } from './features/resources/jobs.ts'
import { resourcesLinks, resourcesRoutes } from './features/resources/routes.tsx'
import { loadDemo as loadSelftestDemo } from './features/selftest/demo.ts'
import { selftestJobs } from './features/selftest/jobs.ts'
import { selftestLinks, selftestRoutes } from './features/selftest/routes.tsx'
import { loadDemo as loadStatementsDemo } from './features/statements/demo.ts'
import { statementsJobs } from './features/statements/jobs.ts'
import { statementsRoutes } from './features/statements/routes.tsx'
import { loadDemo as loadTeamDemo } from './features/team/demo.ts'
import { teamJobs } from './features/team/jobs.ts'
import { teamRoutes } from './features/team/routes.tsx'
import type { Site } from './platform/html/layout.tsx'
import { createApp } from './platform/http/app.ts'
import type { Platform } from './platform/http/context.ts'
import type { Jobs } from './platform/jobs.ts'
import { mailJobs } from './platform/mail.ts'

const site: Site = {
  name: 'ma cantine',
  tagline: 'Où en est votre cantine, et que faire ensuite',
  about:
    'ma cantine aide les restaurants collectifs à servir des repas plus durables et de meilleure qualité, et à y voir clair dans la loi EGalim.',
  menu: [
    { href: '/faire-le-point', label: 'Faire le point' },
    { href: '/calculette', label: 'Calculette' },
    { href: '/est-ce-que-ca-compte', label: 'Est-ce que ça compte ?' },
    { href: '/mesures', label: 'Les mesures' },
    { href: '/ressources', label: 'Ressources' },
    { href: '/calendrier', label: 'Calendrier' },
  ],
  account: { signIn: '/connexion', home: '/mon-compte', signOut: '/deconnexion' },
  signedInMenu: [{ href: '/mes-cantines', label: 'Mes cantines', covers: ['/cantines/', '/achats', '/releves', '/imports'] }],
  footer: [
    { href: '/plan-du-site', label: 'Plan du site' },
    { href: '/accessibilite', label: 'Accessibilité : non conforme' },
    { href: '/mentions-legales', label: 'Mentions légales' },
    { href: '/donnees-personnelles', label: 'Données personnelles' },
    { href: '/contact', label: 'Contact' },
    { href: '/api', label: 'API' },
  ],
  uploads: [
    /^\/imports\/[a-z-]+$/,
    /^\/cantines\/\d+\/factures(\/\d+\/confirmer)?$/,
    /^\/cantines\/\d+\/achats\/saisir(\/lire)?$/,
    /^\/cantines\/\d+\/achats\/(ajouter|joindre|\d+\/modifier)$/,
    /^\/releve\/[\w-]+\/fichier$/,
    /^\/api\/v1\/inbound-mail$/,
    /^\/api\/v1\/classification$/,
  ],
  unlisted: ['/faire-le-point/', '/connexion/', '/mon-compte', '/mes-cantines', '/achats', '/cantines/', '/releve/', '/demo/'],
}

/** Every kind of file that can be imported, in the order people see them. */
export const importKinds: readonly AnyImportKind[] = [...canteenFileKinds, ...purchaseFileKinds]

/** Every page that is listed, grouped by what people come to do. */
const siteMap: readonly SiteMapGroup[] = [
  { title: 'Faire le point', links: [...selftestLinks, ...calculatorLinks] },
  { title: 'Comprendre et préparer', links: [...guideLinks, ...claimsLinks, ...resourcesLinks] },
  { title: 'Mon compte', links: accountsLinks },
  { title: 'Mes cantines', links: [...importsLinks, ...purchasesLinks] },
  { title: 'Pour les logiciels', links: evaluationLinks },
  { title: 'À propos de ce site', links: aboutLinks },
]

/** Every address of the product, answering. */
export function createSite(platform: Platform, kinds: readonly AnyImportKind[] = importKinds) {
  const app = createApp(platform, site)
  app.use(recognise(platform))
  app.route('/', resourcesRoutes(platform))
  app.route('/', guideRoutes(platform, siteMap))
  app.route('/', claimsRoutes(platform))
  app.route('/', calculatorRoutes(platform))
  app.route('/', selftestRoutes(platform))
  app.route('/', evaluationRoutes(platform, [classificationApi]))
  app.route('/', recognitionRoutes(platform))
  app.route('/', accountsRoutes(platform))
  app.route('/', importsRoutes(platform, kinds))
  app.route('/', canteensRoutes(platform))
  app.route('/', teamRoutes(platform))
  app.route('/', groupsRoutes(platform))
  app.route('/', purchasesRoutes(platform))
  app.route('/', recurringRoutes(platform))
  app.route('/', purchaseFilesRoutes(platform))
  app.route('/', invoicesRoutes(platform))
  app.route('/', statementsRoutes(platform))
  app.route('/', canteenFilesRoutes(platform))
  return app
}

/** The background work of every feature. */
export function jobsOf(platform: Platform, kinds: readonly AnyImportKind[] = importKinds): Jobs {
  const all = [
    mailJobs(platform),
    resourcesJobs(platform),
    selftestJobs(platform),
    accountsJobs(platform),
    canteensJobs(platform),
    importsJobs(platform, kinds),
    registerJobs(platform),
    teamJobs(platform),
    groupsJobs(platform),
    invoicesJobs(platform),
    purchasesJobs(platform),
    statementsJobs(platform),
  ]
  return {
    tasks: Object.assign({}, ...all.map(({ tasks }) => tasks)),
    calendar: all.flatMap(({ calendar }) => calendar),
    atStart: all.flatMap(({ atStart = [] }) => atStart),
  }
}

/** The stories that a newcomer finds: loading them again changes nothing. */
export async function loadDemo(platform: Platform) {
  await loadSelftestDemo(platform)
  await loadAccountsDemo(platform)
  await loadRegisterDemo(platform)
  await loadCanteensDemo(platform)
  await loadGroupsDemo(platform)
  await loadTeamDemo(platform)
  await loadPurchasesDemo(platform)
  await loadStatementsDemo(platform)
}
