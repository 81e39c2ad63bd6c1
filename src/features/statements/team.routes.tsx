// Statements, for the team of a canteen: asking, the link, looking through, deciding, taking back.
import type { Context } from 'hono'
import { dayInParis } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { type Env, type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm, replacing } from '../../platform/http/forms.ts'
import { currentPerson, isWithin } from '../accounts/accounts.ts'
import { currentCanteen, idOf, mayOnCanteen, namesOfMine, roleAllows } from '../canteens/canteens.ts'
import { Moved, sourceLinks, suppliersOfYear, verdictOf, yearFigures } from '../purchases/purchases.ts'
import { FIELD as ASK, ASKED_BY_ONE, ASKED_ENOUGH, askableYears, firstAnswers, readAsked } from './ask.ts'
import { StatementsPage } from './list.page.tsx'
import { askedNotice, decidedNotice, leftNotice, ReviewPage } from './review.page.tsx'
import { ALL, acceptingAll, COHERENT, questionsOfReview, readDecisions, reviewFields } from './review.ts'
import { findStatement, listStatements } from './statement.sql.ts'
import { isOpen, type Statement, sourceOf } from './statement.ts'
import {
  askStatement,
  cutStatementLink,
  type Deed,
  decideStatement,
  linkTo,
  mailAgain,
  mayMail,
  purchaseDay,
  renewStatementLink,
  takeStatementBack,
} from './statements.ts'

type Ctx = Context<Env>
const ROOT = '/cantines/:id{[0-9]+}/releves'
const ONE = `${ROOT}/:releve{[0-9]+}`
const MOST_LISTED = 150

sourceLinks.supplier = (canteenId, sourceId) => ({
  href: `/cantines/${canteenId}/releves/${sourceId.replace('releve-', '')}`,
  label: 'Relevé du fournisseur',
})

const addressOf = ({ canteenId, id }: Statement) => `/cantines/${canteenId}/releves/${id}`

