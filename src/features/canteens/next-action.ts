// What a canteen needs next, in one sentence, and where that is done.
import { missingFields } from '../../law/canteen-record.ts'
import type { Canteen } from './canteen.sql.ts'
import { type Role, roleAllows } from './members.sql.ts'
import { fieldWords, listWords } from './words.ts'

export type NextAction = {
  readonly state: 'fine' | 'to_do' | 'to_check' | 'archived'
  readonly words: string
  /** Where this role can do it; null when there is nothing to do, or nothing that this role may. */
  readonly link: { readonly href: string; readonly label: string } | null
}

/** The most useful thing to do on the record of this canteen. */
export function nextActionOf(canteen: Canteen, role: Role): NextAction {
  const link = (label: string, needed: Role = 'entry') =>
    roleAllows(role, needed) ? { href: `/cantines/${canteen.id}/modifier`, label } : null
  if (canteen.archivedAt !== null) return { state: 'archived', words: 'Archivée', link: null }
  if (canteen.registerState === 'closed')
    return {
      state: 'to_check',
      words: 'Son SIRET est celui d’un établissement fermé, d’après l’annuaire des entreprises',
      link: link('Mettre le SIRET à jour', 'administrator'),
    }
  const missing = missingFields(canteen)
  if (missing.length > 0)
    return {
      state: 'to_do',
      words: `Il manque ${listWords(missing.map((field) => fieldWords[field].the))}`,
      link: link('Compléter la fiche'),
    }
  if (canteen.registerState === 'unknown')
    return {
      state: 'to_check',
      words: 'L’annuaire des entreprises ne connaît pas ce SIRET',
      link: link('Vérifier le SIRET', 'administrator'),
    }
  return { state: 'fine', words: 'Fiche complète : rien d’urgent', link: null }
}
