// In the book, once the grid is saved: its draft has no more reason to be.
import { forgetDraft } from './grid-draft.client.ts'

for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-saved-draft]'))
  forgetDraft(dataset.savedDraft!, dataset.savedGo!)
