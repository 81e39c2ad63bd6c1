// What to do next, for each thing the law asks: the act when it is not done yet, the question to settle when nobody knows.
// Effects in euros are added from the law's figures; no figure of the law stands here.
import type { MeasureId } from '../../law/obligations.ts'
import type { StepId } from './question.ts'

export type Effort = 'hour' | 'days' | 'project'
export const effortWords: Readonly<Record<Effort, string>> = {
  hour: 'Une heure',
  days: 'Quelques jours',
  project: 'Un projet sur l’année',
}

export type Act = { effort: Effort; title: string; how: string; effect: string; words: string }

type Row = {
  measure: MeasureId
  /** The screen that asks about it. */
  step: StepId
  /** `words`: what to look for among the resources. */
  act: Act
  /** To do when the answer was « je ne sais pas ». */
  settle: { title: string; how: string }
}

/** By id of obligation; `waste-action` is the first action that follows the diagnosis. */
export const nextStepRows = {
  'organic-share': {
    measure: 'appro',
    step: 'achats',
    act: {
      effort: 'days',
      title: 'Passez au bio deux ou trois produits du quotidien',
      how: 'Pâtes, lentilles, lait, carottes, pommes : leur surcoût est souvent faible et les volumes sont grands. Comparez les prix avant votre prochaine commande.',
      effect: 'Le bio compte deux fois : dans sa part, et dans celle des produits durables et de qualité.',
      words: 'bio approvisionnement surcoût',
    },
    settle: {
      title: 'Retrouvez votre total et vos achats bio',
      how: 'Le total se lit dans la comptabilité (comptes d’alimentation) ou sur le relevé annuel de chaque fournisseur ; la part bio, sur les mêmes relevés.',
    },
  },
  'quality-share': {
    measure: 'appro',
    step: 'labels',
    act: {
      effort: 'days',
      title: 'Échangez une référence courante contre sa version labellisée',
      how: 'Partez de ce que vous achetez toute l’année : œufs, volaille, fromage, pommes. Demandez à vos fournisseurs le prix de la version Label Rouge, AOP, IGP ou issue d’une ferme certifiée.',
      effect: 'Une seule référence du quotidien pèse plus que dix produits de fête.',
      words: 'labels produits de qualité marchés achats',
    },
    settle: {
      title: 'Retrouvez vos achats sous label',
      how: 'Demandez à vos trois plus gros fournisseurs le montant de l’année par label : beaucoup l’éditent en quelques clics.',
    },
  },
  'meat-fish-share': {
    measure: 'appro',
    step: 'viandes-et-poissons',
    act: {
      effort: 'project',
      title: 'Changez une viande ou un poisson à la fois',
      how: 'Commencez par la référence qui pèse le plus : poulet fermier Label Rouge, bœuf sous signe de qualité, poisson écolabellisé. Un repas végétarien de plus aide à la financer.',
      effect: 'Moins souvent, mais mieux : les convives le voient dans l’assiette.',
      words: 'viande poisson label rouge pêche durable',
    },
    settle: {
      title: 'Isolez vos achats de viandes et de poissons',
      how: 'Boucher, volailler, poissonnier et surgelés : leurs relevés de l’année suffisent, avec la mention du label quand il y en a un.',
    },
  },
  'waste-diagnosis': {
    measure: 'waste',
    step: 'gaspillage',
    act: {
      effort: 'days',
      title: 'Pesez vos restes pendant une semaine',
      how: 'Trois seaux et une balance : ce qui se perd en cuisine, ce qui n’est pas servi, ce qui revient dans les assiettes. Notez aussi pourquoi.',
      effect: 'Vous saurez où part l’argent, et votre diagnostic sera fait.',
      words: 'diagnostic gaspillage pesée',
    },
    settle: {
      title: 'Demandez si un diagnostic du gaspillage a été fait',
      how: 'L’ancienne équipe, le siège ou la société de restauration l’a peut-être gardé : un tableau de pesées suffit comme trace.',
    },
  },
  'waste-action': {
    measure: 'waste',
    step: 'gaspillage',
    act: {
      effort: 'hour',
      title: 'Proposez « petite faim » ou « grande faim »',
      how: 'Deux tailles de portion, la même recette. Dites-le à voix haute sur la ligne de service dès demain.',
      effect: 'C’est l’action la plus simple, et les convives l’adoptent vite.',
      words: 'action gaspillage portions',
    },
    settle: {
      title: 'Listez ce que l’équipe fait déjà contre le gaspillage',
      how: 'Dix minutes avec l’équipe de cuisine et de salle : on fait souvent plus qu’on ne le croit.',
    },
  },
  'donation-agreement': {
    measure: 'waste',
    step: 'gaspillage',
    act: {
      effort: 'days',
      title: 'Proposez une convention de don à une association',
      how: 'Appelez une association d’aide alimentaire habilitée près de chez vous, puis partez d’un modèle de convention.',
      effect: 'Ce qui est bon nourrit quelqu’un.',
      words: 'don convention association',
    },
    settle: {
      title: 'Vérifiez si une convention de don a été proposée',
      how: 'La direction ou le service juridique garde ce type de document.',
    },
  },
  'vegetarian-weekly': {
    measure: 'diversification',
    step: 'vegetal',
    act: {
      effort: 'days',
      title: 'Inscrivez un menu végétarien par semaine',
      how: 'Choisissez quatre recettes que l’équipe aime manger, et faites-les tourner sur le mois.',
      effect: 'Le repas coûte souvent moins cher : de quoi acheter mieux les autres jours.',
      words: 'menu végétarien recettes',
    },
    settle: {
      title: 'Comptez les menus végétariens du mois dernier',
      how: 'Relisez le plan de menus : sans viande ni poisson, œufs et fromage compris.',
    },
  },
  'vegetarian-daily': {
    measure: 'diversification',
    step: 'vegetal',
    act: {
      effort: 'project',
      title: 'Ajoutez un choix végétarien chaque jour',
      how: 'Partez des plats qui marchent déjà un jour par semaine, et formez une personne de l’équipe.',
      effect: 'Chacun trouve son assiette, et vos achats de viande peuvent monter en qualité.',
      words: 'menu végétarien formation recettes',
    },
    settle: {
      title: 'Précisez vos choix de menus et le rythme du végétarien',
      how: 'Un menu unique ou plusieurs ? Le plan de menus du mois donne la réponse.',
    },
  },
  'diversification-plan': {
    measure: 'diversification',
    step: 'vegetal',
    act: {
      effort: 'project',
      title: 'Écrivez votre plan de diversification des protéines',
      how: 'Deux pages suffisent : où vous en êtes, ce que vous ferez sur trois ans, qui s’en occupe. Une trame officielle existe.',
      effect: 'Présenté à vos élus ou à votre direction, il ouvre des moyens.',
      words: 'plan diversification protéines',
    },
    settle: {
      title: 'Demandez si un plan de diversification existe',
      how: 'Il a pu être présenté au conseil ou à la direction il y a plusieurs années.',
    },
  },
  'plastic-bottles': {
    measure: 'plastic',
    step: 'plastique',
    act: {
      effort: 'hour',
      title: 'Remplacez les bouteilles d’eau par des carafes',
      how: 'De l’eau du réseau, quelques carafes en verre ou en inox, et c’est fait.',
      effect: 'Une économie dès le premier mois.',
      words: 'plastique bouteilles eau',
    },
    settle: {
      title: 'Vérifiez s’il reste des bouteilles d’eau en plastique',
      how: 'Un coup d’œil au stock et aux paniers-repas.',
    },
  },
  'plastic-tableware': {
    measure: 'plastic',
    step: 'plastique',
    act: {
      effort: 'days',
      title: 'Sortez le dernier jetable en plastique',
      how: 'Listez ce qui reste (couverts, gobelets, couvercles) et passez au réutilisable, une référence après l’autre.',
      effect: 'Moins de déchets à trier et à payer.',
      words: 'plastique vaisselle réutilisable',
    },
    settle: {
      title: 'Vérifiez s’il reste du jetable en plastique',
      how: 'Faites le tour des placards et des pots d’accueil : couverts, gobelets, pailles, couvercles.',
    },
  },
  'plastic-containers': {
    measure: 'plastic',
    step: 'plastique',
    act: {
      effort: 'project',
      title: 'Remplacez les bacs et barquettes en plastique',
      how: 'Inventoriez ce qui chauffe ou sert en plastique, puis prévoyez l’inox ou le verre avec le lavage et le port de charges.',
      effect: 'Commencez par ce qui touche les plats chauds.',
      words: 'contenants plastique inox réchauffage',
    },
    settle: {
      title: 'Faites l’inventaire de vos contenants',
      how: 'Du four à la table : qu’est-ce qui est encore en plastique ? Le livreur peut répondre pour ses barquettes.',
    },
  },
  'diner-display': {
    measure: 'info',
    step: 'information',
    act: {
      effort: 'hour',
      title: 'Affichez vos parts à l’entrée',
      how: 'Une feuille lisible de loin : votre part de bio, de produits durables et de qualité, et de votre projet alimentaire territorial. Même modeste, elle dit l’effort.',
      effect: 'Les convives savent ce qu’ils mangent, et le travail de la cuisine se voit.',
      words: 'affiche information convives',
    },
    settle: {
      title: 'Regardez ce qui est affiché à l’entrée',
      how: 'Y a-t-il une part de produits durables et de qualité, et de quelle année ?',
    },
  },
  'diner-electronic': {
    measure: 'info',
    step: 'information',
    act: {
      effort: 'hour',
      title: 'Envoyez vos parts par courriel ou sur votre site',
      how: 'Une fois par an, la même information que sur l’affiche : lettre aux familles, intranet, site de la mairie.',
      effect: 'Un message, et tout le monde est au courant.',
      words: 'information convives communication',
    },
    settle: {
      title: 'Demandez si l’information est aussi envoyée',
      how: 'La personne qui tient le site ou écrit aux familles le sait.',
    },
  },
} as const satisfies Readonly<Record<string, Row>>

