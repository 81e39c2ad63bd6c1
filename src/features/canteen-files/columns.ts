// The three kinds of canteen files, column by column. The keys of columns that hold a field of the record are those of the record.
import { optional, type RowOf, required } from '../../platform/tables/columns.ts'
import { emails } from '../../platform/tables/emails.kind.ts'
import { text } from '../../platform/tables/text.kind.ts'
import * as cells from './cells.ts'

const siretWords = {
  header: 'siret',
  otherHeaders: ['siret_cantine', 'numéro_siret'],
  example: '21350051500019',
  as: cells.siret,
  unique: true,
}
const name = required({
  header: 'nom',
  otherHeaders: ['nom_cantine', 'nom de la cantine', 'nom de l’établissement'],
  help: 'Le nom de la cantine, celui que les convives connaissent.',
  example: 'Restaurant universitaire du Vieux-Port',
  as: cells.canteenName,
})
const kitchenSiret = optional({
  header: 'siret_cuisine_centrale',
  otherHeaders: ['siret_livreur'],
  help: 'Pour un restaurant satellite : le SIRET de la cuisine qui le livre. Sinon, laissez vide.',
  example: '21330063500017',
  as: cells.siret,
})

/** Shared by creation and update, in their order. */
const described = {
  dailyMealCount: required({
    header: 'nombre_repas_jour',
    otherHeaders: ['repas_par_jour', 'nombre de repas par jour'],
    help: 'Le nombre de repas servis un jour d’ouverture, en moyenne.',
    example: '120',
    as: cells.meals('daily'),
  }),
  yearlyMealCount: required({
    header: 'nombre_repas_an',
    otherHeaders: ['repas_par_an', 'nombre de repas par an'],
    help: 'Le nombre de repas servis dans l’année.',
    example: '16800',
    as: cells.meals('yearly'),
  }),
  sectorList: required({
    header: 'secteurs',
    otherHeaders: ['secteur'],
    help: 'D’un à trois secteurs, séparés par des virgules : qui mange ici ?',
    example: 'Supérieur et Universitaire, Crèche',
    as: cells.sectorList,
  }),
  productionType: required({
    header: 'type_production',
    otherHeaders: ['mode de production', 'type de production'],
    help: '« Restaurant avec cuisine sur place », ou « Restaurant satellite » quand les repas sont préparés ailleurs.',
    example: 'Restaurant satellite',
    as: cells.productionType,
  }),
  managementType: required({
    header: 'type_gestion',
    otherHeaders: ['mode de gestion', 'type de gestion'],
    help: '« Directe », ou « Concédée » quand la cantine est confiée, en tout ou partie, à un prestataire.',
    example: 'Directe',
    as: cells.managementType,
  }),
  economicModel: required({
    header: 'modèle_économique',
    otherHeaders: ['secteur économique'],
    help: '« Public » quand une structure publique a la responsabilité de la cantine, même confiée à un prestataire ; sinon « Privé ».',
    example: 'Public',
    as: cells.economicModel,
  }),
  groupId: optional({
    header: 'groupe_id',
    otherHeaders: ['id_groupe'],
    help: 'Pour un restaurant satellite : le numéro du groupe dont il fait partie, que donne la page du groupe. Sinon, laissez vide.',
    example: '1204',
    as: cells.identifier,
  }),
  lineMinistry: optional({
    header: 'administration_tutelle',
    otherHeaders: ['ministère', 'ministère de tutelle', 'administration de tutelle'],
    help: 'Pour une cantine publique d’un secteur de l’État : le ministère dont elle dépend. Sinon, laissez vide.',
    example: 'Enseignement supérieur et Recherche',
    as: cells.lineMinistry,
  }),
  managers: optional(
    {
      header: 'gestionnaires_additionnels',
      otherHeaders: ['gestionnaires', 'courriels', 'emails'],
      help: 'Les adresses électroniques des personnes à ajouter à l’équipe, séparées par des virgules. Celles qui n’ont pas de compte reçoivent une invitation.',
      example: 'prenom.nom@exemple.fr, cuisine@exemple.fr',
      as: emails,
    },
    [],
  ),
}

export const created = {
  siret: required({ ...siretWords, help: 'Le SIRET (14 chiffres) du lieu où les repas sont servis.' }),
  name,
  kitchenSiret,
  ...described,
}
export const updated = {
  id: required({
    header: 'cantine_id',
    otherHeaders: ['id', 'id_cantine'],
    help: 'Le numéro de la cantine sur ma cantine : l’export de vos cantines le donne.',
    example: '1187',
    as: cells.identifier,
    unique: true,
  }),
  siret: optional({ ...siretWords, help: 'Le SIRET (14 chiffres) du lieu où les repas sont servis, s’il en a un.' }),
  siren: optional({
    header: 'siren_unite_legale',
    otherHeaders: ['siren'],
    help: 'Le SIREN (9 chiffres) de la structure dont dépend un lieu qui n’a pas de SIRET. Un des deux numéros, pas les deux.',
    example: '213500515',
    as: cells.siren,
  }),
  name,
  inseeCode: optional({
    header: 'code_insee',
    otherHeaders: ['code_commune', 'code insee commune'],
    help: 'Avec un SIREN : le code officiel (INSEE) de la commune où les repas sont servis. Avec un SIRET, il n’est pas lu.',
    example: '35051',
    as: cells.communeCode,
  }),
  kitchenSiret,
  ...described,
}
export const managed = {
  siret: required({ ...siretWords, help: 'Le SIRET (14 chiffres) d’une cantine déjà inscrite.' }),
  managers: required({
    header: 'gestionnaires_additionnels',
    otherHeaders: ['gestionnaires', 'courriels', 'emails'],
    help: 'Les adresses électroniques des personnes à ajouter à l’équipe, séparées par des virgules. Aucun courriel ne leur est envoyé.',
    example: 'prenom.nom@exemple.fr, cuisine@exemple.fr',
    as: emails,
  }),
  origin: required({
    header: 'source_donnees',
    help: 'D’où viennent ces adresses : gardé dans le journal de la cantine.',
    example: 'Convention avec l’académie de Rennes',
    as: text({ maxLength: 200 }),
  }),
}

type Kept<Columns> = RowOf<{ kind: string; title: string; version: string; columns: Columns }>
export type CreateRow = Kept<typeof created>
export type UpdateRow = Kept<typeof updated>
export type ManagersRow = Kept<typeof managed>
