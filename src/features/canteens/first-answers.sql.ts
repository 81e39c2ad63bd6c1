// The positioning test that a canteen was created from, kept for its first assessment.
import type { Queries } from '../../platform/database/database.ts'
import type { Answers } from '../selftest/selftest.ts'

export type FirstAnswers = { readonly answers: Answers; readonly dataYear: number; readonly takenAt: Date }

export const keepFirstAnswers = (db: Queries, canteenId: number, { answers, dataYear, takenAt }: FirstAnswers) =>
  db.run(
    `insert into canteen_first_answers (canteen_id, answers, data_year, taken_at) values ($1, $2, $3, $4)
     on conflict (canteen_id) do nothing`,
    [canteenId, JSON.stringify(answers), dataYear, takenAt],
  )

/** Null when the canteen was not created from a test. */
export const findFirstAnswers = (db: Queries, canteenId: number) =>
  db.first<FirstAnswers>(
    'select answers, data_year as "dataYear", taken_at as "takenAt" from canteen_first_answers where canteen_id = $1',
    [canteenId],
  )
