// In the book, what has just become of a file, with the way to take it back.
import { Notice } from '../../platform/html/pieces.tsx'
import type { FormValues } from '../../platform/http/forms.ts'
import { idOf } from '../canteens/canteens.ts'
import { MOST_AT_ONCE } from './attached-file.ts'
import { fileAddress } from './attached-file-form.tsx'
import { countWords } from './words.ts'

/** Null when the address tells nothing of a file. */
export function attachedNotice(canteenId: number, query: FormValues) {
  if (query.has('joint')) return <Notice title="Le justificatif est de nouveau joint" kind="success" />
  if (query.has('perdu')) return <Notice title="Ce justificatif n’est plus gardé : joignez-le à nouveau" />
  const detached = Number(query.get('detaches'))
  if (query.has('detaches'))
    return detached > 0 ? (
      <Notice title={`Le justificatif est retiré de ${countWords(detached)}`} kind="success" />
    ) : (
      <Notice title="Ce justificatif n’était joint à aucun achat" />
    )
  if (!query.has('joints')) return null
  if (query.get('joints') === 'trop')
    return (
      <Notice title={`Un justificatif se joint à ${MOST_AT_ONCE} achats au plus : resserrez votre recherche`} kind="warning" />
    )
  const [attached, file] = [Number(query.get('joints')), idOf(query.get('fichier'))]
  if (query.has('servis')) return <Notice title="Rien n’est joint : ces achats ont déjà un justificatif" />
  if (!(attached > 0) || file === null) return <Notice title="Rien n’est joint : cochez d’abord des achats" />
  return (
    <Notice title={`Le justificatif est joint à ${countWords(attached)}`} kind="success">
      <form method="post" action={`${fileAddress(canteenId, file)}/retirer`}>
        <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
          Le retirer de tous ses achats
        </button>
      </form>
    </Notice>
  )
}
