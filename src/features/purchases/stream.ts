// Where what happens to the purchases of a canteen is told.

/** Beside the canteen's own trail, which it would drown. */
export const purchasesStream = (canteenId: number) => `purchases:${canteenId}`

/** Who does it, null for the site itself, and when. */
export type Deed = { readonly by: string | null; readonly now: Date }
