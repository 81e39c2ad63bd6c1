// Claims that stand close to a sign that counts: private labels that rest on it, protected names, schemes recognised at level 2. The answer is in the papers.
import type { Claim, Ruling } from './claim.ts'
import { whileLevel2Counts } from './claims-counted.data.ts'
import type { TextId } from './texts.ts'
import type { Timeline } from './timeline.ts'

const always = (source: TextId, value: Ruling): Timeline<Ruling> => [{ from: 2019, value, source }]

/** A private mark that is only given to producers already certified organic. */
const restsOnOrganic = (id: string, name: string, words: readonly string[]): Claim => ({
  id,
  name,
  words,
  label: 'bio',
  rulings: always('crpm-l230-5-1-i-parts', {
    answer: 'counts_with_proof',
    why: 'C’est la certification bio qui compte, pas cette marque. La marque demande d’être certifié bio : le produit devrait donc l’être.',
    proof: 'Le certificat bio du fournisseur, et le logo AB ou l’Eurofeuille sur l’étiquette.',
    instead: 'Racontez aussi la marque à vos convives : elle demande plus que le bio.',
    toVerify: true,
  }),
})

/** A name that only products under a sign may bear. */
const protectedName = (id: string, name: string, sign: string, words: readonly string[]): Claim => ({
  id,
  name,
  words,
  label: 'aocaop_igp_stg',
  rulings: always('crpm-r230-30-3', {
    answer: 'counts_with_proof',
    why: `Ce nom est réservé à des produits sous ${sign}. Le produit compte si c’est bien lui, et non un plat qui en contient.`,
    proof: `Le logo ${sign} sur l’étiquette, ou « ${sign} » écrit sur la facture.`,
    instead: 'Demandez au fournisseur d’écrire le signe sur chaque ligne de facture : le tri de fin d’année ira tout seul.',
    toVerify: true,
  }),
})

/** A scheme that the State may have recognised as worth level 2, for some products, for some time. */
const perhapsLevel2 = (id: string, name: string, words: readonly string[]): Claim => ({
  id,
  name,
  words,
  label: 'hve',
  rulings: whileLevel2Counts(
    {
      answer: 'unknown',
      why: 'Cette démarche ne compte pas par elle-même. Certaines démarches ont été reconnues au niveau 2 de la certification environnementale, qui compte jusqu’à la fin de 2026 ; nous n’avons pas relu la liste pour celle-ci.',
      proof: 'Une attestation de niveau 2, avec le produit et la date de fin. Sans elle, ne comptez pas l’achat.',
      instead: 'Demandez plutôt la HVE : elle compte aussi après 2026.',
      toVerify: true,
    },
    {
      answer: 'does_not_count',
      why: 'Cette démarche ne compte pas par elle-même, et la certification environnementale de niveau 2 ne compte plus à partir de 2027.',
      instead: 'Demandez si l’exploitation est passée en HVE : ses produits compteraient alors.',
    },
  ),
})

/** A private fishing label: the law names the State's one only. */
const privateFishing = (id: string, name: string, words: readonly string[]): Claim => ({
  id,
  name,
  words,
  label: 'peche_durable',
  rulings: always('crpm-l644-15', {
    answer: 'counts_with_proof',
    headline: 'Ne compte pas d’office : seulement si vous prouvez l’équivalence',
    why: 'La loi nomme un seul écolabel de pêche, celui de l’État. Un autre label ne compte que si l’acheteur prouve que ses exigences sont équivalentes.',
    proof: 'Un dossier d’équivalence établi au moment du marché. Sans lui, ne comptez pas l’achat.',
    instead: 'Votre poisson progresse déjà. Demandez l’écolabel public « Pêche durable », ou du poisson bio d’élevage.',
    toVerify: true,
  }),
})

