// The kinds of purchase files, column by column: today's, with twelve, and the former one, with eight.
import { expected, optional, type RowOf, required } from '../../platform/tables/columns.ts'
import { identifier, siret as siretCell } from '../canteen-files/canteen-files.ts'
import { boughtColumns, purchaseCells, purchaseColumns } from '../purchases/purchases.ts'
import { formerLabels, formerLocal } from './former-cells.ts'

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

const former = {
  ...boughtColumns,
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

const { familyCode: familyWords } = purchaseColumns

/** Our own exports hold purchases whose family nobody knows: they come back as they left. Former files never had any. */
const current = {
  ...purchaseColumns,
  familyCode: expected({
    ...familyWords,
    help: `${familyWords.help} Si vous ne savez pas, laissez vide : l’achat ne comptera que dans le total, et nous vous le rappellerons.`,
    as: purchaseCells.family,
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
