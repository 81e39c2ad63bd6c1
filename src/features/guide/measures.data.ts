// The words of the five measures that are ours and not the law's. Figures and dates come from the tables of src/law.
import type { MeasureId } from '../../law/obligations.ts'

export const measureWords: Readonly<Record<MeasureId, { slug: string; promise: string; why: string; firstStep: string }>> = {
  appro: {
    slug: 'qualite-des-produits',
    promise: 'Acheter davantage de bio et de produits durables et de qualité, viandes et poissons compris.',
    why: 'Ce que vous achetez nourrit vos convives, et fait vivre celles et ceux qui produisent. La loi regarde la part de ces achats dans l’année, en euros hors taxes, toutes saisons et tous fournisseurs confondus : vous choisissez par où progresser.',
    firstStep:
      'Demandez à vos trois plus gros fournisseurs le montant de vos achats par label : ils l’ont souvent, et bien des produits que vous servez déjà comptent.',
  },
  waste: {
    slug: 'gaspillage-alimentaire',
    promise: 'Comprendre ce qui se perd, agir, et donner ce qui peut l’être.',
    why: 'Ce qui n’est pas jeté n’a pas besoin d’être acheté. C’est souvent le premier argent trouvé pour monter en qualité, sans toucher au prix du repas.',
    firstStep:
      'Pesez pendant une semaine ce qui reste en cuisine, sur la ligne de service et dans les assiettes : trois seaux et une balance suffisent.',
  },
  diversification: {
    slug: 'menus-vegetariens',
    promise: 'Varier les protéines, et faire aimer les plats sans viande ni poisson.',
    why: 'Lentilles, pois chiches, œufs, fromages, céréales : un menu végétarien bien cuisiné plaît, allège le budget et laisse de quoi acheter une meilleure viande les autres jours.',
    firstStep: 'Choisissez une recette que votre équipe aime manger, et servez-la deux fois avant de juger : le goût s’apprend.',
  },
  plastic: {
    slug: 'interdiction-du-plastique',
    promise: 'Se passer du plastique jetable, et de celui qui chauffe avec les aliments.',
    why: 'Le plastique chauffé peut passer dans le repas, et le jetable finit dehors. L’inox, le verre et la porcelaine durent plus longtemps ; ils demandent de revoir le lavage et le port de charges, alors mieux vaut s’y préparer.',
    firstStep:
      'Faites l’inventaire de ce qui est en plastique, du four à la table, et commencez par ce qui touche les plats chauds.',
  },
  info: {
    slug: 'information-des-usagers',
    promise: 'Dire à vos convives ce qu’ils mangent, d’où cela vient et où vous en êtes.',
    why: 'Vos efforts méritent d’être vus. Une affiche simple et à jour donne confiance, ouvre la discussion avec les familles et les équipes, et fait aimer le travail de la cuisine.',
    firstStep: 'Affichez à l’entrée vos parts de l’an dernier, même modestes, avec ce que vous visez cette année.',
  },
}
