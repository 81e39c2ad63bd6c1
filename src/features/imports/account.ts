// The files that one brought, in the file of one's data.
import { dataOf } from '../accounts/accounts.ts'
import { importsOf } from './import.sql.ts'

const MOST = 1000

dataOf.imports = async ({ database }, person) =>
  (await importsOf(database, person.id, MOST)).map(({ kind, fileName, receivedAt, state, outcome, settledAt }) => ({
    kind,
    fileName,
    receivedAt,
    state,
    outcome,
    settledAt,
  }))
