// The words of the test, screen by screen. What may be asked of whom is said by `duties`; the law decides.

import type { CanteenFacts } from '../../law/canteen.ts'
import { labelGroups, labelName } from '../../law/labels.ts'
import {
  communicationFrequencies,
  communicationSupports,
  serviceTypes,
  vegetarianRecurrences,
  wasteActions,
} from '../../law/practices.ts'
import { anySector } from '../../law/sectors.ts'
import type { Choice } from '../../platform/html/fields.tsx'
import { type Answers, otherLabels } from './answers.ts'
import type { Step } from './question.ts'

const UNKNOWN: Choice = { value: 'unknown', label: 'Je ne sais pas' }
const YES_NO: Choice[] = [{ value: 'yes', label: 'Oui' }, { value: 'no', label: 'Non, pas encore' }, UNKNOWN]
const YES_PARTLY_NO: Choice[] = [
  { value: 'yes', label: 'Oui' },
  { value: 'partly', label: 'En partie' },
  { value: 'no', label: 'Pas encore' },
  UNKNOWN,
]
const typographic = (label: string) => label.replaceAll("'", '’')
const official = (list: readonly { readonly id: string; readonly label: string }[]): Choice[] =>
  list.map(({ id, label }) => ({ value: id, label: typographic(label) }))

const CRITERIA = labelGroups
  .find(({ id }) => id === 'externalites_performance')!
  .label.toLowerCase()
  .replaceAll("'", '’')

const informsNoOne = ({ informationSupports }: Answers) => informationSupports?.length === 0
const hasNoOtherLabel = ({ labels }: Answers) => labels?.length === 0

/** A hospital or a clinic may look after children or not. */
const sectorCannotTell = (sectorList: CanteenFacts['sectorList']) =>
  sectorList !== null && sectorList.length > 0 && anySector(sectorList, 'youth') === null
const servesNoYouth = ({ maternityOrPaediatrics, sectors }: Answers) =>
  maternityOrPaediatrics === 'no' && sectorCannotTell(sectors ?? null)

