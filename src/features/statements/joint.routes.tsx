// The requests that one person makes for several canteens: each is seen by whoever made it, and writes on canteens that are theirs to write on.
import type { Context } from 'hono'
import { dayInParis } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { type Env, type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm, readQuery } from '../../platform/http/forms.ts'
import { currentPerson, isWithin, signedIn } from '../accounts/accounts.ts'
import { aboveMine, findByIds, idOf, namesOfMine } from '../canteens/canteens.ts'
import { FIELD as ASK, ASKED_BY_ONE, ASKED_ENOUGH, askableYears, firstAnswers, readAsked } from './ask.ts'
import { JointPage } from './joint.page.tsx'
import { findJointOf, type JointRequest, listJointsOf } from './joint.sql.ts'
import { askJointly, cutList, type JointDeed, listLinkTo, mailListAgain, renewList } from './joint.ts'
import { JOINT_TITLE, JointAskPage } from './joint-ask.page.tsx'
import { CANTEENS, canteenErrors, choicesOf, JOINT, SEARCH, TICK_ALL, writableOf } from './joint-ask.ts'
import { statementsOfJoint } from './statement.sql.ts'
import { isOpen } from './statement.ts'
import { mayMail } from './statements.ts'

type Ctx = Context<Env>
const ONE = `${JOINT}/:demande{[0-9]+}`
const MOST_LISTED = 50

aboveMine.push(async ({ database }, person) =>
  (await namesOfMine(database, person.id, 2)).length < 2 ? null : (
    <p class="no-print">
      <a href={JOINT}>Demander à un fournisseur les relevés de plusieurs cantines</a>
    </p>
  ),
)

