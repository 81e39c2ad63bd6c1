// Making room for the invoices to come.
import type { Context } from 'hono'
import { addToTrail } from '../../platform/database/trail.ts'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, mayOnCanteen } from '../canteens/canteens.ts'
import { purchasesStream } from '../purchases/purchases.ts'
import { choiceOf, ELSEWHERE, RoomPage, YEAR } from './room.page.tsx'
import { bytesKept, erasableYears, eraseOriginals } from './room.sql.ts'
import { roomAddress } from './words.ts'

type Ctx = Context<Env>
const ROOM = '/cantines/:id{[0-9]+}/factures/place'

export function roomRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  const page = async (c: Ctx, values: FormValues, errors: readonly FieldError[] = []) => {
    const { canteen } = currentCanteen(c)
    return c.render(
      <RoomPage
        canteen={canteen}
        kept={await bytesKept(database, canteen.id)}
        years={await erasableYears(database, canteen.id)}
        values={values}
        errors={errors}
        erased={Number(c.req.query('effaces')) || 0}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}Faire de la place pour les factures`, robots: 'noindex' },
    )
  }
  app.get(ROOM, mayOnCanteen(platform, 'entry'), (c) => page(c, formValues([])))

  app.post(ROOM, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const form = await readForm(c)
    const years = await erasableYears(database, canteen.id)
    const chosen = years.find((one) => choiceOf(one) === form.get(YEAR))
    const changed = years.find(({ year }) => form.get(YEAR).startsWith(`${year}-`))
    const message = changed
      ? `Le nombre d’originaux a changé : il y en a ${changed.count} maintenant pour ${changed.year}. Vérifiez que vous les avez, puis choisissez à nouveau.`
      : 'Choisissez l’année des factures à alléger.'
    const errors = [
      ...(chosen ? [] : [{ field: YEAR, message }]),
      ...(form.has(ELSEWHERE)
        ? []
        : [
            {
              field: ELSEWHERE,
              message: 'Cochez pour dire que ces originaux sont gardés ailleurs : ici, ils ne reviendront pas.',
            },
          ]),
    ]
    if (!chosen || errors.length > 0) {
      c.status(422)
      return page(c, form, errors)
    }
    const count = await database.transaction(async (db) => {
      const erased = await eraseOriginals(db, canteen.id, chosen.year)
      const detail = { year: chosen.year, count: erased }
      if (erased > 0)
        await addToTrail(db, [
          {
            stream: purchasesStream(canteen.id),
            at: now(),
            actor: currentPerson(c).id,
            kind: 'invoice-originals-erased',
            detail,
          },
        ])
      return erased
    })
    return c.redirect(`${roomAddress(canteen.id)}?effaces=${count}`, 303)
  })
  return app
}