export type NextStepKey = keyof typeof nextStepRows

/** Beyond the law, or around it: always something left to propose. */
export const furtherSteps: readonly ({ id: string; measure: MeasureId; topic?: 'declaration'; href?: string } & Act)[] = [
  {
    id: 'ask-suppliers',
    measure: 'appro',
    effort: 'hour',
    title: 'Demandez à chaque fournisseur un relevé annuel par label',
    how: 'Un courriel type à tous vos fournisseurs : montant de l’année, dont bio, dont chaque label. À glisser aussi dans vos prochains marchés.',
    effect: 'L’an prochain, votre bilan se fera en une heure.',
    words: 'fournisseurs achats labels facture',
  },
  {
    id: 'measure-waste',
    measure: 'waste',
    effort: 'days',
    title: 'Pesez à nouveau, et comparez',
    how: 'La même semaine, les mêmes seaux, deux fois par an.',
    effect: 'Vos progrès deviennent un chiffre à montrer.',
    words: 'pesée gaspillage',
  },
  {
    id: 'plan-waste',
    measure: 'waste',
    effort: 'days',
    title: 'Écrivez un plan d’action contre le gaspillage',
    how: 'Trois actions, une personne pour chacune, une date : une page suffit.',
    effect: 'Ce qui est écrit se fait.',
    words: 'plan action gaspillage',
  },
  {
    id: 'nutrition',
    measure: 'info',
    effort: 'hour',
    title: 'Parlez aussi de la qualité nutritionnelle',
    how: 'Une phrase par menu, ou une réunion avec les convives, suffit pour commencer.',
    effect: 'Les convives comprennent vos choix, et donnent leur avis.',
    words: 'nutrition information convives',
  },
  {
    id: 'declare',
    measure: 'appro',
    effort: 'days',
    topic: 'declaration',
    href: '/calendrier',
    title: 'Préparez votre déclaration annuelle',
    how: 'Gardez votre total et vos montants par label : ce sont eux que l’on vous demandera.',
    effect: 'Une déclaration sans surprise, au bon moment.',
    words: 'déclaration télédéclaration',
  },
  {
    id: 'tell',
    measure: 'info',
    effort: 'hour',
    title: 'Racontez ce que vous réussissez',
    how: 'Imprimez cette page pour votre équipe, vos élus ou vos convives.',
    effect: 'Ce que vous faites donne envie à d’autres.',
    words: 'affiche communication',
  },
]
