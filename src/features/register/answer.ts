// Reads what the company register sent (API Recherche d'entreprises, GET /search). Nothing in it is believed before it is checked.
import { z } from 'zod'
import { LONGEST_CANTEEN_NAME } from '../../law/canteen-record.ts'
import { sirenOf } from '../../law/identifiers.ts'
import { placeOf } from '../territory/territory.ts'
import type { Establishment, LegalUnit } from './facts.ts'

/** What stands in place of a name or an address whose owner opposed its publication. */
const HIDDEN = /^\[?(nd|non[- ]diffusible)\]?$/i

/** One line of bounded text without control, invisible or direction signs; null when there is nothing to read. */
function clean(sent: string | null | undefined): string | null {
  const text = (sent ?? '')
    .slice(0, 10 * LONGEST_CANTEEN_NAME)
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return text === '' || HIDDEN.test(text) ? null : [...text].slice(0, LONGEST_CANTEEN_NAME).join('').trim()
}

const text = z.string().nullish().transform(clean)
const matching = (shape: RegExp) => text.transform((value) => (value !== null && shape.test(value) ? value : null))

const sentEstablishment = z.object({
  siret: z.string(),
  etat_administratif: z.enum(['A', 'F']),
  date_fermeture: matching(/^\d{4}-\d{2}-\d{2}$/),
  liste_enseignes: z.array(text).max(100).nullish(),
  commune: text,
  libelle_commune: text,
  code_postal: matching(/^\d{5}$/),
})

const sentUnit = z.object({
  siren: z.string(),
  nom_complet: text,
  etat_administratif: z.enum(['A', 'C']),
  date_fermeture: matching(/^\d{4}-\d{2}-\d{2}$/),
  nature_juridique: matching(/^\d{4}$/),
  siege: sentEstablishment.nullish().catch(null),
  matching_etablissements: z.array(sentEstablishment).max(100).nullish(),
})

const sentAnswer = z.object({ total_results: z.number().int().min(0), results: z.array(sentUnit).max(25) })

type SentEstablishment = z.infer<typeof sentEstablishment>
type SentUnit = z.infer<typeof sentUnit>

/** Legal forms of public bodies: those under administrative law, and public industrial and commercial ones. */
const PUBLIC_FORM = /^(7|41)/

export type Read<Facts> = { readonly found: Facts | null } | 'nonsense'

/** The establishment of this SIRET. None, several, or another one than was asked for: not found. */
export function readEstablishment(body: unknown, siret: string): Read<Establishment> {
  const unit = readUnit(body, sirenOf(siret))
  if (unit === null || unit === 'nonsense') return unit ?? { found: null }
  const matches = unit.matching_etablissements ?? []
  const [one] = matches.length === 0 && unit.siege ? [unit.siege] : matches
  if (matches.length > 1 || one?.siret !== siret) return { found: null }
  const open = one.etat_administratif === 'A'
  const sign = open ? one.liste_enseignes?.find((name) => name !== null) : null
  return {
    found: {
      siret,
      siren: unit.siren,
      name: sign ?? unit.nom_complet,
      legalUnitName: unit.nom_complet,
      ...whereabouts(one),
      state: open ? 'open' : 'closed',
      closedOn: open ? null : one.date_fermeture,
      isPublic: isPublic(unit),
    },
  }
}

/** The legal unit of this SIREN, at the address of its head office. */
export function readLegalUnit(body: unknown, siren: string): Read<LegalUnit> {
  const unit = readUnit(body, siren)
  if (unit === null || unit === 'nonsense') return unit ?? { found: null }
  const open = unit.etat_administratif === 'A'
  return {
    found: {
      siren,
      name: unit.nom_complet,
      ...whereabouts(unit.siege ?? null),
      state: open ? 'open' : 'closed',
      closedOn: open ? null : unit.date_fermeture,
      isPublic: isPublic(unit),
    },
  }
}

function readUnit(body: unknown, siren: string): SentUnit | null | 'nonsense' {
  const answer = sentAnswer.safeParse(body)
  if (!answer.success) return 'nonsense'
  const { total_results: count, results } = answer.data
  const [unit] = results
  return count === 1 && results.length === 1 && unit?.siren === siren ? unit : null
}

function whereabouts(sent: SentEstablishment | null) {
  const place = sent?.commune ? placeOf(sent.commune) : null
  return {
    inseeCode: place?.code ?? null,
    communeName: place?.name ?? sent?.libelle_commune ?? null,
    postcode: sent?.code_postal ?? null,
  }
}

const isPublic = ({ nature_juridique: form }: SentUnit) => (form === null ? null : PUBLIC_FORM.test(form))
