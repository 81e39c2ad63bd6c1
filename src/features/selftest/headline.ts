// The first words of the result: what is won, then what is nearest. Pure.
import type { MeasureId } from '../../law/obligations.ts'
import type { Level } from './levels.ts'
import { gapInWords } from './next-steps.ts'
import type { ShareState, StateOfPlay } from './state-of-play.ts'

const NUMBERS = ['aucun', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six']

/** What each row is about, in the middle of a sentence. */
export const subjectWords: Readonly<Record<MeasureId | 'meatFish', string>> = {
  appro: 'la qualité des produits',
  meatFish: 'les viandes et poissons',
  waste: 'la lutte contre le gaspillage',
  diversification: 'les menus végétariens',
  plastic: 'le plastique',
  info: 'l’information des convives',
}

export type Headline = { title: string; lead: string }

export function headline(state: StateOfPlay, levels: Readonly<Record<MeasureId | 'meatFish', Level>>): Headline {
  const having = (...wanted: Level[]) =>
    (Object.keys(levels) as (keyof typeof levels)[]).filter((id) => wanted.includes(levels[id])).map((id) => subjectWords[id])
  const won = having('reached', 'exemplary')
  const begun = having('under_way')
  const open = having('to_specify')
  const ahead = having('to_start')
  const won1 = won.length === 1
  const sentences = [
    won.length > 0 ? `${won1 ? 'Objectif atteint' : 'Objectifs atteints'} pour ${list(won)}.` : '',
    nearest(state),
  ]
  if (won.length === 0 && begun.length > 0) sentences.unshift(`C’est en route pour ${list(begun)}.`)
  if (open.length > 0) sentences.push(`À préciser, sans urgence : ${list(open)}.`)
  return { title: titleOf(won.length, begun.length, open.length, ahead.length), lead: sentences.filter(Boolean).join(' ') }
}

function titleOf(won: number, begun: number, open: number, ahead: number): string {
  const next = begun > 0 ? `, ${number(begun)} en bonne voie` : ''
  if (won > 0 && begun + open + ahead === 0) return 'Tout ce que la loi vous demande est là : bravo'
  if (won > 0) return `${capital(number(won))} ${won === 1 ? 'objectif déjà atteint' : 'objectifs déjà atteints'}${next}`
  if (begun > 0) return begun === 1 ? 'Votre cantine est en route' : `${capital(number(begun, true))} mesures déjà en route`
  if (open > ahead) return 'Vous avez un point de départ : voici ce qu’il reste à savoir'
  return 'Vous avez un point de départ : voici par où commencer'
}

/** The share that is the fewest points below its target. */
function nearest({ shares }: StateOfPlay): string {
  const distance = ({ figures, target }: ShareState) => (target?.percent ?? 0) - Number(figures[0].percent)
  const missing = [shares.organic, shares.quality, shares.meatFish]
    .filter((share) => share.met === false && share.figures[0].percent !== null)
    .sort((a, b) => distance(a) - distance(b))
  const [first] = missing
  const gap = first && gapInWords(first)
  return gap ? `Le plus proche : ${WHAT[first.label] ?? first.label.toLowerCase()}, il reste ${gap}.` : ''
}
const WHAT: Record<string, string> = {
  'Produits bio': 'le bio',
  'Produits durables et de qualité': 'les produits durables et de qualité',
  'Viandes et poissons durables et de qualité': 'les viandes et poissons',
}

const number = (count: number, feminine = false) => (count === 1 && feminine ? 'une' : (NUMBERS[count] ?? String(count)))
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** « a, b et c ». */
export const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts[parts.length - 1]}`
