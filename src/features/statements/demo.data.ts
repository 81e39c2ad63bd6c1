// Suppliers of the told stories: a grower whose statement waits with one odd line, a butcher who has not answered yet, and a maker of
// afternoon snacks who copied the same average for three schools.
import type { StatedLine } from '../../law/consistency.ts'
import type { Cents } from '../../law/money.ts'
import { toldEstablishments } from '../register/register.ts'

export type ToldStatement = {
  readonly siret: string
  readonly personId: string
  readonly supplier: string
  readonly email: string
  readonly word: string
  /** What was sent, and by whom; null: no answer yet. */
  readonly sent: {
    readonly lines: readonly StatedLine[]
    readonly total: Cents | null
    readonly name: string
    readonly job: string
  } | null
}

const { school, schoolsOfTheKitchen } = toldEstablishments

const line = (wording: string, family: StatedLine['family'], cents: Cents, more: Partial<StatedLine> = {}): StatedLine => ({
  wording,
  family,
  characteristics: [],
  origin: 'FRANCE',
  cents,
  ...more,
})

const grower: ToldStatement = {
  siret: school.siret,
  personId: 'demo-elodie',
  supplier: 'Les Vergers du Couesnon',
  email: 'compta@vergers-couesnon.example',
  word: 'Bonjour, il me manque les labels de vos pommes. Merci !',
  sent: {
    name: 'Anne Le Gall',
    job: 'Comptable',
    total: 694_955,
    lines: [
      line('Légumes frais bio', 'fruits_et_legumes', 184_230, { characteristics: ['BIO'] }),
      line('Légumes frais', 'fruits_et_legumes', 342_075),
      line('Pommes HVE', 'fruits_et_legumes', 96_410, { characteristics: ['HVE'] }),
      line('Bananes', 'fruits_et_legumes', 51_200, { characteristics: ['BIO', 'COMMERCE_EQUITABLE'], origin: null }),
      line('Jus de pomme', 'boissons', 21_040, { characteristics: ['LABEL_ROUGE'] }),
    ],
  },
}

const butcher: ToldStatement = {
  siret: school.siret,
  personId: 'demo-elodie',
  supplier: 'Boucherie Salmon',
  email: 'boucherie.salmon@fournisseur.example',
  word: '',
  sent: null,
}

/** Fifteen cents a meal, and the same shares everywhere. */
const snacks = [378_000, 199_500, 294_000].map(
  (total, at): ToldStatement => ({
    siret: schoolsOfTheKitchen[at]!.siret,
    personId: 'demo-karim',
    supplier: 'Goûters de l’Estuaire',
    email: 'contact@gouters-estuaire.example',
    word: '',
    sent: {
      name: 'Hugo Castaing',
      job: 'Gérant',
      total,
      lines: [
        line('Pains et brioches bio', 'boulangerie', total * 0.22, { characteristics: ['BIO'] }),
        line('Brioches', 'boulangerie', total * 0.58),
        line('Yaourts et fromages blancs', 'produits_laitiers', total * 0.2),
      ],
    },
  }),
)

export const toldStatements: readonly ToldStatement[] = [grower, butcher, ...snacks]
