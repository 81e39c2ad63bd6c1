// Says where the amounts are kept, and lets them go – or come back, for a hand that slipped.
import { canKeep, type Draft, forgetDraft, keepDraft, readDraft } from './calculator-draft.client.ts'
import { fields } from './calculator-entry.client.ts'
import { typedValues, writeValues } from './calculator-fields.client.ts'

const PROMISE =
  'Votre saisie reste sur cet appareil, même si vous fermez la page : aucun montant ne nous est envoyé. Sur un ordinateur partagé, effacez-la en partant. '

/** Rewrites `text` where this browser keeps the draft; elsewhere the server's words stand. */
export function offerToForget(form: HTMLFormElement, text: HTMLElement, draw: () => void) {
  if (!canKeep()) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'fr-btn fr-btn--sm fr-btn--tertiary'
  text.textContent = PROMISE
  text.append(button)

  let forgotten: Draft | null = null
  const remember = (draft: Draft | null) => {
    forgotten = draft
    button.textContent = draft ? 'Annuler l’effacement' : 'Tout effacer'
  }
  remember(null)
  button.addEventListener('click', () => {
    if (forgotten) {
      keepDraft(forgotten)
      writeValues(form, forgotten)
      remember(null)
    } else {
      remember(readDraft())
      forgetDraft()
      const blank = Object.keys(typedValues(form)).filter((name) => name !== fields.year)
      writeValues(form, Object.fromEntries(blank.map((name) => [name, ''])))
    }
    draw()
  })
  // Something new is typed: what was there before cannot come back over it.
  form.addEventListener('input', () => remember(null))
}
