// Where a purchase came from, as an address: features to the right of this one keep what it came by.
import type { PurchaseSource } from './purchase.sql.ts'

type SourceLink = { readonly href: string; readonly label: string }

/** The page of the source of a purchase, by kind of source. Add yours when your feature is mounted. */
export const sourceLinks: { [source in PurchaseSource]?: (canteenId: number, sourceId: string) => SourceLink } = {}

export const sourceLinkOf = (one: { source: PurchaseSource; sourceId: string | null; canteenId: number }): SourceLink | null =>
  one.sourceId === null ? null : (sourceLinks[one.source]?.(one.canteenId, one.sourceId) ?? null)
