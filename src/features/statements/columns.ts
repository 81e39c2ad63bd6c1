// The file that a supplier may drop, column by column. Whatever its software calls them, in any order.
import { type FamilyId, families } from '../../law/families.ts'
import { type Cents, parseAmount } from '../../law/money.ts'
import { type Characteristic, LONGEST_DESCRIPTION } from '../../law/purchase.ts'
import { oneOf } from '../../platform/tables/choice.kind.ts'
import { type Column, optional, type RowOf, required, type TableFormat } from '../../platform/tables/columns.ts'
import { amount } from '../../platform/tables/number.kind.ts'
import { text } from '../../platform/tables/text.kind.ts'
import { familyWords, purchaseCells } from '../purchases/purchases.ts'

/** What else the software of suppliers calls a family. */
const RANGES: Readonly<Partial<Record<FamilyId, readonly string[]>>> = {
  viandes_volailles: ['Boucherie'],
  charcuterie: ['Charcuterie et salaisons', 'Salaisons'],
  produits_de_la_mer: ['Marée', 'Poissonnerie'],
  fruits_et_legumes: ['Fruits & légumes', 'Primeurs'],
  produits_laitiers: ['Laitages', 'Ultra-frais'],
  boulangerie: ['Viennoiserie'],
  autres: ['Épicerie sèche', 'Divers'],
}

const euros = amount((typed) => parseAmount(typed, 'french'))

const columns = {
  wording: optional(
    {
      header: 'libelle',
      otherHeaders: [
        'produit',
        'désignation',
        'article',
        'description',
        'libellé article',
        'désignation article',
        'nom du produit',
      ],
      help: 'Le produit, ou ce que la ligne regroupe. Facultatif si la famille est remplie.',
      example: 'Légumes frais bio',
      as: text({ maxLength: LONGEST_DESCRIPTION }),
    },
    '',
  ),
  family: optional({
    header: 'famille',
    otherHeaders: ['famille_produits', 'famille de produits', 'rayon', 'catégorie', 'famille article'],
    help: 'La famille de produits de la déclaration. Vide, nous la proposons d’après le libellé.',
    example: 'Fruits et légumes frais et surgelés',
    as: oneOf(
      families.map(({ id, purchaseCode }) => ({
        value: id,
        label: familyWords(id),
        others: [purchaseCode, ...purchaseCells.SHORT_FAMILIES[purchaseCode], ...(RANGES[id] ?? [])],
      })),
    ),
  }),
  characteristics: optional({
    header: 'labels',
    otherHeaders: ['label', 'categories_egalim', 'catégories egalim', 'certification', 'qualité', 'signe de qualité', 'mention'],
    help: 'Les labels, séparés par des virgules. Sans label, laissez vide.',
    example: 'Bio',
    as: purchaseCells.labels,
  }),
  origin: optional({
    header: 'origine',
    otherHeaders: ['pays', 'pays d’origine', 'provenance'],
    help: 'France, ou Union européenne. Sinon, laissez vide.',
    example: 'FRANCE',
    as: purchaseCells.origin,
  }),
  cents: required({
    header: 'montant_ht',
    otherHeaders: [
      'montant',
      'total_ht',
      'total ht',
      'ca ht',
      'chiffre d’affaires ht',
      'prix_ht',
      'montant net ht',
      'net ht',
      'montant hors taxe',
    ],
    help: 'Ce que la cantine a payé dans l’année pour cette ligne, en euros, hors taxe. Un montant négatif est un avoir : il est déduit.',
    example: '1250.40',
    as: purchaseCells.price,
  }),
}

/** Labels that a total may be split by, with what their columns are called. */
const PARTS = [
  ['BIO', 'dont_bio', ['bio', 'ca bio', 'montant bio', 'dont bio ht']],
  ['LABEL_ROUGE', 'dont_label_rouge', ['label rouge']],
  ['AOCAOP', 'dont_aop', ['aop', 'aoc', 'aoc/aop', 'dont aoc/aop']],
  ['IGP', 'dont_igp', ['igp']],
  ['HVE', 'dont_hve', ['hve']],
  ['PECHE_DURABLE', 'dont_peche_durable', ['msc', 'dont msc', 'pêche durable']],
  ['COMMERCE_EQUITABLE', 'dont_commerce_equitable', ['commerce équitable']],
  ['FERMIER', 'dont_fermier', ['fermier']],
] as const satisfies readonly (readonly [Characteristic, string, readonly string[]])[]
type PartCode = (typeof PARTS)[number][0]

export const PART_CODES: readonly PartCode[] = PARTS.map(([code]) => code)

/** For whoever gives totals and what they contain: such a line is split. */
const parts = Object.fromEntries(
  PARTS.map(([code, header, otherHeaders]) => [
    code,
    optional({
      header,
      otherHeaders,
      help: 'Ce que ce label représente dans le montant de la ligne, si vous ne donnez qu’un total par famille.',
      example: '310.20',
      as: euros,
    }),
  ]),
) as Readonly<Record<PartCode, Column<Cents | null>>>

export type StatementRow = RowOf<{ kind: string; title: string; version: string; columns: typeof columns & typeof parts }>

export const statementFormat: TableFormat<StatementRow> = {
  kind: 'statement',
  title: 'Relevé annuel',
  version: '1',
  columns: { ...columns, ...parts },
  rules: [
    {
      of: ['characteristics', ...PART_CODES],
      mistakes: ({ characteristics, ...row }) =>
        (characteristics ?? []).length > 0 && PART_CODES.some((code) => (row[code] ?? 0) > 0)
          ? [
              {
                column: 'characteristics',
                code: 'labels_and_parts',
                message: 'Cette ligne a un label et un détail par label : gardez l’un ou l’autre.',
              },
            ]
          : [],
    },
  ],
}
