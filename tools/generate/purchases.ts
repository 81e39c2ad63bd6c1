// The books of a block: some of its kitchens, drawn one after the other until the purchases wanted are there, each from the year it began.
import type { FamilyId } from '../../src/law/families.ts'
import type { Characteristic, Origin } from '../../src/law/purchase.ts'
import { sectorOf } from '../../src/law/sectors.ts'
import { labelledWordings } from '../evaluation/wordings.ts'
import { type Block, blockCount, type MadeCanteen, type Settings } from './block.ts'
import { lastNames } from './names.data.ts'
import { nationalSector } from './national.ts'
import { type Draws, drawsOf, weighted } from './random.ts'
import { boughtByFamily, boughtByMonth, LOCAL, MOST_PURCHASES, purchaseLine, SHORT_CHAIN, WITHOUT_FAMILY } from './shares.data.ts'

export type MadePurchase = {
  readonly canteenId: number
  readonly date: string
  readonly description: string
  readonly supplier: string
  readonly cents: number
  readonly family: FamilyId | null
  readonly characteristics: readonly Characteristic[]
  readonly origin: Origin | null
  readonly shortChain: boolean
  readonly local: boolean
}

type Worth = 'organic' | 'quality' | 'plain'
type Product = { description: string; characteristics: readonly Characteristic[]; origin: Origin | null }

/** Wordings that invoices really bear, by family and by what they are worth. */
const products = new Map<string, Product[]>()
for (const { wording: description, family, labels: characteristics, origin } of labelledWordings()) {
  const key = `${family} ${characteristics.includes('BIO') ? 'organic' : characteristics.length > 0 ? 'quality' : 'plain'}`
  products.set(key, [...(products.get(key) ?? []), { description, characteristics, origin }])
}
const pickProduct = (draws: Draws, family: FamilyId, worth: Worth) => draws.pick(products.get(`${family} ${worth}`)!)

const pickFamily = weighted(boughtByFamily)
const months = (shares: readonly number[]) => weighted(shares.map((share, month) => [month, share] as const))
const pickMonth = { closed: months(boughtByMonth.closed), open: months(boughtByMonth.open) }

/** Who sells each family: two houses each, for one canteen. */
const TRADES: Record<FamilyId, readonly string[]> = {
  viandes_volailles: ['Boucherie', 'Viandes'],
  charcuterie: ['Charcuterie', 'Salaisons'],
  produits_de_la_mer: ['Marée', 'Poissonnerie'],
  fruits_et_legumes: ['Primeurs', 'Les Vergers'],
  produits_laitiers: ['Laiterie', 'Crémerie'],
  boulangerie: ['Boulangerie', 'Fournil'],
  boissons: ['Boissons', 'Cave'],
  autres: ['Épicerie en gros', 'Distribution'],
}

/** The purchases of a block, in the order in which they came: those of one canteen are never side by side. */
export function purchasesOf(settings: Settings, number: number, { canteens }: Block): MadePurchase[] {
  const blocks = blockCount(settings)
  // Whole numbers that add up to what is wanted.
  const wanted = Math.floor((settings.purchases * (number + 1)) / blocks) - Math.floor((settings.purchases * number) / blocks)
  const draws = drawsOf(settings.seed, 'purchases', number)
  const kitchens = canteens.filter(
    ({ record, archivedAt }) => archivedAt === null && record.productionType !== 'site_cooked_elsewhere',
  )
  const made: MadePurchase[] = []
  while (made.length < wanted && kitchens.length > 0) {
    const [canteen] = kitchens.splice(draws.below(kitchens.length), 1)
    addBook(draws, settings, canteen!, canteens, made, wanted - made.length)
  }
  if (made.length < wanted) throw new Error(`${settings.purchases} purchases are more than ${settings.canteens} canteens can buy`)
  return made.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function addBook(
  draws: Draws,
  { years }: Settings,
  { id: canteenId, record }: MadeCanteen,
  canteens: readonly MadeCanteen[],
  made: MadePurchase[],
  most: number,
) {
  // A kitchen that delivers has no sector of its own.
  const sectorId =
    record.sectorList[0] ?? canteens.find((one) => one.record.kitchenSiret === record.kitchenSiret)!.record.sectorList[0]!
  const { eurosPerMeal, organic, otherQuality } = nationalSector(sectorId)
  const shareOrganic = draws.happens(organic.p_zero) ? 0 : draws.beta(organic.alpha, organic.beta)
  const shareQuality = (1 - shareOrganic) * draws.beta(otherQuality.alpha, otherQuality.beta)
  const season = sectorOf(sectorId).category === 'education' ? pickMonth.closed : pickMonth.open
  const supplierOf = Object.fromEntries(
    Object.entries(TRADES).map(([family, trades]) => [family, trades.map((trade) => `${trade} ${draws.pick(lastNames)}`)]),
  ) as Record<FamilyId, string[]>
  const perYear = Math.max(1, Math.round((record.yearlyMealCount! * eurosPerMeal) / purchaseLine.mean))
  const firstYear = years.first + Math.max(draws.below(years.last - years.first + 1), draws.below(years.last - years.first + 1))
  const count = Math.min(most, MOST_PURCHASES, perYear * (years.last - firstYear + 1))
  for (let rank = 0; rank < count; rank++) {
    const family = pickFamily(draws)
    const at = draws.fraction()
    const worth = at < shareOrganic ? 'organic' : at < shareOrganic + shareQuality ? 'quality' : 'plain'
    const year = firstYear + Math.min(years.last - firstYear, Math.floor(rank / perYear))
    made.push({
      canteenId,
      date: `${year}-${twoDigits(season(draws) + 1)}-${twoDigits(1 + draws.below(28))}`,
      ...pickProduct(draws, family, worth),
      supplier: draws.pick(supplierOf[family]),
      cents: Math.max(1, Math.round(100 * draws.logNormal(purchaseLine.mean, purchaseLine.sigma))),
      family: draws.happens(WITHOUT_FAMILY) ? null : family,
      shortChain: draws.happens(SHORT_CHAIN),
      local: draws.happens(LOCAL),
    })
  }
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
