// The signs, certifications and mentions that the law names, with the conditions that each one sets. One row a claim.
import type { Claim, Ruling } from './claim.ts'
import { certificationLevel2 } from './labels.ts'
import type { TextId } from './texts.ts'
import type { Timeline } from './timeline.ts'

const always = (source: TextId, value: Ruling): Timeline<Ruling> => [{ from: 2019, value, source }]

/** Each line of level 2 in the labels' own table gives one line here: the date is written once. */
export const whileLevel2Counts = (then: Ruling, after: Ruling): Timeline<Ruling> => {
  const [first, ...next] = certificationLevel2
  const line = ({ from, value, source }: typeof first) => ({ from, value: value.counts ? then : after, source })
  return [line(first), ...next.map(line)]
}

const LEVELS = ['niveau', 'niv', 'n', 'de niveau', 'level', '']
const SCHEMES = [
  'hve',
  'haute valeur environnementale',
  'certification environnementale',
  'certifie environnementalement',
  'certification environnementale des exploitations',
  'exploitation certifiee',
  'cee',
]
/** « HVE 2 », « CEE2 », « certification environnementale de niveau 2 »… */
const levelWords = (level: string, schemes: readonly string[] = SCHEMES) =>
  schemes.flatMap((scheme) => LEVELS.map((word) => `${scheme} ${word} ${level}`))

const ON_INVOICE = 'La facture ou le bon de livraison qui porte la mention, ligne par ligne'

const siqo = (sign: string, about: string): Timeline<Ruling> =>
  always('crpm-r230-30-3', {
    answer: 'counts',
    why: `${about} Ce signe officiel est dans la liste des produits de qualité et durables.`,
    proof: `${ON_INVOICE}, ou une photo de l’étiquette avec le logo ${sign}.`,
    instead: 'Si le produit est aussi bio, il se compte en bio, et seulement en bio.',
  })