export const neighbourClaims: readonly Claim[] = [
  restsOnOrganic('demeter', 'Demeter, biodynamie', ['demeter', 'biodynamie', 'biodynamique', 'biodyvin']),
  restsOnOrganic('bio-coherence', 'Bio Cohérence', ['bio coherence', 'biocoherence']),
  restsOnOrganic('biopartenaire', 'Biopartenaire', ['biopartenaire', 'bio partenaire']),
  {
    id: 'nature-et-progres',
    name: 'Nature & Progrès',
    words: ['nature et progres', 'nature progres'],
    label: null,
    rulings: always('crpm-r230-30-3', {
      answer: 'does_not_count',
      why: 'Cette mention exigeante repose sur le contrôle entre producteurs et mangeurs. Seule, elle ne vaut pas certification bio.',
      instead: 'Beaucoup de ces fermes sont aussi certifiées bio : demandez le certificat, et le produit compte en bio.',
      toVerify: true,
    }),
  },
  {
    id: 'ecocert',
    name: 'Ecocert, sans autre précision',
    words: ['ecocert', 'certipaq', 'bureau veritas', 'certis'],
    label: null,
    rulings: always('crpm-r230-30-3', {
      answer: 'unknown',
      why: 'C’est le nom d’un organisme qui contrôle, pas celui d’un signe : il certifie le bio, mais aussi d’autres démarches.',
      proof: 'Le certificat : il dit quel signe a été contrôlé. « FR-BIO » suivi d’un numéro désigne le bio.',
    }),
  },
  {
    id: 'oeuf-code-0',
    name: 'Œuf de code 0',
    words: ['code 0', 'code zero', 'oeuf code 0', 'oeuf 0'],
    label: 'bio',
    rulings: always('crpm-l230-5-1-i-parts', {
      answer: 'counts_with_proof',
      why: 'Sur un œuf, le chiffre 0 désigne l’élevage biologique. Les chiffres 1, 2 et 3 ne suffisent pas pour compter.',
      proof: 'Le mot « bio » sur la facture et le certificat du fournisseur.',
      toVerify: true,
    }),
  },
  protectedName('noms-aop', 'Noms réservés à une AOP (roquefort, reblochon, saint-nectaire…)', 'AOP', [
    'roquefort',
    'reblochon',
    'saint nectaire',
    'morbier',
    'ossau iraty',
    'fourme d ambert',
    'bleu d auvergne',
    'livarot',
    'pont l eveque',
    'maroilles',
    'epoisses',
    'picodon',
    'pelardon',
    'rocamadour',
    'brie de meaux',
    'brie de melun',
    'camembert de normandie',
    'crottin de chavignol',
    'comte',
    'parmigiano reggiano',
    'grana padano',
    'gorgonzola',
    'feta',
    'beurre charentes poitou',
    'beurre d isigny',
    'creme d isigny',
    'piment d espelette',
    'noix de grenoble',
    'lentille verte du puy',
    'mozzarella di bufala campana',
  ]),
  protectedName('noms-igp', 'Noms réservés à une IGP (jambon de Bayonne, riz de Camargue…)', 'IGP', [
    'jambon de bayonne',
    'riz de camargue',
    'pruneau d agen',
    'tomme de savoie',
    'raclette de savoie',
    'emmental de savoie',
    'agneau de sisteron',
    'haricot tarbais',
    'kiwi de l adour',
    'melon du haut poitou',
    'brioche vendeenne',
    'vin de pays',
  ]),
  protectedName('noms-stg', 'Noms réservés à une STG (moules de bouchot, lait de foin)', 'STG', [
    'moule de bouchot',
    'lait de foin',
  ]),
  {
    id: 'plat-qui-contient',
    name: 'Plat qui contient un ingrédient sous signe (« tarte au roquefort »)',
    words: [],
    label: null,
    rulings: always('crpm-r230-30-3', {
      answer: 'does_not_count',
      headline: 'Le plat ne compte pas pour un seul de ses ingrédients',
      why: 'Un produit compte quand c’est lui qui porte le signe. Un plat tout fait dont un ingrédient est sous AOP n’est pas lui-même sous AOP.',
      instead: 'Achetez l’ingrédient et cuisinez-le : cet achat-là compte.',
      toVerify: true,
    }),
  },
  {
    id: 'origine-rup',
    name: 'Origine Antilles, Guyane, Réunion, Mayotte, Canaries, Açores, Madère',
    words: [
      'martinique',
      'guadeloupe',
      'antilles',
      'guyane',
      'mayotte',
      'la reunion',
      'ile de la reunion',
      'canaries',
      'acores',
      'de madere',
      'ile de saint martin',
      'outre mer',
    ],
    label: 'rup',
    rulings: always('crpm-r230-30-3', {
      answer: 'counts_with_proof',
      headline: 'Compte si le produit porte le logo RUP',
      why: 'Venir d’une région ultrapériphérique ne suffit pas : c’est le logo RUP qui compte.',
      proof: 'Le logo RUP sur le carton, ou « RUP » écrit sur la facture.',
      instead: 'Les bananes de ces régions l’ont souvent : demandez-le à votre grossiste.',
    }),
  },
  {
    id: 'peche-durable',
    name: '« Pêche durable », sans le logo de l’État',
    words: ['peche durable', 'issu de la peche durable', 'poisson durable', 'certifie peche durable'],
    label: 'peche_durable',
    rulings: always('crpm-l644-15', {
      answer: 'counts_with_proof',
      headline: 'Compte si c’est bien l’écolabel de l’État',
      why: 'Ces mots désignent l’écolabel public, qui compte, mais aussi des labels privés, qui ne comptent pas d’office.',
      proof: 'Le logo « Pêche durable » de l’État sur l’étiquette, ou « écolabel public Pêche durable » sur la facture.',
    }),
  },
  privateFishing('msc', 'MSC (Marine Stewardship Council)', [
    'msc',
    'peche durable msc',
    'msc peche durable',
    'label msc peche durable',
    'certifie peche durable msc',
    'ecolabel msc',
    'label peche durable msc',
    'ecolabel peche durable msc',
    'marine stewardship council',
  ]),
  privateFishing('labels-prives-de-peche', 'Autres labels privés de pêche (Ocean Wise, Friend of the Sea…)', [
    'ocean wise',
    'friend of the sea',
    'dolphin safe',
    'mr goodfish',
    'mister goodfish',
  ]),
  {
    id: 'asc',
    name: 'ASC et autres labels d’aquaculture',
    words: [
      'asc',
      'aquaculture stewardship council',
      'bap',
      'best aquaculture practices',
      'aquaculture responsable',
      'aquaculture de nos regions',
    ],
    label: null,
    rulings: always('crpm-r230-30-3', {
      answer: 'unknown',
      why: 'La loi ne nomme aucun label d’aquaculture de ce genre, et nous n’avons lu aucun texte qui le reconnaisse comme équivalent.',
      proof: 'Un dossier d’équivalence établi au moment du marché. Sans lui, ne comptez pas l’achat.',
      instead: 'Pour un poisson d’élevage, le bio et le Label Rouge comptent : truite, saumon, bar et daurade existent.',
      toVerify: true,
    }),
  },
  perhapsLevel2('terra-vitis', 'Terra Vitis', ['terra vitis']),
  perhapsLevel2('agri-confiance', 'Agri Confiance', ['agri confiance', 'agriconfiance']),
  perhapsLevel2('global-gap', 'GlobalG.A.P.', ['globalgap', 'global gap', 'grasp']),
  perhapsLevel2('vergers-ecoresponsables', 'Vergers écoresponsables', [
    'verger ecoresponsable',
    'verger eco responsable',
    'charte pomiculteurs de france',
  ]),
  perhapsLevel2('demain-la-terre', 'Demain la Terre', ['demain la terre']),
  perhapsLevel2('culture-raisonnee-controlee', 'CRC, culture raisonnée contrôlée', [
    'crc',
    'culture raisonnee controlee',
    'culture raisonnees controlees',
    'le ble de nos campagnes',
  ]),
  perhapsLevel2('bee-friendly', 'Bee Friendly', ['bee friendly', 'beefriendly']),
]
