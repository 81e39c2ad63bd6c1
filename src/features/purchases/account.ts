// The files that one attached to purchases, in the file of one's data.
import { dataOf } from '../accounts/accounts.ts'
import { filesAddedBy } from './attached-file.sql.ts'

dataOf.attachedFiles = ({ database }, person) => filesAddedBy(database, person.id)
