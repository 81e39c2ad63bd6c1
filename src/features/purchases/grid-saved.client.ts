// In the book, once the grid is saved: its draft has no more reason to be.
import { forgetDraft } from './grid-draft.client.ts'

// Once: shown again by « back » or « forward », this page knows nothing of what was typed since.
if (!history.state?.draftForgotten) {
  for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-saved-draft]'))
    forgetDraft(dataset.savedDraft!, dataset.savedGo!)
  history.replaceState({ ...history.state, draftForgotten: true }, '')
}
