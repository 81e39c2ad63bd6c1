// How what happens to recurring purchases reads in the trail of purchases.
import { purchaseTrailWords } from '../purchases/purchases.ts'

const days = (count: unknown) => `${count} échéance${Number(count) > 1 ? 's' : ''}`

Object.assign(purchaseTrailWords, {
  'recurring-started': ({ purchaseId, every }) =>
    `L’achat nº ${purchaseId} reviendra chaque ${every === 'week' ? 'semaine' : 'mois'}, à confirmer`,
  'recurring-skipped': ({ count }) => `${days(count)} d’achats récurrents ${Number(count) > 1 ? 'passées' : 'passée'}`,
  'recurring-taken-back': ({ count }) => `${days(count)} d’achats récurrents de nouveau à confirmer`,
  'recurring-changed': () => 'Achat récurrent modifié',
  'recurring-paused': () => 'Achat récurrent mis en pause',
  'recurring-ended': () => 'Achat récurrent arrêté',
  'recurring-restored': () => 'Arrêt d’un achat récurrent annulé',
  'recurring-resumed': () => 'Achat récurrent repris',
} satisfies typeof purchaseTrailWords)
