// What the team's corrections taught: seeing it, forgetting one lesson, taking that back.
import { Notice } from '../../platform/html/pieces.tsx'
import { type Platform, router } from '../../platform/http/context.ts'
import { readForm } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, idOf, listMembers, mayOnCanteen, roleAllows } from '../canteens/canteens.ts'
import { forget, learnedIn, recall } from '../recognition/recognition.ts'
import { HabitsPage } from './habits.page.tsx'

const ROOT = '/cantines/:id{[0-9]+}/achats/habitudes'
const MOST_SHOWN = 300

export function habitsRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  app.get(ROOT, mayOnCanteen(platform, 'reader'), async (c) => {
    const { canteen, role } = currentCanteen(c)
    const [learned, members] = await Promise.all([learnedIn(database, canteen.id, MOST_SHOWN), listMembers(database, canteen.id)])
    return c.render(
      <HabitsPage
        canteen={canteen}
        learned={learned}
        most={MOST_SHOWN}
        names={new Map(members.map((one) => [one.personId, `${one.firstName} ${one.lastName}`.trim() || one.email]))}
        mayWrite={roleAllows(role, 'entry') && canteen.archivedAt === null}
        notice={noticeFor(canteen.id, c.req.query('oubliee'), c.req.query('retenue'))}
      />,
      { title: `Corrections retenues – ${canteen.name}`, robots: 'noindex' },
    )
  })

  app.post(`${ROOT}/oublier`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const asked = idOf((await readForm(c)).get('correction'))
    const deed = { by: currentPerson(c).id, now: now() }
    const mark = asked === null ? null : await database.transaction((db) => forget(db, canteen.id, [asked], deed))
    return c.redirect(`/cantines/${canteen.id}/achats/habitudes?oubliee=${mark ?? ''}`, 303)
  })

  app.post(`${ROOT}/retenir`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const mark = idOf((await readForm(c)).get('correction'))
    const deed = { by: currentPerson(c).id, now: now() }
    const done = mark !== null && (await database.transaction((db) => recall(db, canteen.id, mark, deed)))
    return c.redirect(`/cantines/${canteen.id}/achats/habitudes?retenue=${done ? 'oui' : ''}`, 303)
  })
  return app
}

/** What has just been done, with the way to take it back. */
function noticeFor(canteenId: number, forgotten: string | undefined, recalled: string | undefined) {
  if (recalled === 'oui') return <Notice title="La correction est retenue à nouveau" kind="success" />
  if (recalled !== undefined || forgotten === '') return <Notice title="Cette correction avait déjà changé : rien à faire" />
  if (forgotten === undefined) return null
  return (
    <Notice title="La correction est oubliée" kind="success">
      <p>Ces mots seront lus comme au premier jour. Vos achats déjà enregistrés ne changent pas.</p>
      <form method="post" action={`/cantines/${canteenId}/achats/habitudes/retenir`}>
        <input type="hidden" name="correction" value={forgotten} />
        <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
          Annuler l’oubli
        </button>
      </form>
    </Notice>
  )
}
