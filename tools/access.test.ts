// Who may do what, on every address of the site: this table is tried in every role, on one's own canteen and on that of others.
// A new address takes one line here. Missing: the test says which one.
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createKind } from '../src/features/canteen-files/create.kind.ts'
import { addMember } from '../src/features/canteens/canteens.ts'
import { addImport } from '../src/features/imports/import.sql.ts'
import { addBatch, markRead } from '../src/features/invoices/batch.sql.ts'
import { receive } from '../src/features/invoices/receive.ts'
import { sampleInvoices } from '../src/features/invoices/samples.ts'
import { keepFile } from '../src/features/purchases/attached-file.ts'
import { addPurchases } from '../src/features/purchases/purchases.ts'
import { insertRecurring } from '../src/features/recurring/recurring.sql.ts'
import { addJoint } from '../src/features/statements/joint.sql.ts'
import { listTokenOf, tokenOf } from '../src/features/statements/link.ts'
import { addRequest } from '../src/features/team/joining.sql.ts'
import { addTakeover } from '../src/features/team/takeovers.sql.ts'
import type { Database } from '../src/platform/database/database.ts'
import {
  everyone,
  itsMaker,
  onAnyCanteen,
  onCanteen,
  type Params,
  type Place,
  type Rule,
  STAFF,
  signedIn,
  staff,
} from './testing/access.ts'
import { addCanteens, group, satellite, someSiret } from './testing/canteens.ts'
import { SECRET, TODAY, testSite } from './testing/platform.ts'
import { tryAll } from './testing/try-access.ts'

/** Pages and forms without any account, their address and nothing more. */
const PUBLIC = `
GET /healthz
GET /robots.txt
GET /.well-known/security.txt
GET /icone.svg
GET /
GET /plan-du-site
GET /accessibilite
GET /eco-conception
GET /aide/suivre-ses-achats
GET /mentions-legales
GET /donnees-personnelles
GET /contact
GET /mesures
GET /mesures/qualite-des-produits
GET /mesures/gaspillage-alimentaire
GET /mesures/menus-vegetariens
GET /mesures/interdiction-du-plastique
GET /mesures/information-des-usagers
GET /mesures/toutes-les-obligations
GET /calendrier
GET /calendrier.ics
GET /ressources
GET /ressources/textes
GET /est-ce-que-ca-compte
GET /est-ce-que-ca-compte/toutes-les-mentions
GET /releve/modele.xlsx
GET /calculette
POST /calculette
GET /calculette/communes
GET /calculette/manifest.webmanifest
GET /calculette/hors-ligne.js
GET /faire-le-point
POST /faire-le-point
GET /faire-le-point/retrouver
POST /faire-le-point/retrouver
GET /faire-le-point/reprendre
POST /faire-le-point/reprendre
GET /faire-le-point/:code
GET /faire-le-point/:code/resultat
GET /faire-le-point/:code/reponses.json
GET /faire-le-point/:code/effacer
POST /faire-le-point/:code/effacer
GET /faire-le-point/:code/:step
POST /faire-le-point/:code/:step
GET /api
GET /api/openapi.json
POST /api/v1/evaluation
POST /api/v1/classification
GET /creer-un-compte
POST /creer-un-compte
GET /connexion
POST /connexion
GET /connexion/mot-de-passe
POST /connexion/mot-de-passe
GET /connexion/lien
POST /connexion/lien
GET /connexion/code
POST /connexion/code
GET /connexion/nouvelle-adresse
POST /connexion/nouvelle-adresse
GET /mot-de-passe-oublie
POST /mot-de-passe-oublie
GET /deconnexion
POST /deconnexion
GET /demo/courriels
`
  .trim()
  .split('\n')

const EMAIL = 'invite@access.example'