export const countedClaims: readonly Claim[] = [
  {
    id: 'bio',
    name: 'Bio, agriculture biologique (AB, Eurofeuille)',
    words: [
      'bio',
      'biologique',
      'agriculture biologique',
      'issu de l agriculture biologique',
      'culture biologique',
      'elevage biologique',
      'ab',
      'label ab',
      'logo ab',
      'agriculture bio',
      'eurofeuille',
      'euro feuille',
      'label bio europeen',
      'organic',
    ],
    label: 'bio',
    rulings: always('crpm-l230-5-1-i-parts', {
      answer: 'counts',
      why: 'Un produit bio compte dans la part de bio et dans la part de produits durables et de qualité. Le logo AB et l’Eurofeuille se valent.',
      proof: `${ON_INVOICE}, et le certificat bio du fournisseur en cours de validité.`,
      instead: 'Un produit bio et équitable se signale aussi dans la ligne « dont commerce équitable ».',
    }),
  },
  {
    id: 'en-conversion',
    name: 'En conversion vers l’agriculture biologique',
    words: [
      'en conversion',
      'conversion bio',
      'en conversion bio',
      'bio en conversion',
      'en conversion ab',
      'en conversion biologique',
      'en conversion vers l agriculture biologique',
      'en conversion vers l ab',
      'en conversion vers le bio',
      'conversion vers l agriculture biologique',
      'en cours de conversion',
      'en cours de conversion bio',
      'deuxieme annee de conversion',
      '2e annee de conversion',
      '2eme annee de conversion',
      'troisieme annee de conversion',
      '3e annee de conversion',
      '3eme annee de conversion',
    ],
    label: 'bio',
    rulings: always('guide-cnrc-mesures-2022', {
      answer: 'counts_with_proof',
      why: 'Compte avec le bio à trois conditions : un produit végétal, un seul ingrédient d’origine agricole, et plus d’un an de conversion.',
      proof:
        'L’étiquette « produit en conversion vers l’agriculture biologique » : elle n’est permise qu’après un an. Gardez aussi le certificat du producteur.',
      instead: 'Souvent moins cher que le bio et déjà compté comme lui : une bonne façon de soutenir une ferme qui change.',
    }),
    cases: [
      {
        products: ['oeuf', 'fromage', 'laitage', 'volaille', 'boeuf', 'porc', 'autre_viande', 'charcuterie', 'poisson', 'miel'],
        families: ['viandes_volailles', 'charcuterie', 'produits_de_la_mer', 'produits_laitiers'],
        rulings: always('guide-cnrc-mesures-2022', {
          answer: 'does_not_count',
          why: 'La conversion ne se compte que pour les produits végétaux. Viande, lait, œufs et poisson comptent une fois la ferme passée en bio.',
          instead: 'Demandez au producteur la date de fin de conversion : le produit comptera dès ce jour-là.',
        }),
      },
      {
        products: ['plat'],
        rulings: always('guide-cnrc-mesures-2022', {
          answer: 'does_not_count',
          why: 'La conversion ne se compte que pour un produit à un seul ingrédient d’origine agricole : un plat en a plusieurs.',
          instead: 'Achetez l’ingrédient en conversion et cuisinez-le : cet achat-là compte.',
        }),
      },
    ],
  },
  {
    id: 'conversion-premiere-annee',
    name: 'Première année de conversion bio',
    words: [
      'premiere annee de conversion',
      '1re annee de conversion',
      '1ere annee de conversion',
      'premiere annee de conversion bio',
      '1re annee de conversion bio',
      '1ere annee de conversion bio',
      'en conversion premiere annee',
      'en conversion 1re annee',
      'en conversion 1ere annee',
      'en conversion bio 1re annee',
      'en conversion bio 1ere annee',
      'conversion annee 1',
    ],
    label: null,
    rulings: always('guide-cnrc-mesures-2022', {
      answer: 'does_not_count',
      why: 'Pendant la première année, le produit ne peut pas encore être vendu comme « en conversion ».',
      instead: 'Un peu de patience : passé un an, un produit végétal à un seul ingrédient agricole compte avec le bio.',
    }),
  },
  {
    id: 'label-rouge',
    name: 'Label Rouge',
    words: ['label rouge', 'labelrouge', 'lr', 'lbl rouge', 'label rge'],
    label: 'label_rouge',
    rulings: siqo('Label Rouge', 'Le Label Rouge atteste une qualité supérieure.'),
  },
  {
    id: 'aop',
    name: 'AOP, appellation d’origine protégée',
    words: ['aop', 'appellation d origine protegee', 'appellation d origine', 'dop', 'pdo'],
    label: 'aocaop_igp_stg',
    rulings: siqo('AOP', 'L’AOP lie un produit à son terroir et à son savoir-faire, partout en Europe.'),
  },
  {
    id: 'aoc',
    name: 'AOC, appellation d’origine contrôlée',
    words: ['aoc', 'appellation d origine controlee'],
    label: 'aocaop_igp_stg',
    rulings: siqo('AOC', 'L’AOC est l’étape française de l’AOP.'),
  },
  {
    id: 'igp',
    name: 'IGP, indication géographique protégée',
    words: ['igp', 'indication geographique protegee', 'indication geographique', 'pgi'],
    label: 'aocaop_igp_stg',
    rulings: siqo('IGP', 'L’IGP lie une qualité ou une réputation à un lieu.'),
  },
  {
    id: 'stg',
    name: 'STG, spécialité traditionnelle garantie',
    words: ['stg', 'specialite traditionnelle garantie', 'tsg'],
    label: 'aocaop_igp_stg',
    rulings: siqo('STG', 'La STG protège une recette ou une méthode traditionnelle.'),
  },
  {
    id: 'siqo',
    name: 'SIQO, « signe officiel de qualité » sans autre précision',
    words: ['siqo', 'signe officiel de qualite', 'signe de qualite', 'signe officiel', 'sous signe de qualite'],
    label: null,
    rulings: always('crpm-r230-30-3', {
      answer: 'counts_with_proof',
      why: 'Ces mots désignent un ensemble de signes qui comptent tous : bio, Label Rouge, AOC, AOP, IGP, STG. Reste à savoir lequel.',
      proof: 'Le nom du signe, écrit sur la facture ou l’étiquette : c’est lui qui dit où compter le produit.',
    }),
  },
  {
    id: 'hve',
    name: 'HVE, haute valeur environnementale (niveau 3)',
    words: [
      'hve',
      'haute valeur environnementale',
      'exploitation de haute valeur environnementale',
      'issu d une exploitation de haute valeur environnementale',
      ...levelWords('3'),
      ...levelWords('iii'),
      ...levelWords('trois'),
    ],
    label: 'hve',
    rulings: always('crpm-r230-30-3', {
      answer: 'counts',
      why: 'La haute valeur environnementale est le niveau 3, le plus élevé, de la certification environnementale. Elle compte aussi après 2026.',
      proof: `${ON_INVOICE}, et le certificat HVE de l’exploitation, avec sa date de fin.`,
    }),
  },
  {
    id: 'certification-environnementale-niveau-2',
    name: 'Certification environnementale de niveau 2',
    words: [...levelWords('2'), ...levelWords('ii'), ...levelWords('deux')],
    label: 'hve',
    rulings: whileLevel2Counts(
      {
        answer: 'counts',
        why: 'Le niveau 2 compte pour les achats faits jusqu’au dernier jour de 2026. Ensuite, seul le niveau 3, la HVE, continue.',
        proof: `${ON_INVOICE}, et l’attestation de niveau 2 délivrée par un organisme certificateur agréé.`,
        instead: 'Demandez dès maintenant à vos fournisseurs s’ils passent en HVE : leurs produits continueront de compter.',
      },
      {
        answer: 'does_not_count',
        why: 'À partir du 1er janvier 2027, seul le niveau 3, la haute valeur environnementale (HVE), compte.',
        instead: 'Demandez à ce fournisseur s’il est passé en HVE, ou s’il a un autre signe : bio, Label Rouge, AOP…',
      },
    ),
  },
  {
    id: 'certification-environnementale-niveau-1',
    name: 'Certification environnementale de niveau 1',
    words: [...levelWords('1'), ...levelWords('i'), ...levelWords('un')],
    label: null,
    rulings: always('crpm-l230-5-1-i-niveau-2', {
      answer: 'does_not_count',
      why: 'Le niveau 1 est un point de départ : l’exploitation respecte la réglementation. Il n’a jamais compté dans les parts.',
      instead: 'Le chemin est tracé : encouragez ce producteur à viser la HVE.',
    }),
  },
  {
    id: 'certification-environnementale',
    name: 'Certification environnementale, sans niveau indiqué',
    words: [
      'certification environnementale',
      'certifie environnementalement',
      'cee',
      'certification environnementale des exploitations',
    ],
    label: null,
    rulings: whileLevel2Counts(
      {
        answer: 'unknown',
        headline: 'Cela dépend du niveau',
        why: 'Le niveau 3 (HVE) compte ; le niveau 2 compte jusqu’à la fin de 2026 ; le niveau 1 ne compte pas.',
        proof: 'Le certificat de l’exploitation : il dit le niveau et la date de fin.',
      },
      {
        answer: 'unknown',
        headline: 'Cela dépend du niveau',
        why: 'À partir de 2027, seul le niveau 3 (HVE) compte.',
        proof: 'Le certificat de l’exploitation : il dit le niveau et la date de fin.',
      },
    ),
  },
  {
    id: 'fermier',
    name: 'Fermier, produit de la ferme, produit à la ferme',
    words: ['fermier', 'fermiere', 'ferm', 'produit de la ferme', 'produit a la ferme', 'de la ferme', 'a la ferme'],
    label: 'fermier',
    rulings: always('crpm-r230-30-3', {
      answer: 'unknown',
      headline: 'Cela dépend du produit',
      why: 'La mention ne compte que pour les produits où un texte la définit : œufs, fromages, et, sous conditions, volailles, bœuf et porc.',
      proof: 'Dites-nous de quel produit il s’agit : « œufs fermiers », « poulet fermier », « yaourt fermier »…',
    }),
    cases: [
      {
        products: ['oeuf'],
        rulings: always('crpm-r230-30-3', {
          answer: 'counts',
          why: 'Pour les œufs, un texte définit la mention « fermier » : elle compte.',
          proof: `${ON_INVOICE}, avec le nom de l’élevage.`,
        }),
      },
      {
        products: ['fromage'],
        rulings: always('crpm-r230-30-3', {
          answer: 'counts',
          why: 'Pour les fromages, fromage blanc compris, un texte définit la mention « fermier » : elle compte.',
          proof: `${ON_INVOICE}, avec le nom du producteur.`,
        }),
      },
      {
        products: ['volaille'],
        with: ['bio', 'label-rouge', 'aop', 'aoc'],
        rulings: always('crpm-r230-30-3', {
          answer: 'counts',
          why: 'Une volaille fermière qui est aussi bio, Label Rouge ou AOP compte, sous cet autre signe.',
          proof: `${ON_INVOICE}, avec les deux mentions.`,
        }),
      },
      {
        products: ['volaille'],
        rulings: always('crpm-r230-30-3', {
          answer: 'counts_with_proof',
          why: 'Une volaille fermière compte si elle est aussi bio, Label Rouge ou AOP. Seule exception : un petit élevage qui vend en direct, près de chez lui.',
          proof:
            'L’autre signe sur la facture ; ou, pour un petit élevage, une attestation de vente directe et locale avec le nom et l’adresse de la ferme.',
          instead: 'Presque toutes les volailles fermières du commerce sont Label Rouge ou bio : regardez l’étiquette.',
        }),
      },
      {
        products: ['boeuf', 'porc'],
        with: ['label-rouge'],
        rulings: always('crpm-r230-30-3', {
          answer: 'counts',
          why: 'Une viande de bœuf ou de porc fermière qui est aussi Label Rouge compte, en Label Rouge.',
          proof: `${ON_INVOICE}, avec les deux mentions.`,
        }),
      },
      {
        products: ['boeuf', 'porc'],
        rulings: always('crpm-r230-30-3', {
          answer: 'does_not_count',
          headline: 'Ne compte pas sans Label Rouge',
          why: 'Pour le bœuf et le porc, « fermier » ne compte que si la viande est aussi Label Rouge.',
          instead: 'Demandez à votre fournisseur la même viande en Label Rouge : elle existe souvent.',
        }),
      },
      {
        products: ['miel'],
        rulings: always('crpm-r230-30-3', {
          answer: 'does_not_count',
          why: 'Le miel n’est pas dans la liste des produits fermiers que nous avons lue : œufs, fromages, volailles, bœuf et porc.',
          instead: 'Un miel bio, IGP ou Label Rouge compte.',
          toVerify: true,
        }),
      },
      {
        products: ['laitage', 'autre_viande', 'charcuterie', 'poisson', 'vegetal', 'plat', 'boulangerie', 'boisson'],
        rulings: always('crpm-r230-30-3', {
          answer: 'does_not_count',
          why: 'Pour ce produit, aucun texte ne définit la mention « fermier » : elle ne compte que pour les œufs, les fromages et, sous conditions, les volailles, le bœuf et le porc.',
          instead:
            'La ferme est peut-être aussi bio ou HVE : une seule question suffit. Et dites à vos convives d’où vient le produit.',
        }),
      },
      {
        families: ['produits_laitiers'],
        rulings: always('crpm-r230-30-3', {
          answer: 'unknown',
          headline: 'Cela dépend du produit',
          why: 'Dans cette famille, la mention compte pour les œufs et les fromages, fromage blanc compris ; pas pour le lait, les yaourts, le beurre ni la crème.',
          proof: `${ON_INVOICE}, avec le nom du producteur.`,
        }),
      },
      {
        families: ['viandes_volailles'],
        rulings: always('crpm-r230-30-3', {
          answer: 'unknown',
          headline: 'Cela dépend du produit',
          why: 'Bœuf et porc doivent être aussi Label Rouge ; une volaille doit être aussi bio, Label Rouge ou AOP, sauf petit élevage en vente directe et locale. Pas de règle pour les autres viandes.',
          proof: 'L’autre signe, écrit sur la facture.',
        }),
      },
      {
        families: ['charcuterie', 'produits_de_la_mer', 'fruits_et_legumes', 'boulangerie', 'boissons', 'autres'],
        rulings: always('crpm-r230-30-3', {
          answer: 'does_not_count',
          why: 'Dans cette famille, aucun texte ne définit la mention « fermier ».',
          instead: 'La ferme est peut-être aussi bio ou HVE : une seule question suffit.',
        }),
      },
    ],
  },
  {
    id: 'commerce-equitable',
    name: 'Commerce équitable',
    words: ['commerce equitable', 'equitable', 'fair trade', 'issu du commerce equitable'],
    label: 'commerce_equitable',
    rulings: [
      {
        from: 2019,
        value: {
          answer: 'counts_with_proof',
          why: 'Le commerce équitable a rejoint la liste avec la loi Climat et résilience d’août 2021.',
          proof: `${ON_INVOICE}, et le nom du label équitable.`,
          toVerify: true,
        },
        source: 'loi-2005-882-art-60',
      },
      {
        from: 2023,
        value: {
          answer: 'counts_with_proof',
          why: 'Compte si le produit porte un label de commerce équitable reconnu : depuis le 1er janvier 2023, il est obligatoire pour employer le mot.',
          proof: `${ON_INVOICE}, et le nom du label équitable.`,
          instead: 'Bio et équitable ? Comptez-le en bio, et signalez-le dans « dont commerce équitable ».',
        },
        source: 'loi-2005-882-art-60',
      },
    ],
  },
  {
    id: 'labels-equitables',
    name: 'Labels de commerce équitable (Fairtrade / Max Havelaar, Fair for Life, Agri-Éthique, SPP…)',
    words: [
      'fairtrade',
      'max havelaar',
      'fair for life',
      'agri ethique',
      'agriethique',
      'spp',
      'symbole des petits producteurs',
      'wfto',
      'fairtrade max havelaar',
    ],
    label: 'commerce_equitable',
    rulings: always('loi-2005-882-art-60', {
      answer: 'counts_with_proof',
      why: 'Ce label se présente comme un label de commerce équitable. Il compte s’il est reconnu par l’État ; nous n’avons pas relu la liste à jour.',
      proof: `${ON_INVOICE}, et l’attestation de reconnaissance du label, que le fournisseur peut vous donner.`,
      instead: 'Bananes, café, chocolat, farine, lait : l’équitable se trouve aussi en produits français.',
      toVerify: true,
    }),
  },
  {
    id: 'ecolabel-peche-durable',
    name: 'Écolabel public « Pêche durable »',
    words: [
      'ecolabel peche durable',
      'label peche durable',
      'logo peche durable',
      'eco label peche durable',
      'ecolabel public peche durable',
    ],
    label: 'peche_durable',
    rulings: always('crpm-l644-15', {
      answer: 'counts',
      why: 'C’est le seul écolabel de pêche que la loi nomme : celui de l’État.',
      proof: `${ON_INVOICE}, ou une photo du logo « Pêche durable » de l’État.`,
    }),
  },
  {
    id: 'rup',
    name: 'Logo RUP, régions ultrapériphériques',
    words: ['rup', 'logo rup', 'region ultraperipherique', 'symbole graphique rup', 'logo region ultraperipherique'],
    label: 'rup',
    rulings: always('crpm-r230-30-3', {
      answer: 'counts',
      why: 'Le logo RUP distingue des produits de Guadeloupe, de Guyane, de Martinique, de La Réunion, de Saint-Martin, de Mayotte, des Açores, de Madère et des Canaries.',
      proof: `${ON_INVOICE}, ou une photo du logo RUP.`,
    }),
  },
  {
    id: 'externalites-environnementales',
    name: 'Achat qui tient compte des externalités environnementales',
    words: [
      'externalite environnementale',
      'externalite',
      'cout du cycle de vie',
      'cycle de vie',
      'critere externalite environnementale',
      'cout des externalites',
    ],
    label: 'externalites',
    rulings: always('crpm-r230-30-2', {
      answer: 'counts_with_proof',
      why: 'Ce n’est pas un label : c’est une façon d’acheter. Le critère pèse de 10 à 30 % dans le choix de l’offre, et l’offre retenue obtient au moins 4/10 de la note la plus haute.',
      proof: 'Les pièces du marché : le critère, son poids, la méthode de calcul et la note de l’offre retenue.',
      instead: 'Vous préparez un marché ? C’est le moment d’inscrire ce critère.',
    }),
  },
  {
    id: 'performance-et-approvisionnement-direct',
    name: 'Achat fondé sur l’environnement et l’approvisionnement direct',
    words: [
      'performance environnementale',
      'performance en matiere de protection de l environnement',
      'performance en matiere environnementale',
      'performance environnement',
      'performance protection environnement',
      'approvisionnement direct',
      'performance environnementale et approvisionnement direct',
      'protection de l environnement et approvisionnement direct',
    ],
    label: 'performance',
    rulings: always('crpm-l230-5-1-i-parts', {
      answer: 'counts_with_proof',
      why: 'Ce n’est pas un label : c’est une façon d’acheter. Les deux critères ensemble, environnement et approvisionnement direct, doivent décider du choix de l’offre.',
      proof: 'Les pièces du marché : les deux critères, leur poids et les notes.',
      instead:
        'Des livrets officiels de juin 2026 montrent comment faire pour les viandes, les fruits et légumes et les légumineuses.',
    }),
  },
  {
    id: 'equivalent',
    name: 'Produit « équivalent » à un signe qui compte',
    words: ['equivalent', 'equivalence', 'produit equivalent', 'de facon equivalente'],
    label: null,
    rulings: always('ccp-r2111-12-a-17', {
      answer: 'counts_with_proof',
      headline: 'Compte seulement si vous prouvez l’équivalence',
      why: 'Un produit peut compter sans le signe s’il répond à des exigences équivalentes. C’est à l’acheteur de le prouver.',
      proof:
        'Un dossier qui compare les exigences point par point, établi au moment du marché. Pour le niveau 2, un certificat d’un organisme indépendant accrédité.',
      instead: 'Comptez le produit dans la catégorie du signe auquel il équivaut.',
    }),
  },
]
