// What other features tell above the purchase book of a canteen, to those who write in it: purchases that wait to be confirmed…
import type { Platform } from '../../platform/http/context.ts'

/** Each gives a piece of page, or null when it has nothing to say. Add yours when your feature is mounted. */
export const aboveBook: ((platform: Platform, canteenId: number) => Promise<unknown>)[] = []

export const tellAboveBook = (platform: Platform, canteenId: number) =>
  Promise.all(aboveBook.map((tell) => tell(platform, canteenId)))