/** A file that someone has brought. */
const AN_IMPORT = {
  params: {
    name: 'erreurs.csv',
    id: async ({ owner, database }: Place) =>
      String(
        (
          await addImport(database, {
            kind: 'canteens-create',
            personId: owner.person.id,
            fileName: 'cantines.csv',
            content: Readable.from([Buffer.from('nom\nÉcole des Pins\n')]),
            at: TODAY,
            state: 'checking',
          })
        ).id,
      ),
  },
}

/** Someone who asks to join the team. */
const JOIN_REQUEST = {
  params: {
    demande: async ({ canteenId, people: { newcomer }, database }: Place) =>
      String(await addRequest(database, { canteenId, personId: newcomer.person.id, message: 'Bonjour' }, TODAY)),
  },
}

/** Someone who asks to run a canteen that nobody runs. */
const takeover = async ({ people: { newcomer }, database }: Place) => {
  const proof = { job: 'Gestionnaire', tie: 'J’y travaille depuis septembre.', workEmail: null }
  const asked = { canteenId: await newSatellite(database), personId: newcomer.person.id, ...proof }
  return String(await addTakeover(database, asked, { now: TODAY, dueAt: TODAY }))
}

const PURCHASE_FORM = { cle: 'cle-de-la-matrice', produit: 'Pain', 'prix-ht': '20', date: '20/11/2026', famille: 'boulangerie' }
const BREAD = {
  date: '2026-11-20',
  description: 'Pain',
  supplier: null,
  priceExclTaxCents: 2000,
  family: 'boulangerie' as const,
  characteristics: [],
  origin: null,
  shortChain: false,
  local: false,
  localDefinition: null,
  localKm: null,
}
const A_PURCHASE = {
  params: {
    achat: async ({ canteenId, database }: Place) =>
      String((await addPurchases(database, [{ ...BREAD, canteenId }], { source: 'page', by: null, now: TODAY }))[0]),
  },
}
const A_RECURRING_PURCHASE = {
  params: {
    recurrent: async ({ canteenId, database }: Place) => {
      const { date: startsOn, ...model } = BREAD
      const made = { canteenId, key: `bread ${canteenId}`, model, every: 'week' as const, startsOn, endsOn: '2026-12-31' }
      return String(await insertRecurring(database, { ...made, by: null, now: TODAY }))
    },
  },
}
const AN_ATTACHED_FILE = {
  params: {
    fichier: async ({ canteenId, database }: Place) => {
      const given = { name: 'ticket.pdf', bytes: Buffer.from('%PDF-1.7 un ticket') }
      return String((await keepFile(database, canteenId, given, { by: null, now: TODAY })).file!.id)
    },
  },
}
const A_BATCH = {
  params: {
    lot: async ({ canteenId, database }: Place) => {
      const id = await addBatch(database, { canteenId, cameBy: 'demo', by: null, now: TODAY })
      await markRead(database, id, TODAY)
      return String(id)
    },
  },
}
const AN_INVOICE = {
  params: {
    facture: async ({ canteenId, database }: Place) => {
      const scope = { canteenId, cameBy: 'demo' as const, by: null, now: TODAY }
      await receive(database, sampleInvoices('2026-11-20')[0]!, scope)
      return String(
        (await database.first<{ id: number }>('select max(id) as id from invoice where canteen_id = $1', [canteenId]))!.id,
      )
    },
  },
}

const STATED_LINE = { wording: 'Carottes', family: 'fruits_et_legumes', characteristics: [], origin: null, cents: 2000 }
let statements = 0
/** A statement that its supplier has sent. */
const addSent = async ({ canteenId, database }: Pick<Place, 'canteenId' | 'database'>) =>
  (await database.first<{ id: number }>(
    `insert into statement (canteen_id, year, supplier, supplier_key, contractor, word, asked_at, expires_at, state, given, version, sent_at)
     values ($1, 2025, 'Primeurs', $2, false, '', $3, $3::timestamptz + interval '60 days', 'sent', $4, 1, $3) returning id`,
    [
      canteenId,
      `primeurs ${++statements}`,
      TODAY,
      JSON.stringify({ lines: [STATED_LINE], total: null, familyTotals: {}, certificates: '', name: 'Anne', job: 'Gérante' }),
    ],
  ))!.id
