// A hundred thousand purchases, then a million, from a text file on the running product: how fast, how heavy, what others wait for meanwhile; then
// kill -9 at random moments of ten other files.
import { families } from '../../src/law/families.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { labelledWordings } from '../evaluation/wordings.ts'
import { drawsOf } from '../generate/random.ts'
import type { Journey } from './import-journey.ts'
import { measureJourneys } from './imports.ts'

const SIZES = [100_000, 1_000_000]
const CUT = 30_000
const TITLES =
  'siret;description;fournisseur;date;prix_ht;famille_produits;categories_egalim;origine;est_circuit_court;est_local;definition_local;definition_local_km'
/** Schools of the demonstration, which the importer runs. */
const SIRETS = ['00000002600021', '00000002600039', '00000002600047']
const SUPPLIERS = Array.from({ length: 60 }, (_, at) => `Les Primeurs de la Vilaine n° ${at}`)
const DAY_MS = 86_400_000

/** Wordings that invoices really bear, each with the number of its batch: no two lines alike. */
async function purchasesFile(rows: number, first: number): Promise<Uint8Array> {
  const draws = drawsOf(1, 'bench', 'purchases', first)
  const wordings = labelledWordings().filter(({ family }) => family !== null)
  const codes = new Map(families.map(({ id, purchaseCode }) => [id, purchaseCode]))
  const pieces: Buffer[] = []
  let text = `${TITLES}\r\n`
  for (let at = first; at < first + rows; at++) {
    const { wording, family, labels, origin } = draws.pick(wordings)
    const day = new Date(Date.UTC(2025, 0, 1) + draws.below(365) * DAY_MS).toISOString().slice(0, 10)
    const price = (draws.logNormal(60, 1) + 0.01).toFixed(2)
    const local = draws.happens(0.15)
    text += `${SIRETS[at % SIRETS.length]};"${wording.replaceAll('"', '""')}, lot ${at}";${draws.pick(SUPPLIERS)};${day};${price};${codes.get(family!)};`
    text += `${labels.join(', ')};${origin ?? ''};${draws.happens(0.2) ? 'oui' : 'non'};${local ? 'oui;DEPARTEMENT' : 'non;'};\r\n`
    if (text.length < 4_000_000) continue
    pieces.push(Buffer.from(text))
    text = ''
  }
  return Buffer.concat([...pieces, Buffer.from(text)])
}

export const purchases: Journey = {
  importer: 'karim.benali@cantine.example',
  address: '/imports/achats-siret',
  fileName: 'achats.csv',
  make: purchasesFile,
  count: async (database: Database) =>
    (await database.first<{ n: number }>(`select count(*) as n from purchase where source = 'import'`))!.n,
}

export const measurePurchaseImports = () => measureJourneys(purchases, SIZES, CUT)
