// Above the purchase book: what comes back and waits for a word.
import { dayInParis } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { aboveBook, sourceLinks } from '../purchases/purchases.ts'
import { listRecurring } from './recurring.sql.ts'
import { MOST_RECURRING, proposedDays } from './recurring.ts'
import { addressOf, countWords } from './words.ts'

aboveBook.push(async ({ database, now }, canteenId) => {
  const known = await listRecurring(database, canteenId, MOST_RECURRING)
  const waiting = await proposedDays(database, known, dayInParis(now()))
  return waiting.length === 0 ? null : (
    <Notice title={`${countWords(waiting.length)} à confirmer`}>
      <p>
        <a href={addressOf(canteenId)}>Vérifier les montants et confirmer</a>
      </p>
    </Notice>
  )
})

sourceLinks.recurring = (canteenId) => ({ href: addressOf(canteenId), label: 'Achat récurrent' })
