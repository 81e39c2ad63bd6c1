// The kinds of purchase files, column by column: today's, with twelve, and the former one, with eight.
import { FARTHEST_LOCAL_KM, LONGEST_DESCRIPTION, LONGEST_SUPPLIER } from '../../law/purchase.ts'
import { yesNo } from '../../platform/tables/choice.kind.ts'
import { type CellKind, optional, type RowOf, required } from '../../platform/tables/columns.ts'
import { date } from '../../platform/tables/date.kind.ts'
import { integer } from '../../platform/tables/number.kind.ts'
import { text } from '../../platform/tables/text.kind.ts'
import { identifier, siret as siretCell } from '../canteen-files/canteen-files.ts'
import * as cells from './cells.ts'
import { formerLabels, formerLocal } from './former-cells.ts'

/** Any length reads: the law says what is too long. The published schema says it at once. */
const words = (maxLength: number): CellKind<string> => {
  const any = text({ maxLength: 10_000 })
  return { ...any, schema: { ...any.schema, constraints: { maxLength } } }
}

const siret = {
  siret: required({
    header: 'siret',
    otherHeaders: ['siret_cantine', 'numéro_siret'],
    help: 'Le SIRET (14 chiffres) de la cantine qui achète.',
    example: '21350051500019',
    as: siretCell,
  }),
}
const id = {
  canteenId: required({
    header: 'cantine_id',
    otherHeaders: ['id', 'id_cantine'],
    help: 'Le numéro de la cantine ou du groupe sur ma cantine : l’export de vos achats et celui de vos cantines le donnent.',
    example: '1187',
    as: identifier,
  }),
}

/** Shared by all, in their order. */
const bought = {
  description: required({
    header: 'description',
    otherHeaders: ['produit', 'libellé', 'désignation'],
    help: 'Le produit, comme sur la facture.',
    example: 'Pommes de terre Charlotte',
    as: words(LONGEST_DESCRIPTION),
  }),
  supplier: optional({
    header: 'fournisseur',
    help: 'Qui vous l’a vendu.',
    example: 'Les Primeurs de la Vilaine',
    as: words(LONGEST_SUPPLIER),
  }),
  date: required({
    header: 'date',
    otherHeaders: ['date_achat', 'date de facture'],
    help: 'Le jour de l’achat ou de la facture ; il ne peut pas être à venir.',
    example: '2026-03-02',
    as: date(),
  }),
  priceExclTaxCents: required({
    header: 'prix_ht',
    otherHeaders: ['prix', 'montant_ht', 'total_ht'],
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

const current = {
  ...bought,
  labels: optional(
    {
      header: 'categories_egalim',
      otherHeaders: ['labels', 'catégories egalim'],
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

const former = {
  ...bought,
  formerLabels: optional(
    {
      header: 'caracteristiques',
      help: 'Labels, origine (FRANCE ou EUROPE), CIRCUIT_COURT et LOCAL, séparés par des virgules.',
      example: 'BIO, FRANCE, LOCAL',
      as: formerLabels,
    },
    [],
  ),
  formerLocal: optional({
    header: 'definition_local',
    help: 'Ce que « local » veut dire pour vous : AUTOUR_SERVICE, COMMUNE, DEPARTEMENT, REGION, PAT ou AUTRE.',
    example: 'REGION',
    as: formerLocal,
  }),
}

export const currentColumns = { siret: { ...siret, ...current }, id: { ...id, ...current } }
export const formerColumns = { siret: { ...siret, ...former }, id: { ...id, ...former } }

type Kept<Columns> = RowOf<{ kind: string; title: string; version: string; columns: Columns }>
export type IdRow = Kept<(typeof currentColumns)['id']>
export type SiretRow = Kept<(typeof currentColumns)['siret']>
export type FormerIdRow = Kept<(typeof formerColumns)['id']>
export type FormerSiretRow = Kept<(typeof formerColumns)['siret']>
export type AnyRow = IdRow | SiretRow | FormerIdRow | FormerSiretRow