const A_STATEMENT = { params: { releve: async (place: Place) => String(await addSent(place)) } }
/** Whoever holds its link is let in, whoever they are. */
const ITS_LINK = {
  params: {
    jeton: async ({ database }: Place) =>
      tokenOf({ secret: SECRET }, { id: await addSent({ canteenId: await newSatellite(database), database }), linkVersion: 1 }),
  },
}

/** A request for several canteens, and the list that its link opens. */
const addJointRequest = async ({ owner, database }: Pick<Place, 'owner' | 'database'>) =>
  await addJoint(database, {
    year: 2025,
    supplier: 'Primeurs',
    email: null,
    word: '',
    by: owner.person.id,
    now: TODAY,
    expiresAt: new Date(TODAY.getTime() + 86_400_000),
  })
const A_JOINT_REQUEST = { params: { demande: async (place: Place) => String((await addJointRequest(place)).id) } }
const ITS_LIST = {
  params: {
    jeton: async (place: Place) => {
      const { database } = place
      const joint = await addJointRequest(place)
      const statement = await addSent({ canteenId: await newSatellite(database), database })
      await database.run('update statement set joint_id = $1, expires_at = $2 where id = $3', [
        joint.id,
        joint.expiresAt,
        statement,
      ])
      return listTokenOf({ secret: SECRET }, joint)
    },
  },
}

let satellites = 8000
/** A satellite that nobody runs, to be put in a group. */
const newSatellite = async (database: Database) =>
  (await addCanteens({ database, now: () => TODAY }, [{ ...satellite, siret: someSiret(++satellites) }], null))[0]!

/** A group, the period of a satellite in it, and a satellite that asks to be in it. */
const IN_GROUP = {
  record: group,
  params: {
    periode: async ({ canteenId, database }: Place) =>
      String(
        (await database.first<{ id: number }>(
          `insert into canteen_group_period (satellite_id, group_id, starts_on) values ($1, $2, '2026-01-01') returning id`,
          [await newSatellite(database), canteenId],
        ))!.id,
      ),
    demande: async ({ canteenId, database }: Place) =>
      String(
        (await database.first<{ id: number }>(
          `insert into group_request (group_id, satellite_id, starts_on, asked_of, state, asked_at)
           values ($1, $2, '2026-12-01', 'group', 'pending', $3) returning id`,
          [canteenId, await newSatellite(database), TODAY],
        ))!.id,
      ),
  },
}

