// The targets of a canteen for a year of purchases, each with its reason and its source.
import { isPublicOrL2305, isStateManaged } from './audiences.ts'
import type { CanteenFacts } from './canteen.ts'
import { meatFishTargets, type ShareTargets, shareAudience, shareTargets } from './targets.data.ts'
import type { Zone } from './territories.ts'
import type { TextId } from './texts.ts'
import { type DataYear, type Dated, inForce } from './timeline.ts'

export type Target = {
  /** Integer percentage of the value excluding tax. */
  readonly percent: number
  /** First data year of this percentage in this territory. */
  readonly from: DataYear
  readonly source: TextId
  /** false: the rule exists that year, but not for this canteen; null: the facts do not say. */
  readonly applies: boolean | null
  /** French: who owes it, and where. */
  readonly reason: string
  /** Whether the rule applies there as it is still has to be checked. */
  readonly toVerify?: true
  /** The higher percentage that applies if the canteen turns out to be the State's: said, and never decided without it. */
  readonly possiblePercent?: number
}

export type Targets = { readonly organic: Target | null; readonly quality: Target | null; readonly meatFish: Target | null }

/** The targets of a canteen, by data year; null where no rule is in force that year. Sources: L230-5-1 CRPM, décret 2021-1235. */
export function targetsFor(canteen: CanteenFacts, dataYear: DataYear): Targets {
  const shares = shareTargetsFor(canteen, dataYear)
  return { organic: shares?.organic ?? null, quality: shares?.quality ?? null, meatFish: meatFishTarget(canteen, dataYear) }
}

type Pair = { readonly organic: Target; readonly quality: Target }

const WHO = {
  public: 'Objectif des restaurants publics et des services privés d’enseignement, de santé, du social et de la petite enfance',
  everyone: 'Objectif de tous les restaurants collectifs, publics et privés',
  no: 'Objectif des restaurants publics et de certains services : il concerne tous les restaurants privés à partir des achats de 2024',
  unknown: 'Objectif qui dépend du statut public ou privé et du secteur, à préciser',
} as const
const WHERE: Readonly<Record<Zone, string>> = {
  hexagone: '',
  outre_mer: ', avec des seuils adaptés à l’outre-mer',
  mayotte: ', avec des seuils adaptés à Mayotte',
  saint_pierre_et_miquelon: ', avec des seuils adaptés à Saint-Pierre-et-Miquelon',
}

/** All the answers to « which shares, for whom », computed once per line of the table. */
const pairs = new Map<Dated<ShareTargets>, ReadonlyMap<string, Pair>>()
for (const zone of Object.keys(shareTargets) as Zone[]) {
  for (const line of shareTargets[zone]) {
    pairs.set(
      line,
      new Map((['public', 'everyone', 'no', 'unknown'] as const).map((audience) => [audience, pairOf(line, zone, audience)])),
    )
  }
}

function pairOf({ from, value, source }: Dated<ShareTargets>, zone: Zone, audience: keyof typeof WHO): Pair {
  const applies = audience === 'no' ? false : audience === 'unknown' ? null : true
  const reason = WHO[audience] + WHERE[zone]
  return {
    organic: { percent: value.organic, from, source, applies, reason },
    quality: { percent: value.quality, from, source, applies, reason },
  }
}

function shareTargetsFor(canteen: CanteenFacts, dataYear: DataYear): Pair | null {
  const line = inForce(shareTargets[canteen.territory.zone], dataYear)
  const audience = inForce(shareAudience, dataYear)
  if (!line || !audience) return null
  const byAudience = pairs.get(line)
  if (audience.value === 'everyone') return byAudience?.get('everyone') ?? null
  const owes = isPublicOrL2305(canteen)
  return byAudience?.get(owes === null ? 'unknown' : owes ? 'public' : 'no') ?? null
}

type ByNature = { readonly state: Target; readonly everyone: Target; readonly unknown: Target }

/** The answers of one line of the table. Overseas the text says nothing of an adaptation: the same figures, to be verified. */
function byNature({ from, value, source }: (typeof meatFishTargets)[number], isOverseas: boolean): ByNature {
  const target = (percent: number, reason: string): Target => ({
    percent,
    from,
    source,
    applies: true,
    reason: isOverseas ? `${reason} (adaptation à l’outre-mer à vérifier)` : reason,
    ...(isOverseas ? { toVerify: true } : {}),
  })
  return {
    state: target(
      value.state,
      'Objectif des restaurants de l’État, de ses établissements publics et des entreprises publiques nationales',
    ),
    everyone: target(value.everyone, 'Objectif de tous les restaurants collectifs, viandes et poissons réunis'),
    unknown: {
      ...target(
        value.everyone,
        `Objectif de tous les restaurants collectifs ; ${value.state} % si l’État, un de ses établissements ou une entreprise publique nationale gère le restaurant, à préciser`,
      ),
      possiblePercent: value.state,
    },
  }
}

const meatFish = new Map(
  meatFishTargets.map((line) => [line.from, { hexagone: byNature(line, false), overseas: byNature(line, true) }]),
)

function meatFishTarget(canteen: CanteenFacts, dataYear: DataYear): Target | null {
  const line = inForce(meatFishTargets, dataYear)
  const byPlace = line && meatFish.get(line.from)
  if (!byPlace) return null
  const answers = canteen.territory.zone === 'hexagone' ? byPlace.hexagone : byPlace.overseas
  const isState = isStateManaged(canteen)
  return isState === null ? answers.unknown : isState ? answers.state : answers.everyone
}