export function jointRoutes(platform: Platform) {
  const app = router()
  const { database, config, now } = platform
  const today = () => dayInParis(now())
  app.use(JOINT, signedIn(platform))
  app.use(`${JOINT}/*`, signedIn(platform))

  const askPage = async (c: Ctx, values: FormValues, errors: readonly FieldError[] = []) => {
    const personId = currentPerson(c).id
    return c.render(
      <JointAskPage
        values={values}
        errors={errors}
        years={askableYears(today())}
        choices={await choicesOf(database, personId, values)}
        made={await listJointsOf(database, personId, MOST_LISTED)}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}${JOINT_TITLE}`, robots: 'noindex' },
    )
  }
  app.get(JOINT, (c) => {
    const ticked = readQuery(c)
      .all(CANTEENS)
      .map((id): [string, string] => [CANTEENS, id])
    return askPage(c, formValues([...firstAnswers({ managementType: null }, today()), ...ticked]))
  })

  app.post(JOINT, async (c) => {
    const form = await readForm(c)
    const person = currentPerson(c)
    if (form.has(SEARCH) || form.has(TICK_ALL)) return askPage(c, form)
    const { asked, errors } = readAsked(form, today())
    const choices = await choicesOf(database, person.id, form)
    const wrong = [...errors, ...canteenErrors(form, choices)]
    if (wrong.length === 0 && !(await isWithin(platform, ASKED_BY_ONE, person.id))) {
      c.status(429)
      return askPage(c, form, [{ field: ASK.supplier, message: ASKED_ENOUGH }])
    }
    if (wrong.length > 0) {
      c.status(422)
      return askPage(c, form, wrong)
    }
    const canteens = await findByIds(
      database,
      choices.ticked.map(({ id }) => id),
    )
    const joint = await askJointly(platform, { canteens, by: person, url: publicUrl(config, c.req.url) }, asked)
    if (joint) return c.redirect(`${JOINT}/${joint.id}?demande=${canteens.length}`, 303)
    // Nothing was written: the form sent twice, or each canteen had asked by itself.
    c.status(422)
    const message = `Ces cantines ont déjà demandé à « ${asked.supplier} » son relevé de ${asked.year}. Il est parmi leurs relevés, ou dans une demande déjà faite.`
    return askPage(c, form, [{ field: CANTEENS, message }])
  })

  /** What this person may see of their own request, and what they may write on. */
  const opened = async (c: Ctx) => {
    const person = currentPerson(c)
    const joint = await findJointOf(database, person.id, idOf(c.req.param('demande')) ?? 0)
    if (!joint) return null
    const statements = await statementsOfJoint(database, joint.id)
    const ids = statements.map(({ canteenId }) => canteenId)
    const writable = await writableOf(database, person.id, ids)
    const canteens = (await findByIds(database, ids)).filter(({ id, archivedAt }) => writable.has(id) && archivedAt === null)
    const deed: JointDeed = { canteens, by: person, url: publicUrl(config, c.req.url) }
    return { joint, statements, deed, isWhole: canteens.length === statements.length }
  }

  app.get(ONE, async (c) => {
    const found = await opened(c)
    if (!found) return c.notFound()
    const { joint, statements, deed, isWhole } = found
    const canteens = new Map(deed.canteens.map((canteen) => [canteen.id, canteen]))
    const items = statements.flatMap((statement) => {
      const canteen = canteens.get(statement.canteenId)
      return canteen ? [{ canteen, statement }] : []
    })
    items.sort((a, b) => a.canteen.name.localeCompare(b.canteen.name, 'fr'))
    const link = {
      url: listLinkTo(platform, deed.url, joint),
      isOpen: isOpen(joint, now()),
      mayMail: mayMail(joint, false, now()),
    }
    return c.render(
      <JointPage
        joint={joint}
        items={items}
        link={link}
        isWhole={isWhole}
        now={now()}
        notice={noticeFor(c, joint, items.length)}
      />,
      { title: `Relevés ${joint.year} : ${joint.supplier}`, robots: 'noindex' },
    )
  })

  const act = (path: string, work: (deed: JointDeed, joint: JointRequest, isWhole: boolean) => Promise<string>) =>
    app.post(`${ONE}/${path}`, async (c) => {
      const found = await opened(c)
      if (!found) return c.notFound()
      return c.redirect(`${JOINT}/${found.joint.id}?${await work(found.deed, found.joint, found.isWhole)}`, 303)
    })
  act('renvoyer', async (deed, joint, isWhole) => {
    if (!isWhole || !mayMail(joint, false, now()) || !(await isWithin(platform, ASKED_BY_ONE, deed.by.id))) return ''
    await mailListAgain(platform, deed, joint)
    return 'renvoye'
  })
  // What the canteens that this person lost still count on is left to them.
  act('couper', async (deed, joint, isWhole) => {
    if (!isWhole) return ''
    await cutList(platform, deed, joint)
    return 'coupe'
  })
  act('nouveau-lien', async (deed, joint) => {
    if (deed.canteens.length === 0) return ''
    await renewList(platform, deed, joint)
    return 'nouveau'
  })
  return app
}

function noticeFor(c: Ctx, { email, expiresAt }: JointRequest, count: number) {
  const said = (name: string) => c.req.query(name) !== undefined
  if (said('renvoye')) return <Notice title="Le lien est parti à nouveau" kind="success" />
  if (said('coupe')) return <Notice title="Le lien est coupé" kind="success" />
  if (said('nouveau')) return <Notice title="Voici un nouveau lien : l’ancien n’ouvre plus rien" kind="success" />
  if (!said('demande')) return null
  const before = (Number(c.req.query('demande')) || 0) - count
  return (
    <Notice
      title={email === null ? 'La demande est prête : envoyez-lui le lien ci-dessous' : `Nous avons écrit à ${email}`}
      kind="success"
    >
      <p>{`Le lien sert jusqu’au ${dayInParis(expiresAt).split('-').reverse().join('/')}. Vous recevrez un courriel à chaque relevé envoyé.`}</p>
      {before > 0 ? (
        <p>{`${before} des cantines cochées avai${before > 1 ? 'en' : ''}t déjà demandé ce relevé : rien ne change pour elle${before > 1 ? 's' : ''}.`}</p>
      ) : null}
    </Notice>
  )
}