/** `everyone`, `signedIn`, `itsMaker`, `staff`, `onCanteen(role)` or `onAnyCanteen`, each with what is posted and what stands in the address. */
const TABLE: Record<string, Rule> = {
  ...Object.fromEntries(PUBLIC.map((route) => [route, everyone()])),
  'GET /est-ce-que-ca-compte/:id': everyone({ params: { id: 'bio' } }),

  'POST /api/v1/inbound-mail': everyone({ also: [401] }),

  'GET /connexion/proconnect': everyone(),
  'POST /connexion/proconnect': everyone({ also: [503] }),
  'GET /connexion/proconnect/retour': everyone({ also: [403] }),
  'GET /connexion/proconnect/relier': signedIn(),

  'GET /mon-compte': signedIn(),
  'POST /mon-compte': signedIn({ form: { prenom: 'Camille', nom: 'Durand' } }),
  'GET /mon-compte/adresse': signedIn(),
  'POST /mon-compte/adresse': signedIn({ form: { courriel: EMAIL } }),
  'GET /mon-compte/mot-de-passe': signedIn(),
  'POST /mon-compte/mot-de-passe': signedIn({ form: { motdepasse: 'trois poireaux et un navet' } }),
  'GET /mon-compte/mot-de-passe/retirer': signedIn(),
  'POST /mon-compte/mot-de-passe/retirer': signedIn(),
  'GET /mon-compte/second-facteur': signedIn(),
  'POST /mon-compte/second-facteur': signedIn(),
  'GET /mon-compte/second-facteur/activer': signedIn(),
  'POST /mon-compte/second-facteur/activer': signedIn({ form: { code: '123456' } }),
  'GET /mon-compte/second-facteur/retirer': signedIn(),
  'POST /mon-compte/second-facteur/retirer': signedIn(),
  'GET /mon-compte/sessions': signedIn(),
  'POST /mon-compte/sessions/fermer': signedIn(),
  'POST /mon-compte/sessions/fermer-les-autres': signedIn(),
  'GET /mon-compte/donnees': signedIn(),
  'GET /mon-compte/donnees.json': signedIn({ marks: true }),
  'GET /mon-compte/proconnect': signedIn(),
  'POST /mon-compte/proconnect': signedIn(),
  'GET /mon-compte/supprimer': signedIn(),
  'POST /mon-compte/supprimer': signedIn(),

  'GET /imports': everyone(),
  'GET /schemas/:file': everyone({ params: { file: 'cantines_creer.json' } }),
  'GET /imports/:slug': everyone(),
  'GET /imports/:slug/colonnes': everyone(),
  'GET /imports/:slug/modele.xlsx': everyone(),
  'POST /imports/:slug': signedIn(),
  'GET /imports/:slug/:id': itsMaker(AN_IMPORT),
  'GET /imports/:slug/:id/avancement': itsMaker(AN_IMPORT),
  'GET /imports/:slug/:id/titres': itsMaker(AN_IMPORT),
  'POST /imports/:slug/:id/titres': itsMaker(AN_IMPORT),
  'POST /imports/:slug/:id/corriger': itsMaker(AN_IMPORT),
  'POST /imports/:slug/:id/enregistrer': itsMaker(AN_IMPORT),
  'POST /imports/:slug/:id/annuler': itsMaker(AN_IMPORT),
  'POST /imports/:slug/:id/retirer': itsMaker(AN_IMPORT),
  'GET /imports/:slug/:id/:name': itsMaker(AN_IMPORT),

  'GET /mes-cantines': signedIn(),
  'GET /mes-cantines/modifier': signedIn(),
  'POST /mes-cantines/modifier': signedIn(),
  'POST /mes-cantines/annuler': signedIn(),
  'GET /mes-cantines/export.csv': signedIn(),
  'GET /mes-cantines/export.xlsx': signedIn(),
  'GET /cantines/:id/achats/export.csv': onCanteen('reader'),
  'GET /cantines/:id/achats/export.xlsx': onCanteen('reader'),
  'GET /cantines/chercher': signedIn(),
  'GET /cantines/nouvelle': signedIn(),
  'GET /cantines/nouvelle/fiche': signedIn(),
  'POST /cantines/nouvelle/fiche': signedIn(),
  'GET /cantines/:id': onCanteen('reader'),
  'GET /cantines/:id/journal': onCanteen('reader'),
  'GET /cantines/:id/modifier': onCanteen('entry'),
  'POST /cantines/:id/modifier': onCanteen('entry', { form: { nom: 'École des Pins' } }),
  'POST /cantines/:id/archiver': onCanteen('administrator'),
  'POST /cantines/:id/restaurer': onCanteen('administrator'),

  'GET /achats': signedIn(),
  'GET /achats/export.csv': signedIn(),
  'GET /achats/export.xlsx': signedIn(),
  'GET /cantines/:id/achats': onCanteen('reader'),
  'GET /cantines/:id/achats/bilan': onCanteen('reader'),
  'GET /cantines/:id/achats/journal': onCanteen('reader'),
  'GET /cantines/:id/achats/ajouter': onCanteen('entry'),
  'POST /cantines/:id/achats/ajouter': onCanteen('entry', { form: PURCHASE_FORM }),
  'GET /cantines/:id/achats/:achat/modifier': onCanteen('entry', A_PURCHASE),
  'POST /cantines/:id/achats/:achat/modifier': onCanteen('entry', { ...A_PURCHASE, form: PURCHASE_FORM }),
  'GET /cantines/:id/achats/saisir': onCanteen('entry'),
  'POST /cantines/:id/achats/saisir': onCanteen('entry'),
  'POST /cantines/:id/achats/saisir/lire': onCanteen('entry'),
  'POST /cantines/:id/achats/saisir/annuler': onCanteen('entry'),
  'POST /cantines/:id/achats/retirer': onCanteen('entry'),
  'POST /cantines/:id/achats/remettre': onCanteen('entry'),
  'GET /cantines/:id/achats/habitudes': onCanteen('reader'),
  'POST /cantines/:id/achats/habitudes/oublier': onCanteen('entry'),
  'POST /cantines/:id/achats/habitudes/retenir': onCanteen('entry'),
  'GET /cantines/:id/achats/justificatifs/:fichier': onCanteen('reader', AN_ATTACHED_FILE),
  'POST /cantines/:id/achats/:achat/justificatif': onCanteen('entry', A_PURCHASE),
  'POST /cantines/:id/achats/justificatifs/:fichier/retirer': onCanteen('entry', AN_ATTACHED_FILE),
  'GET /cantines/:id/achats/joindre': onCanteen('entry'),
  'POST /cantines/:id/achats/joindre': onCanteen('entry'),
  'GET /cantines/:id/achats/recurrents': onCanteen('reader'),
  'POST /cantines/:id/achats/recurrents/confirmer': onCanteen('entry'),
  'POST /cantines/:id/achats/recurrents/annuler': onCanteen('entry'),
  'GET /cantines/:id/achats/recurrents/ajouter': onCanteen('entry', { also: [404] }),
  'POST /cantines/:id/achats/recurrents/ajouter': onCanteen('entry', { also: [404] }),
  'GET /cantines/:id/achats/recurrents/:recurrent/modifier': onCanteen('entry', A_RECURRING_PURCHASE),
  'POST /cantines/:id/achats/recurrents/:recurrent/modifier': onCanteen('entry', {
    ...A_RECURRING_PURCHASE,
    form: { ...PURCHASE_FORM, version: '1' },
  }),
  'POST /cantines/:id/achats/recurrents/:recurrent/pause': onCanteen('entry', A_RECURRING_PURCHASE),
  'POST /cantines/:id/achats/recurrents/:recurrent/annuler-arret': onCanteen('entry', A_RECURRING_PURCHASE),
  'POST /cantines/:id/achats/recurrents/:recurrent/reprendre': onCanteen('entry', A_RECURRING_PURCHASE),
  'POST /cantines/:id/achats/recurrents/:recurrent/arreter': onCanteen('entry', A_RECURRING_PURCHASE),
  'GET /cantines/:id/factures': onCanteen('reader'),
  'POST /cantines/:id/factures': onCanteen('entry'),
  'POST /cantines/:id/factures/exemples': onCanteen('entry'),
  'GET /cantines/:id/factures/depots/:lot': onCanteen('reader', A_BATCH),
  'GET /cantines/:id/factures/depots/:lot/avancement': onCanteen('reader', A_BATCH),
  'GET /cantines/:id/factures/place': onCanteen('entry'),
  'POST /cantines/:id/factures/place': onCanteen('entry'),
  'GET /cantines/:id/factures/:facture': onCanteen('reader', AN_INVOICE),
  'GET /cantines/:id/factures/:facture/fichier': onCanteen('reader', AN_INVOICE),
  'POST /cantines/:id/factures/:facture/confirmer': onCanteen('entry', AN_INVOICE),
  'POST /cantines/:id/factures/:facture/ecarter': onCanteen('entry', AN_INVOICE),
  'POST /cantines/:id/factures/:facture/reprendre': onCanteen('entry', AN_INVOICE),

  'GET /cantines/:id/releves': onCanteen('reader'),
  'POST /cantines/:id/releves': onCanteen('entry', { form: { fournisseur: 'Marée', role: 'fournisseur', annee: '2025' } }),
  'GET /cantines/:id/releves/:releve': onCanteen('reader', A_STATEMENT),
  'POST /cantines/:id/releves/:releve/decider': onCanteen('entry', A_STATEMENT),
  'POST /cantines/:id/releves/:releve/reprendre': onCanteen('entry', A_STATEMENT),
  'POST /cantines/:id/releves/:releve/renvoyer': onCanteen('entry', A_STATEMENT),
  'POST /cantines/:id/releves/:releve/couper': onCanteen('entry', A_STATEMENT),
  'POST /cantines/:id/releves/:releve/nouveau-lien': onCanteen('entry', A_STATEMENT),
  'GET /releves': signedIn(),
  'POST /releves': signedIn(),
  'GET /releves/:demande': itsMaker(A_JOINT_REQUEST),
  'POST /releves/:demande/renvoyer': itsMaker(A_JOINT_REQUEST),
  'POST /releves/:demande/couper': itsMaker(A_JOINT_REQUEST),
  'POST /releves/:demande/nouveau-lien': itsMaker(A_JOINT_REQUEST),
  'GET /releve/cantines/:jeton': everyone(ITS_LIST),
  'GET /releve/:jeton': everyone(ITS_LINK),
  'POST /releve/:jeton': everyone(ITS_LINK),
  'POST /releve/:jeton/fichier': everyone(ITS_LINK),
  'GET /releve/:jeton/relecture': everyone(ITS_LINK),
  'POST /releve/:jeton/envoyer': everyone(ITS_LINK),

  'GET /invitations': signedIn(),
  'POST /invitations/accepter': signedIn(),
  'POST /invitations/decliner': signedIn(),
  'GET /cantines/:id/equipe': onCanteen('reader'),
  'GET /cantines/:id/equipe/inviter': onCanteen('administrator'),
  'POST /cantines/:id/equipe/inviter': onCanteen('administrator', { form: { courriel: EMAIL, role: 'reader' } }),
  'POST /cantines/:id/equipe/invitations/:invitation/renvoyer': onCanteen('administrator'),
  'POST /cantines/:id/equipe/invitations/:invitation/retirer': onCanteen('administrator'),
  'GET /cantines/:id/equipe/membres/:personne': onCanteen('administrator'),
  'POST /cantines/:id/equipe/membres/:personne': onCanteen('administrator', { form: { role: 'entry' } }),
  'POST /cantines/:id/equipe/membres/:personne/retirer': onCanteen('administrator'),
  'POST /cantines/:id/equipe/membres/:personne/remettre': onCanteen('administrator'),
  'POST /cantines/:id/equipe/quitter': onCanteen('reader'),
  'GET /cantines/:id/equipe/quittee': onAnyCanteen(),
  'POST /cantines/:id/equipe/revenir': onAnyCanteen(),
  'GET /cantines/:id/rejoindre': onAnyCanteen(),
  'POST /cantines/:id/rejoindre': onAnyCanteen({ form: { message: 'Je suis le cuisinier.' } }),
  'POST /cantines/:id/rejoindre/retirer': onAnyCanteen(),
  'GET /cantines/:id/equipe/demandes/:demande': onCanteen('administrator', JOIN_REQUEST),
  'POST /cantines/:id/equipe/demandes/:demande/accepter': onCanteen('administrator', {
    ...JOIN_REQUEST,
    form: { role: 'entry' },
  }),
  'POST /cantines/:id/equipe/demandes/:demande/decliner': onCanteen('administrator', JOIN_REQUEST),

  'GET /cantines/:id/revendiquer': onAnyCanteen(),
  'POST /cantines/:id/revendiquer': onAnyCanteen(),
  'POST /cantines/:id/revendiquer/retirer': onAnyCanteen(),
  'POST /cantines/:id/revendiquer/annuler': onAnyCanteen(),
  'GET /equipe-ma-cantine/revendications': staff(),
  'GET /equipe-ma-cantine/revendications/:revendication': staff(),
  'POST /equipe-ma-cantine/revendications/:revendication/accorder': staff(),
  'POST /equipe-ma-cantine/revendications/:revendication/refuser': staff({ form: { raison: 'Inconnu·e' } }),

  'GET /cantines/:id/groupe': onCanteen('reader', IN_GROUP),
  'GET /cantines/:id/groupe/repartition': onCanteen('reader', IN_GROUP),
  'GET /cantines/:id/groupe/repartition.csv': onCanteen('reader', IN_GROUP),
  'GET /cantines/:id/groupe/repartition.xlsx': onCanteen('reader', IN_GROUP),
  'GET /cantines/:id/groupe/ajouter': onCanteen('administrator', IN_GROUP),
  'POST /cantines/:id/groupe/ajouter': onCanteen('administrator', IN_GROUP),
  'GET /cantines/:id/groupe/creer': onCanteen('administrator', IN_GROUP),
  'POST /cantines/:id/groupe/creer': onCanteen('administrator', IN_GROUP),
  'GET /cantines/:id/groupe/changer': onCanteen('administrator', { record: satellite }),
  'POST /cantines/:id/groupe/changer': onCanteen('administrator', { record: satellite }),
  'POST /cantines/:id/groupe/annuler': onCanteen('administrator', IN_GROUP),
  'POST /cantines/:id/groupe/demandes/:demande': onCanteen('administrator', { ...IN_GROUP, form: { reponse: 'accepter' } }),
  'GET /cantines/:id/groupe/periodes/:periode': onCanteen('administrator', IN_GROUP),
  'POST /cantines/:id/groupe/periodes/:periode': onCanteen('administrator', IN_GROUP),
  'POST /cantines/:id/groupe/periodes/:periode/retirer': onCanteen('administrator', IN_GROUP),
}

