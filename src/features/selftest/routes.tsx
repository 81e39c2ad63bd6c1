// Faire le point: URL → load the draft → decide → answer. Every screen is read from the database, so back and reload lose nothing.
import type { Context } from 'hono'
import { isDataYear } from '../../law/timeline.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import type { Link } from '../../platform/html/link.ts'
import { type Env, type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { type FieldError, readForm } from '../../platform/http/forms.ts'
import { demoStories } from './demo.data.ts'
import type { Draft } from './draft.sql.ts'
import { eraseDraft, loadDraft, newDrafts, saveDraft } from './draft.ts'
import { BusyPage, EntryPage, ErasePage, GonePage } from './entry.page.tsx'
import { readUpload, writeFile } from './file.ts'
import { pageMemory } from './page-memory.ts'
import { firstOpenStep, stepOf, stepsFor } from './questions.ts'
import { ResultPage } from './result.page.tsx'
import { openScreen, postScreen } from './screen.ts'
import { StepPage } from './step.page.tsx'
import { type Subject, subjectOf } from './subject.ts'

const ROOT = '/faire-le-point'

export const selftestLinks: Link[] = [
  { href: ROOT, label: 'Faire le point', description: 'Où en est votre cantine avec la loi EGalim, en dix minutes.' },
]

type Ctx = Context<Env>

export function selftestRoutes(platform: Platform) {
  const app = router()
  const { config } = platform
  const currentYear = () => Number(dayInParis(platform.now()).slice(0, 4))
  const begin = newDrafts(platform)
  const results = pageMemory()

  const entry = (c: Ctx, errors: FieldError[] = [], typed = '') => {
    if (errors.length > 0) c.status(422)
    const erased = c.req.query('efface') !== undefined
    return c.render(<EntryPage errors={errors} typed={typed} erased={erased} withExamples={config.demo} />, {
      title: 'Faire le point',
      description:
        'Dix minutes, sans compte : où en est votre cantine avec chaque mesure de la loi EGalim, ce qui manque en euros et par repas, et par quoi continuer.',
    })
  }
  const gone = (c: Ctx) => {
    c.status(404)
    return c.render(<GonePage />, { title: 'Ce test n’est plus là', robots: 'noindex' })
  }
  const busy = (c: Ctx) => {
    c.status(429)
    return c.render(<BusyPage />, { title: 'Un instant', robots: 'noindex' })
  }
  const goTo = (c: Ctx, code: string, page: string) => c.redirect(`${ROOT}/${code}/${page}`, 303)
  const addressOf = (c: Ctx, code: string) => `${publicUrl(config, c.req.url)}${ROOT}/${code}`
  /** The first screen with an open question, or the result. */
  const resume = (c: Ctx, code: string, subject: Subject) => goTo(c, code, firstOpenStep(subject)?.id ?? 'resultat')

  app.get(ROOT, (c) => entry(c))
  app.post(ROOT, async (c) => {
    const code = await begin({ answers: {}, typed: {} })
    return code === null ? busy(c) : goTo(c, code, 'profil')
  })

  // Only posted to: whoever reloads the address comes back to the entry.
  app.get(`${ROOT}/retrouver`, (c) => c.redirect(ROOT, 303))
  app.get(`${ROOT}/reprendre`, (c) => c.redirect(ROOT, 303))
  app.post(`${ROOT}/retrouver`, async (c) => {
    const typed = (await readForm(c)).get('adresse')
    const code = /faire-le-point\/([\w-]+)/.exec(typed)?.[1] ?? typed
    if (await loadDraft(platform, code)) return c.redirect(`${ROOT}/${code}`, 303)
    const message =
      typed === ''
        ? 'Collez l’adresse de votre test, ou le code qu’elle contient.'
        : 'Aucun test à cette adresse : elle est incomplète, ou les réponses ont été effacées. Un fichier téléchargé permet de tout retrouver.'
    return entry(c, [{ field: 'adresse', message }], typed)
  })
  app.post(`${ROOT}/reprendre`, async (c) => {
    const sent = await c.req.formData().catch(() => null)
    const { answers, error } = await readUpload(sent?.get('fichier'))
    if (error !== undefined) return entry(c, [{ field: 'fichier', message: error }])
    const code = await begin({ answers, typed: {} })
    return code === null ? busy(c) : resume(c, code, subjectOf(answers, currentYear()))
  })

  // The address is the key: nothing keeps a copy of what it shows.
  app.use(`${ROOT}/:code/*`, (c, next) => {
    c.header('Cache-Control', 'no-store')
    return next()
  })

  /** Hands the draft of the address to `answer`, or says that there is none. */
  const withDraft = (answer: (c: Ctx, draft: Draft, code: string) => Response | Promise<Response>) => async (c: Ctx) => {
    const code = c.req.param('code') ?? ''
    const draft = await loadDraft(platform, code)
    return draft === null ? gone(c) : answer(c, draft, code)
  }
  const isExample = (code: string) => demoStories.some((story) => story.code === code)

  app.get(
    `${ROOT}/:code`,
    withDraft((c, draft, code) => resume(c, code, subjectOf(draft.answers, currentYear()))),
  )

  app.get(
    `${ROOT}/:code/resultat`,
    withDraft(async (c, { answers }, code) => {
      const asked = Number(c.req.query('annee'))
      const today = dayInParis(platform.now())
      const address = addressOf(c, code)
      const write = async () => {
        const subject = subjectOf(answers, currentYear())
        const page = await c.render(
          <ResultPage
            code={code}
            subject={subject}
            dataYear={isDataYear(asked) ? asked : subject.dataYear}
            today={today}
            address={address}
            open={firstOpenStep(subject)}
            example={demoStories.find((story) => story.code === code) ?? null}
          />,
          { title: 'Où en est votre cantine', robots: 'noindex', menuEntry: ROOT },
        )
        return page.text()
      }
      return c.html(await results.give(code, JSON.stringify([answers, asked, today, address]), write))
    }),
  )

  app.get(
    `${ROOT}/:code/reponses.json`,
    withDraft((c, { answers }) => {
      c.header('Content-Type', 'application/json; charset=utf-8')
      c.header('Content-Disposition', `attachment; filename="faire-le-point-${dayInParis(platform.now())}.json"`)
      return c.body(writeFile(answers, platform.now()))
    }),
  )

  app.get(
    `${ROOT}/:code/effacer`,
    withDraft((c, _draft, code) =>
      c.render(<ErasePage code={code} />, { title: 'Effacer mes réponses', robots: 'noindex', menuEntry: ROOT }),
    ),
  )
  app.post(
    `${ROOT}/:code/effacer`,
    withDraft(async (c, _draft, code) => {
      if (!isExample(code)) await eraseDraft(platform, code)
      results.forget(code)
      return c.redirect(`${ROOT}?efface`, 303)
    }),
  )

  const render = (
    c: Ctx,
    code: string,
    step: NonNullable<ReturnType<typeof stepOf>>,
    subject: Subject,
    screen: ReturnType<typeof openScreen>,
  ) =>
    c.render(
      <StepPage
        code={code}
        step={step}
        subject={subject}
        screen={screen}
        currentYear={currentYear()}
        address={addressOf(c, code)}
        isExample={isExample(code)}
      />,
      {
        title: `${screen.errors.length > 0 ? 'À corriger : ' : ''}${step.title} – Faire le point`,
        robots: 'noindex',
        menuEntry: ROOT,
      },
    )

  app.get(
    `${ROOT}/:code/:step`,
    withDraft((c, draft, code) => {
      const subject = subjectOf(draft.answers, currentYear())
      const step = stepOf(c.req.param('step') ?? '')
      if (step === null) return c.notFound()
      if (!stepsFor(subject).includes(step)) return resume(c, code, subject)
      return render(c, code, step, subject, openScreen(step, draft, subject))
    }),
  )
  app.post(
    `${ROOT}/:code/:step`,
    withDraft(async (c, draft, code) => {
      const step = stepOf(c.req.param('step') ?? '')
      if (step === null) return c.notFound()
      const form = await readForm(c)
      const { draft: kept, subject, errors } = postScreen(step, form, draft, currentYear())
      // An example stays as it is told: whoever changes it goes on with a copy.
      const own = isExample(code) ? await begin(kept) : code
      if (own === null) return busy(c)
      if (own === code) await saveDraft(platform, code, kept)
      const steps = stepsFor(subject)
      const position = steps.indexOf(step)
      if (form.get('direction') === 'precedent') return goTo(c, own, steps[position - 1]?.id ?? step.id)
      const toResult = form.get('direction') === 'resultat'
      // The result can be seen at any time: a question left blank only waits, but what is wrong must be put right.
      if (errors.length > 0 && !(toResult && kept.typed[step.id] === undefined)) {
        if (own !== code) return goTo(c, own, step.id)
        c.status(422)
        return render(c, code, step, subject, { values: form, errors })
      }
      return goTo(c, own, toResult ? 'resultat' : (steps[position + 1]?.id ?? 'resultat'))
    }),
  )
  return app
}
