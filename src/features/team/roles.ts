// The three roles in French, each in one sentence.
import type { Choice } from '../../platform/html/fields.tsx'
import { ROLES, type Role, roleWords } from '../canteens/canteens.ts'

export const ROLE_WORDS: Readonly<Record<Role, { label: string; means: string }>> = {
  administrator: {
    label: roleWords.administrator,
    means: 'Règle tout : l’équipe et ses rôles, la fiche, les groupes, l’archivage, et tout ce que permet la saisie.',
  },
  entry: { label: roleWords.entry, means: 'Tient à jour la fiche, les achats et les bilans, sans toucher à l’équipe.' },
  reader: { label: roleWords.reader, means: 'Consulte tout, sans rien modifier.' },
}

export const roleChoices: Choice[] = ROLES.map((role) => ({
  value: role,
  label: ROLE_WORDS[role].label,
  hint: ROLE_WORDS[role].means,
}))

/** The role of this name in a form, or null. */
export const readRole = (typed: string): Role | null => ROLES.find((role) => role === typed) ?? null