/** What stands for `:name` in an address; `:id` is a canteen. Given the canteen whose things are asked for. */
const PARAMS: Params = {
  lot: '1',
  code: 'aaaa-bbbb-cccc',
  step: '1',
  slug: 'cantines-creer',
  revendication: takeover,
  personne: async ({ canteenId, people: { newcomer }, database }) => {
    await addMember(database, [canteenId], newcomer.person.id, 'reader', TODAY)
    return newcomer.person.id
  },
  invitation: async ({ canteenId, database }) =>
    String(
      (await database.first<{ id: number }>(
        `insert into canteen_invitation (canteen_id, email, role, invited_at, expires_at)
         values ($1, $2, 'reader', $3, $3::timestamptz + interval '60 days') returning id`,
        [canteenId, `autre-${EMAIL}`, TODAY],
      ))!.id,
    ),
}

const SETTINGS = {
  DEMO: 'on',
  STAFF_EMAILS: STAFF,
  PROCONNECT_ISSUER: 'http://127.0.0.1:9',
  PROCONNECT_CLIENT_ID: 'nobody',
  PROCONNECT_CLIENT_SECRET: 'nothing',
}

test('every address says who may use it', async () => {
  const { routes } = await testSite(SETTINGS)
  // What a part of an address must look like is no matter of access: `:id{[0-9]+}` is `:id`.
  const plain = (path: string) => path.replace(/(:\w+)\{[^/]*\}/g, '$1')
  const asked = routes.filter(({ method }) => method !== 'ALL')
  const mounted = new Set(asked.map(({ method, path }) => `${method} ${plain(path)}`))
  const missing = [...mounted].filter((route) => !(route in TABLE))
  expect(missing.map((route) => `'${route}': … must say who may use it: add its line to TABLE in tools/access.test.ts`)).toEqual(
    [],
  )
  expect(
    Object.keys(TABLE).filter((route) => !mounted.has(route)),
    'these addresses are gone: take their lines away',
  ).toEqual([])
})

test('each address keeps to it, whoever asks, and what is refused changes nothing', async () => {
  expect(await tryAll(await testSite(SETTINGS, TODAY, [createKind]), TABLE, PARAMS)).toEqual([])
}, 300_000)
