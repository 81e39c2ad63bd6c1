// The conditions under which an obligation is owed: a question about the canteen, and what to say for each answer.
import { all, isPublic, isPublicOrL2305, isStateManaged } from './audiences.ts'
import { type CanteenFacts, preparesMeals } from './canteen.ts'
import type { Practices } from './practices.ts'
import { anySector, sectorOf } from './sectors.ts'

export type Facts = { readonly canteen: CanteenFacts; readonly practices: Practices }

export type Condition = {
  /** true, false, or null when the facts do not say. */
  readonly test: (facts: Facts) => boolean | null
  /** French sentences, one per answer, without final stop. An empty one has nothing to add. */
  readonly yes: string
  readonly no: string
  readonly unknown: string
}

/** Strictly more than 200 meals a day on average: 200 is not enough. Source: L230-5-4 CRPM. */
export const PLAN_DAILY_MEALS = 200
/** Strictly more than 3 000 meals prepared a day: 3 000 is not enough. Source: L541-15-6 CE. */
export const DONATION_DAILY_MEALS = 3000
/** Simple entry is for « moins de 200 » meals a day: 200 is in detailed entry. Source: arrêté du 14 septembre 2022, art. 3. */
export const DETAILED_DAILY_MEALS = 200
/** Local authorities « de moins de 2 000 habitants » have until 2028 for plastic containers. Source: L541-15-10 III CE. */
export const SMALL_COMMUNE_INHABITANTS = 2000

const compare = (count: number | null, test: (count: number) => boolean) => (count === null ? null : test(count))
const no = (answer: boolean | null) => (answer === null ? null : !answer)

export const everyone: Condition = {
  test: () => true,
  yes: 'Tous les restaurants collectifs, publics et privés, sont concernés',
  no: '',
  unknown: '',
}

export const publicOrL2305: Condition = {
  test: ({ canteen }) => isPublicOrL2305(canteen),
  yes: 'Restaurants publics, et services privés d’enseignement, de santé, du social, de la petite enfance et des prisons',
  no: 'Les autres restaurants privés n’étaient pas encore concernés',
  unknown: 'Précisez si le restaurant est public ou privé, et son secteur',
}

export const publicLaw: Condition = {
  test: ({ canteen }) => isPublic(canteen),
  yes: 'Restaurants publics',
  no: 'Seuls les restaurants publics sont concernés',
  unknown: 'Précisez si le restaurant est public ou privé',
}

export const moreThan200Meals: Condition = {
  test: ({ canteen }) => compare(canteen.dailyMealCount, (meals) => meals > PLAN_DAILY_MEALS),
  yes: 'Plus de 200 repas par jour en moyenne',
  no: 'Seuls les restaurants de plus de 200 repas par jour en moyenne sont concernés',
  unknown: 'Précisez le nombre de repas par jour : la règle vaut au-delà de 200',
}

export const from200Meals: Condition = {
  test: ({ canteen }) => compare(canteen.dailyMealCount, (meals) => meals >= DETAILED_DAILY_MEALS),
  yes: 'À partir de 200 repas par jour, sauf nouvel arrêté (à vérifier)',
  no: 'En dessous de 200 repas par jour, la saisie simplifiée suffit',
  unknown: 'Précisez le nombre de repas par jour : la saisie simplifiée est ouverte en dessous de 200',
}

export const preparesTheMeals: Condition = {
  test: ({ canteen }) => preparesMeals(canteen.productionType),
  yes: '',
  no: 'La règle vaut pour la cuisine qui prépare les repas, pas pour un restaurant satellite',
  unknown: 'Précisez si les repas sont préparés sur place',
}

export const moreThan3000Meals: Condition = {
  test: ({ canteen }) => compare(canteen.dailyMealCount, (meals) => meals > DONATION_DAILY_MEALS),
  yes: 'Plus de 3 000 repas préparés par jour',
  no: 'Seules les cuisines de plus de 3 000 repas préparés par jour sont concernées',
  unknown: 'Précisez le nombre de repas par jour : la règle vaut au-delà de 3 000',
}

