// The columns of a purchase, described once: what a file, a template or a pasted block may call them, and how their cells read.
import { FARTHEST_LOCAL_KM, LONGEST_DESCRIPTION, LONGEST_SUPPLIER } from '../../law/purchase.ts'
import { yesNo } from '../../platform/tables/choice.kind.ts'
import { type CellKind, optional, required } from '../../platform/tables/columns.ts'
import { date } from '../../platform/tables/date.kind.ts'
import { integer } from '../../platform/tables/number.kind.ts'
import { text } from '../../platform/tables/text.kind.ts'
import * as cells from './cells.ts'

/** Any length reads: the law says what is too long. The published schema says it at once. */
const words = (maxLength: number): CellKind<string> => {
  const any = text({ maxLength: 10_000 })
  return { ...any, schema: { ...any.schema, constraints: { maxLength } } }
}

/** Shared by the files of today and the former ones, in their order. */
export const boughtColumns = {
  description: required({
    header: 'description',
    otherHeaders: ['produit', 'libellé', 'désignation', 'article', 'denrée'],
    help: 'Le produit, comme sur la facture.',
    example: 'Pommes de terre Charlotte',
    as: words(LONGEST_DESCRIPTION),
  }),
  supplier: optional({
    header: 'fournisseur',
    otherHeaders: ['nom du fournisseur'],
    help: 'Qui vous l’a vendu.',
    example: 'Les Primeurs de la Vilaine',
    as: words(LONGEST_SUPPLIER),
  }),
  date: required({
    header: 'date',
    otherHeaders: ['date_achat', 'date de facture', 'date facture'],
    help: 'Le jour de l’achat ou de la facture ; il ne peut pas être à venir.',
    example: '2026-03-02',
    as: date(),
  }),
  priceExclTaxCents: required({
    header: 'prix_ht',
    otherHeaders: ['prix', 'montant', 'montant_ht', 'total_ht'],
    help: 'Ce que la ligne a coûté, en euros, hors taxe. Un montant négatif est un avoir.',
    example: '125.40',
    as: cells.price,
  }),
  familyCode: required({
    header: 'famille_produits',
    otherHeaders: ['famille', 'famille de produits'],
    help: 'La famille de produits de la déclaration, par son code ou son nom.',
    example: 'FRUITS_ET_LEGUMES',
    as: cells.family,
  }),
}

/** All those of today. */
export const purchaseColumns = {
  ...boughtColumns,
  labels: optional(
    {
      header: 'categories_egalim',
      otherHeaders: ['labels', 'label', 'catégories egalim'],
      help: 'Les labels du produit, séparés par des virgules, par leur code ou leur nom. Sans label, laissez vide.',
      example: 'BIO, COMMERCE_EQUITABLE',
      as: cells.labels,
    },
    [],
  ),
  origin: optional({
    header: 'origine',
    help: 'FRANCE, ou EUROPE pour le reste de l’Union européenne. Si vous ne savez pas, laissez vide.',
    example: 'FRANCE',
    as: cells.origin,
  }),
  shortChain: optional(
    {
      header: 'est_circuit_court',
      otherHeaders: ['circuit_court'],
      help: '« oui » si un seul intermédiaire au plus vous sépare du producteur.',
      example: 'oui',
      as: yesNo,
    },
    false,
  ),
  local: optional(
    {
      header: 'est_local',
      otherHeaders: ['local'],
      help: '« oui » si c’est un produit local.',
      example: 'oui',
      as: yesNo,
    },
    false,
  ),
  localDefinition: optional({
    header: 'definition_local',
    help: 'Ce que « local » veut dire pour vous : PAT (projet alimentaire territorial), COMMUNE, DEPARTEMENT, REGION ou KM.',
    example: 'KM',
    as: cells.localDefinition,
  }),
  localKm: optional({
    header: 'definition_local_km',
    help: 'La distance en kilomètres, si le local est défini par KM.',
    example: '50',
    as: {
      ...integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
      schema: { type: 'integer', constraints: { minimum: 0, maximum: FARTHEST_LOCAL_KM } },
    },
  }),
}
