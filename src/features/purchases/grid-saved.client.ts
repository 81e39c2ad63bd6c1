// In the book, once the grid is saved: its draft has no more reason to be.
import { keepDraft } from './grid-draft.client.ts'

for (const part of document.querySelectorAll<HTMLElement>('[data-saved-draft]')) keepDraft(part.dataset.savedDraft!, [])
