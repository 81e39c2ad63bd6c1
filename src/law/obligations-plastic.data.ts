// Obligations about plastics and water.
import * as who from './conditions.ts'
import type { ObligationRow } from './obligation.ts'
import { withoutPlasticContainers } from './practice-answers.ts'

export const plasticObligations = [
  {
    id: 'plastic-tableware',
    rows: [24, 25],
    title: 'Plus de vaisselle jetable en plastique',
    text: 'Gobelets, verres et assiettes, puis pailles, couverts, couvercles et touillettes en plastique à usage unique sont interdits.',
    kind: 'duty',
    measure: 'plastic',
    gates: true,
    rules: [
      { from: '2020-01-01', when: [who.everyone], source: 'ce-l541-15-10-gobelets-assiettes' },
      { from: '2021-01-01', when: [who.everyone], source: 'ce-l541-15-10-pailles-couverts' },
    ],
    alsoSee: ['ce-d541-330', 'decret-2019-1451', 'ce-r541-351'],
    questions: ['plasticTablewareSubstituted'],
    met: ({ practices }) => practices.plasticTablewareSubstituted,
    says: {
      met: 'Vous n’utilisez plus d’ustensiles en plastique à usage unique',
      notMet: 'Remplacez les ustensiles en plastique à usage unique qui restent',
      unknown: 'Dites-nous s’il reste des ustensiles en plastique à usage unique',
    },
  },
  {
    id: 'plastic-bottles',
    rows: [26],
    title: 'Plus de bouteilles d’eau plate en plastique à l’école',
    text: 'Dans les écoles desservies par un réseau d’eau potable, l’eau plate n’est plus servie en bouteille de plastique.',
    kind: 'duty',
    measure: 'plastic',
    gates: true,
    rules: [{ from: '2020-01-01', when: [who.schoolMeals], source: 'ce-l541-15-10-eau-plate-ecole' }],
    questions: ['plasticBottlesSubstituted'],
    met: ({ practices }) => practices.plasticBottlesSubstituted,
    says: {
      met: 'Vous ne mettez plus de bouteilles d’eau plate en plastique à disposition',
      notMet: 'Remplacez les bouteilles d’eau plate en plastique par des carafes ou des fontaines',
      unknown: 'Dites-nous si des bouteilles d’eau plate en plastique sont encore proposées',
    },
  },
  {
    id: 'plastic-bottles-free',
    rows: [27],
    title: 'Plus de bouteilles en plastique distribuées gratuitement',
    text: 'Les bouteilles en plastique ne sont plus distribuées gratuitement dans les établissements recevant du public et au travail.',
    kind: 'duty',
    measure: 'plastic',
    rules: [{ from: '2021-01-01', when: [who.everyone], source: 'ce-l541-15-10-bouteilles-gratuites' }],
    alsoSee: ['ce-r541-350', 'cch-r143-2'],
    questions: ['plasticBottlesSubstituted'],
    // Without bottles there is no free bottle; with bottles, the question does not say whether they are given or sold.
    met: ({ practices }) => practices.plasticBottlesSubstituted || null,
    says: {
      met: 'Aucune bouteille d’eau plate en plastique n’est distribuée',
      notMet: '',
      unknown: 'Vérifiez qu’aucune bouteille en plastique n’est distribuée gratuitement',
    },
  },
  {
    id: 'water-fountains',
    rows: [28],
    title: 'Fontaines à eau',
    text: 'Une fontaine d’eau potable dès 301 personnes accueillies, puis une par tranche de 300.',
    kind: 'duty',
    measure: 'plastic',
    rules: [
      {
        from: '2022-01-01',
        when: [who.onlyIf('si l’établissement reçoit plus de 300 personnes (catégories 1 à 3)')],
        source: 'ce-l541-15-10-fontaines',
      },
    ],
    alsoSee: ['ce-d541-340'],
  },
  {
    id: 'free-water-notice',
    rows: [29],
    title: 'Eau potable gratuite signalée',
    text: 'Une mention visible indique que l’on peut demander de l’eau potable gratuite.',
    kind: 'duty',
    measure: 'plastic',
    rules: [{ from: '2022-01-01', when: [who.everyone], source: 'ce-l541-15-10-eau-gratuite' }],
  },
  {
    id: 'reusable-home-delivery',
    rows: [30],
    title: 'Portage à domicile : récipients réemployables',
    text: 'Le portage quotidien de repas utilise des récipients réemployables et collectés.',
    kind: 'duty',
    measure: 'plastic',
    rules: [
      {
        from: '2022-01-01',
        when: [who.onlyIf('si vous livrez des repas à domicile au moins quatre fois par semaine')],
        source: 'ce-l541-15-10-portage',
      },
    ],
    alsoSee: ['ce-d541-341'],
  },
  {
    id: 'reusable-on-site',
    rows: [31],
    title: 'Vaisselle réemployable sur place',
    text: 'Les repas pris sur place sont servis dans de la vaisselle réemployable.',
    kind: 'duty',
    measure: 'plastic',
    rules: [
      {
        from: '2023-01-01',
        when: [who.onlyIf('si vingt personnes au moins peuvent y manger en même temps')],
        source: 'ce-l541-15-10-sur-place',
      },
    ],
    alsoSee: ['ce-d541-342'],
  },
  {
    id: 'plastic-containers',
    rows: [32],
    title: 'Plus de contenants en plastique pour cuire, réchauffer et servir',
    text: 'Dans l’enseignement, l’accueil des moins de six ans et certains services de santé, plus de contenants en plastique pour cuire, réchauffer ou servir.',
    kind: 'duty',
    measure: 'plastic',
    gates: true,
    rules: [
      { from: '2025-01-01', when: [who.youthService, who.notSmallCommune], source: 'ce-l541-15-10-contenants' },
      { from: '2028-01-01', when: [who.youthService], source: 'ce-l541-15-10-contenants' },
    ],
    alsoSee: ['loi-2018-938-art-28', 'loi-2020-105-art-77', 'decret-2025-80', 'ce-d541-338', 'crpm-l230-5-8', 'cna-avis-87'],
    questions: ['cookingPlasticSubstituted', 'servingPlasticSubstituted'],
    met: ({ practices }) => withoutPlasticContainers(practices),
    says: {
      met: 'Vous n’utilisez plus de contenants en plastique pour cuire, réchauffer et servir',
      notMet: 'Remplacez les contenants en plastique qui servent encore à cuire, réchauffer ou servir',
      unknown: 'Dites-nous s’il reste des contenants en plastique pour cuire, réchauffer ou servir',
    },
  },
  {
    id: 'take-away-containers',
    rows: [33],
    title: 'Vente à emporter : contenants réemployables ou recyclables',
    text: 'Pour la vente à emporter, un contenant réutilisable ou en matières recyclables est proposé.',
    kind: 'duty',
    measure: 'plastic',
    rules: [
      {
        from: '2025-01-01',
        when: [who.onlyIf('si vous vendez des repas à emporter')],
        source: 'ce-l541-15-10-emporter',
      },
    ],
    alsoSee: ['loi-2021-1104-art-24'],
  },
] as const satisfies readonly ObligationRow[]
