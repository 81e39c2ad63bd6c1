// The keyboard grid: shown, filled from a pasted block, checked as one types, saved in one go, taken back in one press.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { dayInParis } from '../../platform/html/dates.ts'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, readForm } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, mayOnCanteen } from '../canteens/canteens.ts'
import { bookAddress } from './criteria.ts'
import { GRID_TITLE, GridPage } from './grid.page.tsx'
import { tooLongIn } from './grid-block.client.ts'
import { isBlankRow } from './grid-columns.ts'
import {
  BLOCK,
  blankRows,
  completeRows,
  errorsIn,
  GRID_BOUNDS,
  type GridRow,
  LARGEST_BODY,
  MOST_ROWS,
  pastedRows,
  ROWS_AT_FIRST,
  type SentRow,
  sentRows,
} from './grid-form.ts'
import { draftOf, isGoKey, saveLines, takeOutGo } from './grid-save.ts'
import { writtenBefore } from './history.sql.ts'
import { newRemovalId } from './purchases.ts'
import { sourceLinks } from './source-links.ts'

type Ctx = Context<Env>
const GRID = '/cantines/:id{[0-9]+}/achats/saisir'
const KEY = 'cle'
const MOST_PROPOSED = 100

const TOO_MANY = (count: number) =>
  `${count} lignes, c’est plus que les ${MOST_ROWS} qui tiennent ici. Collez-en moins, ou importez votre fichier : il en lit des dizaines de milliers.`
const NOTHING = 'Remplissez ou collez au moins une ligne.'

sourceLinks.grid = (canteenId, sourceId) => ({ href: bookAddress(canteenId, { sourceId }), label: 'Saisi avec d’autres' })

export function gridRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform
  const today = () => dayInParis(now())
  const newKey = () => Buffer.from(platform.randomBytes(12)).toString('base64url')
  const deedOf = (c: Ctx) => ({ by: currentPerson(c).id, now: now() })
  const bounded = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: () => {
      throw new HTTPException(413)
    },
  })

  type Shown = { goKey: string; block?: string; errors?: readonly FieldError[]; isAlready?: boolean; isPosted?: boolean }
  const page = async (
    c: Ctx,
    rows: readonly GridRow[],
    { goKey, block = '', errors = [], isAlready = false, isPosted = true }: Shown,
  ) => {
    const { canteen } = currentCanteen(c)
    const isWrong = errors.length > 0 || errorsIn(rows).length > 0
    return c.render(
      <GridPage
        canteen={canteen}
        rows={rows}
        block={block}
        errors={errors}
        isAlready={isAlready}
        before={await writtenBefore(database, canteen.id, MOST_PROPOSED)}
        goKey={goKey}
        draft={draftOf(canteen.id, currentPerson(c).id)}
        isPosted={isPosted}
      />,
      { title: `${isWrong ? 'À corriger : ' : ''}${GRID_TITLE}`, robots: 'noindex', scripts: ['grid'] },
    )
  }
  const complete = (c: Ctx, rows: readonly SentRow[], isWhole = true) =>
    completeRows(database, currentCanteen(c).canteen.id, rows, today(), isWhole)

  app.get(GRID, mayOnCanteen(platform, 'entry'), (c) => page(c, blankRows(ROWS_AT_FIRST), { goKey: newKey(), isPosted: false }))

  app.post(GRID, mayOnCanteen(platform, 'entry'), bounded, async (c) => {
    const { canteen } = currentCanteen(c)
    const form = await readForm(c, GRID_BOUNDS)
    const goKey = isGoKey(form.get(KEY)) ? form.get(KEY) : newKey()
    const [block, then] = [form.get(BLOCK), form.get('ensuite')]
    const typed = sentRows(form)
    if (block !== '') {
      const pasted = pastedRows(block)
      const rows = [...typed.filter((row) => !isBlankRow(row.typed)), ...pasted]
      const wrong = rows.length > MOST_ROWS ? TOO_MANY(rows.length) : tooLongIn(pasted.map((row) => row.typed))
      if (wrong !== null) {
        c.status(422)
        const errors = [{ field: BLOCK, message: wrong }]
        return page(c, await complete(c, typed.slice(0, MOST_ROWS)), { goKey, block, errors })
      }
      const completed = await complete(c, padded(rows))
      c.status(errorsIn(completed).length > 0 ? 422 : 200)
      return page(c, completed, { goKey })
    }
    if (then === 'lignes') return page(c, await complete(c, padded(typed, typed.length + ROWS_AT_FIRST)), { goKey })
    const completed = await complete(c, typed.slice(0, MOST_ROWS))
    // Nothing to spread: the Enter key, where there is no script, presses the first button. The rows are checked, nothing more.
    if (then === 'coller') return page(c, padded(completed), { goKey })

    const lines = completed.flatMap(({ reading }) => (reading ? [reading.purchase] : []))
    const errors = lines.length === 0 ? [{ field: BLOCK, message: NOTHING }] : []
    const isProposed = completed.some(({ proposed }) => Object.keys(proposed).length > 0)
    if (errors.length > 0 || errorsIn(completed).length > 0 || isProposed) {
      c.status(422)
      return page(c, padded(completed), { goKey, errors })
    }
    if ((await saveLines(database, canteen.id, goKey, lines, deedOf(c))) === 'already') {
      c.status(409)
      return page(c, completed, { goKey: newKey(), isAlready: true })
    }
    return c.redirect(`${bookAddress(canteen.id)}?saisis=${lines.length}&saisie=${goKey}`, 303)
  })

  /** The same check as when the form is sent, for the rows that the browser has just seen change. */
  app.post(`${GRID}/lire`, mayOnCanteen(platform, 'entry'), bounded, async (c) => {
    const rows = sentRows(await readForm(c, GRID_BOUNDS)).slice(0, MOST_ROWS)
    c.header('Cache-Control', 'no-store')
    return c.json(
      (await complete(c, rows, false)).map(({ typed, seen, mistakes, proposed, reading }) => ({
        cells: typed,
        seen,
        mistakes: Object.fromEntries(mistakes.map(({ key, message }) => [key, message])),
        proposed,
        cents: reading?.purchase.priceExclTaxCents ?? null,
      })),
    )
  })

  app.post(`${GRID}/annuler`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const key = (await readForm(c)).get(KEY)
    const removalId = newRemovalId(platform)
    const count = isGoKey(key) ? await takeOutGo(database, canteen.id, key, removalId, deedOf(c)) : 0
    return c.redirect(`${bookAddress(canteen.id)}?retires=${count}${count > 0 ? `&retrait=${removalId}` : ''}`, 303)
  })
  return app
}

/** Never fewer rows than at first, with at least one that is blank while there is room. */
function padded<Row extends SentRow>(rows: readonly Row[], least = Math.max(ROWS_AT_FIRST, rows.length + 1)): (Row | GridRow)[] {
  return [...rows, ...blankRows(Math.max(0, Math.min(MOST_ROWS, least) - rows.length))]
}
