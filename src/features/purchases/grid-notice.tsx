// In the book, what the grid has just saved, with the way to see it alone and to take it back.
import { Notice } from '../../platform/html/pieces.tsx'
import type { FormValues } from '../../platform/http/forms.ts'
import { bookAddress } from './criteria.ts'
import { draftOf, isGoKey, sourceOfGo } from './grid-save.ts'
import { countWords } from './words.ts'

/** Null when the address tells of nothing that was saved. */
export function savedNotice(canteenId: number, personId: string, query: FormValues) {
  const [key, count] = [query.get('saisie'), Number(query.get('saisis'))]
  if (!isGoKey(key) || !(count > 0)) return null
  return (
    <div data-saved-draft={draftOf(canteenId, personId)} data-saved-go={key}>
      <Notice title={`${countWords(count)} ${count > 1 ? 'enregistrés' : 'enregistré'}`} kind="success">
        <form method="post" action={`/cantines/${canteenId}/achats/saisir/annuler`} class="actions">
          <input type="hidden" name="cle" value={key} />
          <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
            Annuler cet ajout
          </button>
          <a class="fr-link" href={bookAddress(canteenId, { sourceId: sourceOfGo(key) })}>
            {count > 1 ? 'Ne voir que ces lignes' : 'Ne voir que cette ligne'}
          </a>
        </form>
      </Notice>
    </div>
  )
}
