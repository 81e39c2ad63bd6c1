// Is a practice in place? Three answers: yes, no (certain as soon as one part is), not known yet.
import { all, any } from './audiences.ts'
import type { CommunicationSupport, Practices } from './practices.ts'

/** At least one action against food waste, listed or described. */
export function hasWasteActions({ wasteActions, otherWasteAction }: Practices): boolean | null {
  if ((wasteActions !== null && wasteActions.length > 0) || otherWasteAction?.trim()) return true
  return wasteActions === null ? null : false
}

/** A vegetarian menu once a week or more. */
export function hasWeeklyVegetarianMenu({ vegetarianWeeklyRecurrence: recurrence }: Practices): boolean | null {
  return recurrence === null ? null : recurrence === 'DAILY' || recurrence === 'HIGH' || recurrence === 'MID'
}

/** A vegetarian choice every day. */
export function hasDailyVegetarianMenu({ vegetarianWeeklyRecurrence: recurrence }: Practices): boolean | null {
  return recurrence === null ? null : recurrence === 'DAILY'
}

/** No plastic container to cook, reheat or serve. */
export const withoutPlasticContainers = (practices: Practices): boolean | null =>
  all(practices.cookingPlasticSubstituted, practices.servingPlasticSubstituted)

/** Diners are told about quality on the spot, once a year or more. */
export const informsByDisplay = (practices: Practices): boolean | null => informs(practices, hasDisplay)
/** Diners are told about quality electronically, once a year or more. */
export const informsElectronically = (practices: Practices): boolean | null => informs(practices, isElectronic)

const hasDisplay = (support: CommunicationSupport) => support === 'DISPLAY'
const isElectronic = (support: CommunicationSupport) => support === 'DIGITAL' || support === 'EMAIL' || support === 'WEBSITE'

function informs(practices: Practices, by: (support: CommunicationSupport) => boolean): boolean | null {
  const { communicatesOnFoodQuality: informing, communicationFrequency: frequency, communicationSupports: supports } = practices
  const often = frequency === null ? null : frequency !== 'LESS_THAN_YEARLY'
  // « Autres moyens d'affichage et de communication électronique », an answer of former years, may be either.
  const either = supports?.includes('OTHER') ? null : false
  const bySupport = supports === null ? null : any(supports.some(by), either)
  return all(informing, often, bySupport)
}