export function teamRoutes(platform: Platform) {
  const app = router()
  const { database, config, now } = platform
  const today = () => dayInParis(now())
  const deedOf = (c: Ctx): Deed => ({
    canteen: currentCanteen(c).canteen,
    by: currentPerson(c),
    url: publicUrl(config, c.req.url),
  })
  const mayWrite = (c: Ctx) => {
    const { canteen, role } = currentCanteen(c)
    return roleAllows(role, 'entry') && canteen.archivedAt === null
  }

  const list = async (c: Ctx, values: FormValues, errors: readonly FieldError[] = []) => {
    const { canteen } = currentCanteen(c)
    const bought = await suppliersOfYear(database, canteen.id, Number(today().slice(0, 4)))
    return c.render(
      <StatementsPage
        canteen={canteen}
        statements={await listStatements(database, canteen.id, MOST_LISTED)}
        mayWrite={mayWrite(c)}
        now={now()}
        values={values}
        errors={errors}
        years={askableYears(today())}
        suppliers={bought.slice(0, MOST_LISTED).map(({ supplier }) => supplier)}
        hasOthers={(await namesOfMine(database, currentPerson(c).id, 2)).length > 1}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}Relevés annuels de ${canteen.name}`, robots: 'noindex' },
    )
  }

  app.get(ROOT, mayOnCanteen(platform, 'reader'), (c) => list(c, formValues(firstAnswers(currentCanteen(c).canteen, today()))))
  app.post(ROOT, mayOnCanteen(platform, 'entry'), async (c) => {
    const form = await readForm(c)
    const { asked, errors } = readAsked(form, today())
    const refuse = (status: 422 | 429, wrong: readonly FieldError[]) => {
      c.status(status)
      return list(c, form, wrong)
    }
    if (errors.length > 0) return refuse(422, errors)
    if (!(await isWithin(platform, ASKED_BY_ONE, currentPerson(c).id)))
      return refuse(429, [{ field: ASK.supplier, message: ASKED_ENOUGH }])
    const { statement, isNew } = await askStatement(platform, deedOf(c), asked)
    return c.redirect(`${addressOf(statement)}?${isNew ? 'demande' : 'deja'}`, 303)
  })

  const statementOf = (c: Ctx) => findStatement(database, currentCanteen(c).canteen.id, idOf(c.req.param('releve')) ?? 0)
  type Shown = { values?: FormValues; errors?: readonly FieldError[]; notice?: unknown }
  const questionsFor = (c: Ctx, statement: Statement) =>
    statement.given === null
      ? []
      : questionsOfReview(database, {
          canteen: currentCanteen(c).canteen,
          personId: currentPerson(c).id,
          statement,
          given: statement.given,
        })

  const review = async (c: Ctx, statement: Statement, { values, errors = [], notice = null }: Shown = {}) => {
    const { canteen } = currentCanteen(c)
    const { given, decisions, supplier, year } = statement
    const isShown = mayWrite(c)
    return c.render(
      <ReviewPage
        canteen={canteen}
        statement={statement}
        now={now()}
        mayWrite={isShown}
        link={
          isShown
            ? {
                url: linkTo(platform, publicUrl(config, c.req.url), statement),
                isOpen: isOpen(statement, now()),
                mayMail: mayMail(statement, statement.state === 'decided', now()),
              }
            : null
        }
        values={values ?? formValues(given ? reviewFields(given, decisions) : [])}
        errors={errors}
        questions={statement.state === 'sent' ? await questionsFor(c, statement) : []}
        day={purchaseDay(statement, now())}
        notice={notice}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}Relevé ${year} : ${supplier}`, robots: 'noindex' },
    )
  }

  app.get(ONE, mayOnCanteen(platform, 'reader'), async (c) => {
    const statement = await statementOf(c)
    return statement ? review(c, statement, { notice: await noticeFor(c, statement) }) : c.notFound()
  })

  async function noticeFor(c: Ctx, statement: Statement) {
    const said = (name: string) => c.req.query(name) !== undefined
    if (said('demande')) return askedNotice(statement, dayInParis(statement.expiresAt))
    if (said('deja')) return <Notice title="Vous avez déjà demandé ce relevé" />
    if (said('renvoye')) return <Notice title="Le lien est parti à nouveau" kind="success" />
    if (said('coupe')) return <Notice title="Le lien est coupé" kind="success" />
    if (said('nouveau')) return <Notice title="Voici un nouveau lien : l’ancien n’ouvre plus rien" kind="success" />
    if (!said('decide') || statement.state !== 'decided') return null
    const { canteen } = currentCanteen(c)
    const accepted = (statement.decisions ?? []).filter((one) => one.accepted).length
    if (accepted === 0) return decidedNotice(accepted)
    const [before, after] = await Promise.all([
      yearFigures(database, canteen.id, statement.year, sourceOf(statement.id)),
      yearFigures(database, canteen.id, statement.year),
    ])
    const verdicts = { before: verdictOf(canteen, before), after: verdictOf(canteen, after) }
    return <Moved canteenId={canteen.id} year={statement.year} count={after.total.count - before.total.count} {...verdicts} />
  }

  app.post(`${ONE}/decider`, mayOnCanteen(platform, 'entry'), async (c) => {
    const statement = await statementOf(c)
    if (!statement) return c.notFound()
    const { given } = statement
    // Decided already, by a form sent twice or by a colleague: nothing is counted again.
    if (given === null || statement.state !== 'sent') return c.redirect(addressOf(statement), 303)
    const form = await readForm(c)
    const version = Number(form.get('version'))
    if (version !== statement.version) return changed(c, statement)
    const doubts = form.get(ALL) === COHERENT ? await questionsFor(c, statement) : []
    const values = form.has(ALL) ? replacing(form, acceptingAll(form, given, doubts)) : form
    const { decisions, errors } = readDecisions(values, given)
    // Accepting what raises no question leaves the others to be decided: that is no mistake.
    if (form.has(ALL) && errors.length > 0 && errors.every(({ field }) => field.endsWith('-decision')))
      return review(c, statement, { values, notice: leftNotice(errors.length) })
    if (errors.length > 0) {
      c.status(422)
      return review(c, statement, { values, errors })
    }
    if (!(await decideStatement(platform, deedOf(c), { statement, decisions, version }))) return changed(c, statement)
    return c.redirect(`${addressOf(statement)}?decide`, 303)
  })
  const changed = async (c: Ctx, { canteenId, id }: Statement) => {
    c.status(409)
    const fresh = await findStatement(database, canteenId, id)
    if (!fresh) return c.notFound()
    const notice = (
      <Notice title="Ce relevé a changé pendant que vous le relisiez" kind="warning">
        <p>Rien n’est enregistré. Voici ce que votre fournisseur dit maintenant.</p>
      </Notice>
    )
    return review(c, fresh, { notice })
  }

  const act = (path: string, work: (deed: Deed, statement: Statement) => Promise<string>) =>
    app.post(`${ONE}/${path}`, mayOnCanteen(platform, 'entry'), async (c) => {
      const statement = await statementOf(c)
      if (!statement) return c.notFound()
      return c.redirect(`${addressOf(statement)}?${await work(deedOf(c), statement)}`, 303)
    })
  act('reprendre', async (deed, statement) => {
    await takeStatementBack(platform, deed, statement)
    return ''
  })
  act('renvoyer', async (deed, statement) => {
    if (!mayMail(statement, statement.state === 'decided', now()) || !(await isWithin(platform, ASKED_BY_ONE, deed.by.id)))
      return ''
    await mailAgain(platform, deed, statement)
    return 'renvoye'
  })
  act('couper', async (deed, statement) => {
    await cutStatementLink(platform, deed, statement)
    return 'coupe'
  })
  act('nouveau-lien', async (deed, statement) => {
    await renewStatementLink(platform, deed, statement)
    return 'nouveau'
  })
  return app
}
