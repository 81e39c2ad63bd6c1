// What the catalogue knows of a resource, and the words that pages use for it. Codes are those of the addresses (`?public=elu`).
import { type MeasureId, measures } from '../../law/obligations.ts'
import type { SectorCategory } from '../../law/sectors.ts'
import type { IsoDate } from '../../law/timeline.ts'

/** A measure of the law, or the yearly declaration. */
export type Topic = MeasureId | 'declaration'
export type Kind = (typeof kinds)[number]['id']
export type Audience = (typeof audiences)[number]['id']
export type Effort = (typeof efforts)[number]['id']
export type Cost = keyof typeof costLabels
export type Format = keyof typeof formatLabels

export type Resource = {
  readonly id: string
  readonly title: string
  /** Ours, in one or two sentences. */
  readonly summary: string
  readonly kind: Kind
  readonly topics: readonly Topic[]
  readonly audiences: 'all' | readonly Audience[]
  readonly sectors: 'all' | readonly SectorCategory[]
  /** Region codes, when it is made for some territories only. */
  readonly regions?: readonly string[]
  readonly effort: Effort
  readonly cost: Cost
  readonly publisher: string
  /** `YYYY` or `YYYY-MM`. */
  readonly publishedAt?: string
  readonly url: string
  readonly format: Format
  /** Nobody has opened the link by hand yet. */
  readonly toVerify: boolean
  /** A good one to begin with: shown first, and proposed first for a gap. */
  readonly toStart?: true
  /** What the reader must know because the document has aged. */
  readonly caution?: string
  /** From this day on it is of no use any more: never proposed, shown last and marked. */
  readonly staleFrom?: IsoDate
  /** Id of the older edition that it takes the place of. */
  readonly replaces?: string
}

export const topics: readonly { readonly id: Topic; readonly label: string }[] = [
  ...measures,
  { id: 'declaration', label: 'Déclaration annuelle' },
]

export const kinds = [
  { id: 'guide', label: 'Guide' },
  { id: 'fiche', label: 'Fiche' },
  { id: 'outil', label: 'Outil' },
  { id: 'modele', label: 'Modèle à remplir' },
  { id: 'recettes', label: 'Recettes' },
  { id: 'calendrier', label: 'Calendrier des saisons' },
  { id: 'affiche', label: 'Affiche ou dépliant' },
  { id: 'video', label: 'Vidéo' },
  { id: 'webinaire', label: 'Webinaire' },
  { id: 'formation', label: 'Formation' },
  { id: 'annuaire', label: 'Annuaire' },
  { id: 'acteur', label: 'Organisme d’appui' },
  { id: 'rapport', label: 'Rapport ou étude' },
  { id: 'texte', label: 'Cadre et règles' },
] as const

export const audiences = [
  { id: 'chef', label: 'Équipe de cuisine' },
  { id: 'acheteur', label: 'Acheteurs et acheteuses' },
  { id: 'gestionnaire', label: 'Gestionnaires' },
  { id: 'dieteticien', label: 'Diététicien·nes' },
  { id: 'elu', label: 'Élu·es' },
  { id: 'prestataire', label: 'Sociétés de restauration' },
] as const

export const efforts = [
  { id: 'petit', label: 'Petit', hint: 'à utiliser tout de suite' },
  { id: 'moyen', label: 'Moyen', hint: 'demande de s’organiser' },
  { id: 'grand', label: 'Grand', hint: 'un projet à mener' },
] as const

export const costLabels = { gratuit: 'Gratuit', mixte: 'En partie payant', payant: 'Payant' } as const

export const formatLabels = {
  html: 'page web',
  pdf: 'PDF',
  video: 'vidéo',
  xlsx: 'tableur',
  docx: 'document à modifier',
  pptx: 'diaporama',
} as const

/** The French word of a code in one of the tables above. */
export function labelOf<Id extends string>(table: readonly { readonly id: Id; readonly label: string }[], id: Id): string {
  return table.find((row) => row.id === id)!.label
}

const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** « juin 2026 », or the year alone. */
export const publicationDate = (publishedAt: string) =>
  publishedAt.length === 4 ? publishedAt : month.format(new Date(`${publishedAt}-01T00:00:00Z`))