export const schoolMeals: Condition = {
  test: ({ canteen }) => anySector(canteen.sectorList, 'school'),
  yes: 'Restauration scolaire, de la maternelle au lycée, publique et privée',
  no: 'Seule la restauration scolaire, de la maternelle au lycée, est concernée',
  unknown: 'Précisez s’il s’agit de restauration scolaire (de la maternelle au lycée)',
}

export const secondarySchool: Condition = {
  test: ({ canteen }) => anySector(canteen.sectorList, 'secondary'),
  yes: 'Collèges et lycées publics',
  no: 'Seuls les collèges et les lycées sont concernés',
  unknown: 'Précisez le secteur du restaurant',
}

export const l2305Service: Condition = {
  test: ({ canteen }) => anySector(canteen.sectorList, 'l2305'),
  yes: 'Services d’enseignement, de santé, du social, de la petite enfance et des prisons',
  no: 'Ce secteur n’est pas concerné',
  unknown: 'Précisez le secteur du restaurant',
}

export const youthService: Condition = {
  test: ({ canteen }) => {
    const bySector = anySector(canteen.sectorList, 'youth')
    return bySector === null && canteen.sectorList?.length ? (canteen.hasMaternityOrPaediatrics ?? null) : bySector
  },
  yes: 'Écoles, universités, accueil des moins de six ans, et services de pédiatrie, d’obstétrique ou de maternité',
  no: 'Seuls l’enseignement, l’accueil des moins de six ans et certains services de santé sont concernés',
  unknown:
    'Précisez le secteur et, en santé, s’il y a de la pédiatrie, de l’obstétrique, une maternité, un centre périnatal ou de protection maternelle et infantile : la règle n’y vaut que pour eux',
}

export const educationOrCrecheService: Condition = {
  yes: 'Écoles, universités et accueil des enfants de moins de six ans',
  test: ({ canteen: { sectorList } }) => (sectorList?.length ? sectorList.some((id) => sectorOf(id).youth === true) : null),
  no: 'Seuls l’enseignement et l’accueil des moins de six ans sont concernés',
  unknown: 'Précisez le secteur du restaurant',
}

/** A canteen run by a commune of known, small population has three more years. */
export const notSmallCommune: Condition = {
  test: ({ canteen }) =>
    canteen.communePopulation === null
      ? true
      : no(
          all(
            canteen.communePopulation < SMALL_COMMUNE_INHABITANTS,
            anySector(canteen.sectorList, 'municipal'),
            isPublic(canteen),
          ),
        ),
  yes: 'le 1er janvier 2028 seulement pour les services gérés par une collectivité de moins de 2 000 habitants',
  no: 'Les services gérés par une collectivité de moins de 2 000 habitants ont jusqu’au 1er janvier 2028',
  unknown:
    'Précisez si le restaurant est géré par une collectivité de moins de 2 000 habitants : elle a jusqu’au 1er janvier 2028',
}

export const stateManaged: Condition = {
  test: ({ canteen }) => isStateManaged(canteen),
  yes: 'Restaurants de l’État, de ses établissements publics et des entreprises publiques nationales',
  no: 'Seuls l’État, ses établissements publics et les entreprises publiques nationales sont concernés',
  unknown: 'Précisez si l’État, un de ses établissements ou une entreprise publique nationale gère le restaurant',
}

export const severalMenus: Condition = {
  test: ({ practices }) => (practices.serviceType === null ? null : practices.serviceType !== 'UNIQUE'),
  yes: 'plusieurs menus sont habituellement proposés',
  no: 'La règle vaut quand plusieurs menus sont proposés ; le vôtre est unique',
  unknown: 'Précisez si vous proposez un menu unique ou plusieurs menus',
}

/** A rule whose audience cannot be told from what is asked about a canteen. */
export const onlyIf = (circumstance: string): Condition => ({
  test: () => null,
  yes: '',
  no: '',
  unknown: `Cette règle vous concerne ${circumstance}`,
})

/** Not a duty of a canteen: a choice, a national goal, a task of the State. */
export const nobody = (reason: string): Condition => ({ test: () => false, yes: '', no: reason, unknown: '' })