export const stepTable: readonly Step[] = [
  {
    id: 'profil',
    theme: 'Votre cantine',
    title: 'Votre cantine',
    why: 'Ces réponses écartent les questions qui ne vous concernent pas.',
    questions: [
      { id: 'sectors', kind: 'sectors', label: 'Qui nourrissez-vous ?' },
      {
        id: 'economicModel',
        kind: 'choice',
        label: 'De qui dépend le restaurant ?',
        choices: [
          {
            value: 'public',
            label: 'D’une personne publique',
            hint: 'État, collectivité, hôpital ou établissement public, même si une société y cuisine',
          },
          { value: 'private', label: 'D’une personne privée', hint: 'Entreprise, association, établissement privé' },
          UNKNOWN,
        ],
      },
      {
        id: 'managementType',
        kind: 'choice',
        label: 'Qui fait tourner le restaurant ?',
        choices: [
          { value: 'direct', label: 'Notre propre équipe', hint: 'Gestion directe' },
          { value: 'conceded', label: 'Une société de restauration', hint: 'Gestion concédée, en tout ou en partie' },
          UNKNOWN,
        ],
      },
      {
        id: 'kitchen',
        kind: 'choice',
        label: 'Où les repas sont-ils préparés ?',
        choices: [
          { value: 'on_site', label: 'Sur place' },
          { value: 'delivered', label: 'Ailleurs, puis livrés', hint: 'Restaurant satellite' },
          { value: 'central', label: 'Chez nous, pour plusieurs restaurants', hint: 'Cuisine centrale' },
          UNKNOWN,
        ],
      },
    ],
  },
  {
    id: 'lieu',
    theme: 'Votre cantine',
    title: 'Repas, lieu et année',
    why: 'La taille, la commune et l’année changent les objectifs.',
    questions: [
      {
        id: 'dailyMeals',
        kind: 'meals',
        span: 'daily',
        label: 'Combien de repas par jour d’ouverture ?',
        hint: 'En moyenne sur l’année. Pour une cuisine centrale : tous les repas préparés.',
      },
      {
        id: 'yearlyMeals',
        kind: 'meals',
        span: 'yearly',
        optional: true,
        label: 'Et par an ?',
        hint: 'Sert à dire les écarts en centimes par repas.',
      },
      {
        id: 'commune',
        kind: 'commune',
        label: 'Dans quelle commune ?',
        hint: 'Un nom ou un code postal, par exemple « Saint-Denis » ou « 97400 ».',
      },
      {
        id: 'lineMinistry',
        kind: 'ministry',
        label: 'Un ministère ou un service de l’État en est-il responsable ?',
        hint: 'Les restaurants de l’État ont des objectifs particuliers.',
      },
      {
        id: 'dataYear',
        kind: 'year',
        label: 'Sur quelle année faites-vous le point ?',
        hint: 'L’année civile des achats. Pour l’année en cours, donnez votre estimation.',
      },
    ],
  },
  {
    id: 'achats',
    theme: 'Vos achats',
    title: 'Vos achats',
    why: 'Un ordre de grandeur suffit pour voir où vous en êtes.',
    questions: [
      {
        id: 'total',
        kind: 'total',
        label: 'Combien dépensez-vous en achats alimentaires sur l’année ?',
        hint: 'Hors taxes, boissons comprises.',
      },
      {
        id: 'organic',
        kind: 'quantity',
        label: 'Dont bio ou en conversion bio',
        whole: 'de tous vos achats alimentaires',
        none: 'Pas de bio pour l’instant',
      },
    ],
  },
  {
    id: 'labels',
    theme: 'Vos achats',
    title: 'Vos autres labels',
    why: 'Beaucoup de cantines achètent des produits qui comptent sans le savoir.',
    questions: [
      {
        id: 'labels',
        kind: 'several',
        label: 'En dehors du bio, quels labels achetez-vous ?',
        hint: 'Cochez tout ce qui passe par votre cuisine, même un peu.',
        choices: official(otherLabels),
        named: (id, dataYear) => {
          const found = otherLabels.find((label) => label.id === id)
          return found && typographic(labelName(found, dataYear))
        },
        none: 'Aucun de ceux-là',
      },
      {
        id: 'labelled',
        kind: 'quantity',
        label: 'Ensemble, hors bio, combien pèsent-ils ?',
        hint: 'Un produit bio et labellisé compte seulement dans le bio.',
        whole: 'de tous vos achats alimentaires',
        pointlessWhen: hasNoOtherLabel,
      },
      {
        id: 'criteria',
        kind: 'quantity',
        label: `Achetez-vous aussi selon des ${CRITERIA} ?`,
        hint: 'Seulement si vos marchés le prévoient : coût environnemental sur tout le cycle de vie, ou performance environnementale et approvisionnement direct.',
        whole: 'de tous vos achats alimentaires',
        none: 'Non',
      },
      {
        id: 'supplierInformation',
        kind: 'choice',
        label: 'Vos factures ou vos fournisseurs disent-ils ce qui est bio ou labellisé ?',
        choices: [
          { value: 'all', label: 'Oui, tous' },
          { value: 'some', label: 'Certains' },
          { value: 'none', label: 'Aucun' },
          UNKNOWN,
        ],
      },
    ],
  },
  {
    id: 'viandes-et-poissons',
    theme: 'Viandes et poissons',
    title: 'Viandes et poissons',
    why: 'La loi fixe un objectif à part pour les viandes, volailles et poissons, pris ensemble.',
    questions: [
      {
        id: 'meatFish',
        kind: 'quantity',
        label: 'Viandes, volailles et poissons : combien dépensez-vous ?',
        hint: 'Tous ensemble, frais et surgelés, sans la charcuterie.',
        whole: 'de tous vos achats alimentaires',
        none: 'Nous n’en achetons pas',
      },
      {
        id: 'meatFishLabelled',
        kind: 'quantity',
        label: 'Dont bio ou sous un autre label',
        whole: 'de ces viandes et poissons',
        none: 'Pas encore',
        pointlessWhen: ({ meatFish }) => meatFish?.kind === 'none',
      },
    ],
  },
  {
    id: 'gaspillage',
    theme: 'Le gaspillage',
    title: 'Le gaspillage',
    why: 'Moins jeter, c’est aussi ce qui finance le mieux la qualité.',
    questions: [
      {
        id: 'wasteDiagnosis',
        kind: 'choice',
        label: 'Avez-vous cherché les causes de vos restes ?',
        hint: 'C’est le diagnostic du gaspillage alimentaire.',
        choices: YES_NO,
      },
      { id: 'wastePlan', kind: 'choice', label: 'Avez-vous un plan d’action contre le gaspillage ?', choices: YES_NO },
      { id: 'wasteMeasured', kind: 'choice', label: 'Avez-vous déjà pesé vos restes ?', choices: YES_NO },
      {
        id: 'wasteActions',
        kind: 'several',
        label: 'Que faites-vous déjà ?',
        choices: official(wasteActions),
        none: 'Rien de tout cela pour l’instant',
      },
      {
        id: 'donationAgreement',
        kind: 'choice',
        label: 'Avez-vous proposé une convention de dons à une association d’aide alimentaire ?',
        choices: YES_NO,
        duties: ['donation-agreement'],
      },
    ],
  },
  {
    id: 'vegetal',
    theme: 'Les protéines végétales',
    title: 'Les protéines végétales',
    why: 'Les obligations changent selon le public accueilli et le nombre de repas.',
    questions: [
      {
        id: 'vegetarianFrequency',
        kind: 'choice',
        label: 'À quelle fréquence proposez-vous un menu végétarien ?',
        choices: [...official(vegetarianRecurrences), UNKNOWN],
      },
      {
        id: 'serviceType',
        kind: 'choice',
        label: 'Comment vos convives choisissent-ils ?',
        choices: [...official(serviceTypes), UNKNOWN],
        duties: ['vegetarian-daily'],
      },
      {
        id: 'diversificationPlan',
        kind: 'choice',
        label: 'Avez-vous un plan sur plusieurs années pour diversifier les protéines ?',
        hint: 'Avec des alternatives végétales, présenté à votre instance dirigeante.',
        choices: YES_NO,
        duties: ['diversification-plan'],
      },
    ],
  },
  {
    id: 'plastique',
    theme: 'Le plastique',
    title: 'Le plastique',
    why: 'Seules les règles qui visent votre restaurant sont demandées.',
    questions: [
      {
        id: 'maternityOrPaediatrics',
        kind: 'choice',
        label: 'Accueillez-vous un service de pédiatrie, d’obstétrique, une maternité, un centre périnatal ou de PMI ?',
        hint: 'PMI : protection maternelle et infantile. En santé, la règle des contenants ne vaut que pour eux.',
        choices: [{ value: 'yes', label: 'Oui' }, { value: 'no', label: 'Non' }, UNKNOWN],
        when: ({ sectorList }) => sectorCannotTell(sectorList),
      },
      {
        id: 'cookingContainers',
        kind: 'choice',
        label: 'Cuisez-vous et réchauffez-vous sans contenant en plastique ?',
        choices: YES_PARTLY_NO,
        duties: ['plastic-containers'],
        pointlessWhen: servesNoYouth,
      },
      {
        id: 'servingContainers',
        kind: 'choice',
        label: 'Servez-vous sans contenant en plastique ?',
        choices: YES_PARTLY_NO,
        duties: ['plastic-containers'],
        pointlessWhen: servesNoYouth,
      },
      {
        id: 'bottles',
        kind: 'choice',
        label: 'Avez-vous arrêté les bouteilles d’eau plate en plastique ?',
        choices: YES_PARTLY_NO,
        duties: ['plastic-bottles', 'plastic-bottles-free'],
      },
      {
        id: 'tableware',
        kind: 'choice',
        label: 'Avez-vous arrêté les ustensiles en plastique à usage unique ?',
        hint: 'Couverts, gobelets, assiettes, pailles, touillettes…',
        choices: YES_PARTLY_NO,
        duties: ['plastic-tableware'],
      },
    ],
  },
  {
    id: 'information',
    theme: 'L’information des convives',
    title: 'L’information des convives',
    why: 'Dire ce qui est dans l’assiette donne envie, et valorise l’équipe.',
    questions: [
      {
        id: 'informationSupports',
        kind: 'several',
        label: 'Comment dites-vous à vos convives la part de produits durables et de qualité ?',
        hint: 'Avec la part des produits issus d’un projet alimentaire territorial.',
        choices: official(communicationSupports),
        none: 'Nous ne la disons pas encore',
      },
      {
        id: 'informationFrequency',
        kind: 'choice',
        label: 'À quel rythme mettez-vous cette information à jour ?',
        choices: [...official(communicationFrequencies), UNKNOWN],
        pointlessWhen: informsNoOne,
      },
      {
        id: 'nutrition',
        kind: 'choice',
        label: 'Informez-vous sur la qualité nutritionnelle des repas ?',
        choices: YES_NO,
      },
    ],
  },
  {
    id: 'fiertes',
    theme: 'Vos fiertés',
    title: 'Vos fiertés',
    why: 'Rien d’obligatoire ici. La loi ne compte pas ces efforts, nous si : ils figureront à part, pour ce qu’ils sont.',
    questions: [
      { id: 'local', kind: 'choice', label: 'Achetez-vous local ?', choices: YES_PARTLY_NO, optional: true },
      {
        id: 'shortChain',
        kind: 'choice',
        label: 'Achetez-vous en circuit court ?',
        hint: 'Un intermédiaire au plus entre la ferme et vous.',
        choices: YES_PARTLY_NO,
        optional: true,
      },
      { id: 'homeMade', kind: 'choice', label: 'Cuisinez-vous fait maison ?', choices: YES_PARTLY_NO, optional: true },
      {
        id: 'garden',
        kind: 'choice',
        label: 'Avez-vous un potager, un verger ou un compost ?',
        choices: YES_PARTLY_NO,
        optional: true,
      },
    ],
  },
]
