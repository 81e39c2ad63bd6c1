// How products are named on invoices, where the rules tell products apart. Longer names are tried first: « fromage de tête » is no cheese.
import type { ProductId } from './claim.ts'
import type { FamilyId } from './families.ts'

export const products: readonly {
  readonly id: ProductId
  readonly name: string
  readonly family: FamilyId
  readonly words: string
}[] = [
  {
    id: 'oeuf',
    name: 'œufs',
    family: 'produits_laitiers',
    words: 'oeuf',
  },
  {
    id: 'fromage',
    name: 'fromages, fromage blanc compris',
    family: 'produits_laitiers',
    words:
      'fromage, fromage blanc, fromage frais, faisselle, petit suisse, tomme, tome, camembert, brie, emmental, gruyere, comte, cantal, buche de chevre, crottin, chevre, brebis, raclette, mozzarella, feta, roquefort, munster, coulommier, saint nectaire, reblochon, cabecou, bleu d auvergne, bleu de bresse, bleu de gex, fourme, rocamadour, saint marcellin, pelardon, picodon, morbier, mimolette, ricotta, mascarpone, parmesan, maroille, livarot, gouda, edam, neufchatel, salers, laguiole, beaufort, abondance, chaource, langre, epoisse, selles sur cher, sainte maure, valencay, pouligny, banon, ossau iraty, pont l eveque, brousse, saint felicien, cancoillotte',
  },
  {
    id: 'laitage',
    name: 'lait, yaourts, beurre, crème',
    family: 'produits_laitiers',
    words:
      'lait, yaourt, yogourt, beurre, creme, creme fraiche, creme dessert, skyr, laitage, dessert lacte, flan, riz au lait, lait de vache, lait de chevre, lait de brebis, yaourt de brebis, yaourt de chevre, yaourt au lait de brebis, yaourt au lait de chevre, glace, creme glacee',
  },
  {
    id: 'volaille',
    name: 'volailles',
    family: 'viandes_volailles',
    words:
      'volaille, poulet, poule, coquelet, poularde, chapon, dinde, dindonneau, canard, canette, oie, pintade, pintadeau, caille, pigeon',
  },
  {
    id: 'boeuf',
    name: 'bœuf et veau',
    family: 'viandes_volailles',
    words:
      'boeuf, veau, bovin, bovine, genisse, vache, steak, bavette, entrecote, rumsteak, rosbif, bourguignon, blanquette, faux filet, taureau, noix de veau, noix de boeuf',
  },
  {
    id: 'porc',
    name: 'porc',
    family: 'viandes_volailles',
    words:
      'porc, cochon, porcelet, porcine, echine, filet mignon, travers, cote de porc, roti de porc, saute de porc, noix de porc, noix de jambon',
  },
  {
    id: 'autre_viande',
    name: 'autres viandes (agneau, lapin, gibier…)',
    family: 'viandes_volailles',
    words: 'agneau, mouton, ovin, chevreau, cabri, lapin, cheval, gibier, cerf, sanglier, gigot, viande de chevre',
  },
  {
    id: 'charcuterie',
    name: 'charcuterie',
    family: 'charcuterie',
    words:
      'charcuterie, jambon, saucisson, saucisse, merguez, chipolata, pate de campagne, pate de foie, terrine, rillette, lardon, bacon, boudin, andouille, andouillette, chorizo, fromage de tete, pate croute, pate en croute, pate de volaille, foie gras, foie gras de canard, terrine de canard, terrine de lapin, rillette de canard, rillette d oie, rillette de poulet, rillette de porc, saucisse de porc, saucisse de volaille, jambon de dinde, jambon de poulet, mousse de canard, gesier, saucisse de poulet, saucisson de canard, terrine de volaille',
  },
  {
    id: 'poisson',
    name: 'poissons et produits de la mer',
    family: 'produits_de_la_mer',
    words:
      'poisson, colin, cabillaud, lieu, merlu, saumon, truite, thon, sardine, maquereau, hareng, bar, daurade, dorade, sole, limande, morue, eglefin, hoki, panga, moule, huitre, crevette, coquille saint jacques, saint jacques, crustace, coquillage, surimi, lotte, raie, calamar, encornet, julienne, lingue, merlan, carrelet, tacaud, sabre, algue',
  },
  {
    id: 'vegetal',
    name: 'fruits, légumes, légumineuses, céréales',
    family: 'fruits_et_legumes',
    words:
      'fruit, legume, pomme, poire, banane, peche, abricot, prune, cerise, fraise, framboise, raisin, kiwi, orange, clementine, citron, melon, pasteque, ananas, mangue, noix, chataigne, carotte, pomme de terre, patate, tomate, courgette, aubergine, poivron, salade, laitue, endive, chou, brocoli, haricot, petit poi, epinard, poireau, oignon, ail, potiron, courge, butternut, radi, betterave, concombre, celeri, navet, champignon, lentille, pois chiche, poi chiche, feve, quinoa, riz, semoule, boulgour, farine, ble, orge, avoine, pate alimentaire, pate fraiche, coquillette, spaghetti, macaroni, compote, confiture, puree, sucre, cafe, chocolat, cacao, the, epice, piment, huile d olive, huile de colza, huile de tournesol',
  },
  {
    id: 'plat',
    name: 'plats et produits à plusieurs ingrédients',
    family: 'autres',
    words:
      'quiche, pizza, lasagne, gratin, hachis, crepe, galette, mayonnaise, sauce, nugget, cordon bleu, ravioli, raviole, quenelle, sandwich, panini, croque, paella, couscous, cassoulet, parmentier, burger, feuillete, cake, friand, beignet, pate aux oeuf, plat cuisine, omelette, soupe, veloute, bouillon, tourte, cannelloni, samoussa, nem, brandade, chili, tajine, salade composee, tartiflette',
  },
  { id: 'miel', name: 'miel', family: 'autres', words: 'miel' },
  {
    id: 'boulangerie',
    name: 'pain et pâtisserie',
    family: 'boulangerie',
    words:
      'pain, baguette, brioche, croissant, viennoiserie, gateau, madeleine, biscuit, tarte, tartelette, patisserie, pain de mie, pain au lait, pain au chocolat',
  },
  {
    id: 'boisson',
    name: 'boissons',
    family: 'boissons',
    words:
      'jus, jus de pomme, jus d orange, jus de raisin, jus de fruit, jus de tomate, cidre, vin, biere, sirop, limonade, eau, boisson, nectar, rhum, lait de coco, lait d amande, lait de soja, lait d avoine, boisson vegetale',
  },
]
