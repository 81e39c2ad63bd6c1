// The door of the guide: where each measure is explained.
import { type MeasureId, measures } from '../../law/obligations.ts'
import { measureWords } from './measures.data.ts'

export { Source } from './source.tsx'

export type MeasurePage = {
  id: MeasureId
  slug: string
  /** `/mesures/<slug>` */
  path: string
  /** « Qualité des produits » */
  label: string
  /** One sentence: what it asks, in plain words. */
  promise: string
  /** Why it matters, for those who cook and those who eat. */
  why: string
  /** A first move that costs little. */
  firstStep: string
}

/** The pages of the five measures, in the order of the law's table. */
export const measurePages: readonly MeasurePage[] = measures.map(({ id, label }) => ({
  id,
  label,
  path: `/mesures/${measureWords[id].slug}`,
  ...measureWords[id],
}))

/** The page of a measure. */
export const measurePage = (id: MeasureId): MeasurePage => measurePages.find((page) => page.id === id)!
