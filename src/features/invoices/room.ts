// What the originals of invoices of a canteen may weigh, and who is told when a mail finds no room.
import type { Queries } from '../../platform/database/database.ts'
import { type Platform, publicUrl } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import { letter } from '../accounts/accounts.ts'
import { findCanteen, listMembers, roleAllows } from '../canteens/canteens.ts'
import { harmless } from '../team/team.ts'
import type { Batch } from './batch.sql.ts'
import { lackedRoomSince, withoutRoom } from './room.sql.ts'
import { batchAddress, roomAddress } from './words.ts'

const MEGABYTE = 1_048_576
/** Bytes that one canteen may keep: some 3 000 Factur-X, or 30 000 invoices in XML. */
export const MOST_KEPT = 500 * MEGABYTE
/** From there on, people are told before it is too late. */
export const isNarrow = (kept: number) => kept > MOST_KEPT * 0.8

/** « Les originaux de vos factures occupent 412 Mo, sur 500. » */
export const keptWords = (kept: number) =>
  `Les originaux de vos factures occupent ${Math.ceil(kept / MEGABYTE)} Mo, sur ${MOST_KEPT / MEGABYTE}.`

const DAY = 86_400_000
const MOST_NAMED = 20

/** Writes to those who may make room, once a day at most, when invoices sent by mail were not kept. Call it in the transaction that ends the batch. */
export async function tellNoRoom(db: Queries, { config, now }: Platform, batch: Batch): Promise<void> {
  const lost = await withoutRoom(db, batch.id)
  if (batch.cameBy !== 'mail' || lost.length === 0) return
  if (await lackedRoomSince(db, batch, new Date(now().getTime() - DAY))) return
  const canteen = await findCanteen(db, batch.canteenId)
  if (!canteen) return
  const url = publicUrl(config)
  const name = harmless(canteen.name)
  // Named by whoever wrote to the address of the canteen.
  const named = lost.slice(0, MOST_NAMED).map((file) => `- ${harmless(file)}`)
  const others = lost.length - MOST_NAMED
  for (const { email, firstName, role } of await listMembers(db, canteen.id))
    if (roleAllows(role, 'entry'))
      await queueMail(
        db,
        letter(email, `Des factures de « ${name} » n’ont pas pu être gardées – ma cantine`, firstName, [
          `Un fournisseur a envoyé des factures par courriel à « ${name} », et il n’y a plus de place pour elles. N’ont pas été gardées :`,
          `${named.join('\n')}${others > 0 ? `\net ${others} de plus` : ''}`,
          `Faites d’abord de la place : ${url}${roomAddress(canteen.id)}`,
          `Puis demandez-les à nouveau au fournisseur, ou déposez-les vous-même. Ce que chaque fichier est devenu : ${url}${batchAddress(canteen.id, batch.id)}`,
          'Tant que la place manque, nous vous l’écrivons une fois par jour au plus : les autres envois se voient sur la page des factures.',
        ]),
      )
}
