// What we know of a person through their canteens, for the file that they can download.
import { dataOf } from '../accounts/accounts.ts'
import { everyOneOfMine } from './list.sql.ts'

dataOf.canteens = ({ database }, person) => everyOneOfMine(database, person.id)
