// Where the home page leads.
import type { Link } from '../../platform/html/link.ts'

export type Door = Required<Link>

/** What people come to do. */
export const doors: readonly Door[] = [
  {
    href: '/faire-le-point',
    label: 'Faire le point en 10 minutes',
    description:
      'Quelques questions, et vous voyez pour chaque mesure ce qui est acquis, ce qui manque et vos trois prochains pas.',
  },
  {
    href: '/calculette',
    label: 'Calculer mes parts',
    description: 'Vos achats de l’année d’un côté ; de l’autre, vos pourcentages et les euros qui séparent des objectifs.',
  },
  {
    href: '/est-ce-que-ca-compte',
    label: 'Est-ce que ça compte ?',
    description: 'Un label, une mention sur un carton : compte, compte avec une preuve, ou ne compte pas, et pourquoi.',
  },
]

/** For whom, and which door is theirs. */
export const audiences: readonly Door[] = [
  {
    href: '/est-ce-que-ca-compte',
    label: 'Vous cuisinez',
    description: 'Vérifiez qu’un produit compte avant de le commander, et ne payez pas un label pour rien.',
  },
  {
    href: '/calculette',
    label: 'Vous gérez les achats',
    description: 'Sachez combien d’euros il reste à déplacer, et vers quoi, avant la fin de l’année.',
  },
  {
    href: '/faire-le-point',
    label: 'Vous êtes élu·e',
    description: 'Obtenez en dix minutes un état des lieux à imprimer pour le prochain conseil.',
  },
  {
    href: '/mesures/information-des-usagers',
    label: 'Vous mangez à la cantine, ou vos enfants',
    description: 'Découvrez ce que la loi prévoit dans l’assiette, et ce que la cantine doit afficher.',
  },
]
