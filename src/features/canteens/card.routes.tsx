// The pages of one canteen that stand on its record: its card, changing it, archiving it, bringing it back.
import type { Context } from 'hono'
import type { CanteenRecord } from '../../law/canteen-record.ts'
import type { Queries } from '../../platform/database/database.ts'
import { readTrail } from '../../platform/database/trail.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm, replacing } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { foodProjectsOf } from '../territory/territory.ts'
import { currentCanteen, mayOnCanteen } from './access.ts'
import { archiveCanteens, restoreCanteens } from './archive.ts'
import { type Canteen, findBySiret, findCanteen } from './canteen.sql.ts'
import { changeCanteens } from './canteens.ts'
import { CardPage } from './card.page.tsx'
import { EditPage } from './edit.page.tsx'
import { findFirstAnswers } from './first-answers.sql.ts'
import { linesOf } from './journal.ts'
import { roleAllows } from './members.sql.ts'
import { atField, FIELD, NUMBER_KIND, readRecord, recordFields } from './record-form.ts'
import { changeRefusals } from './refusals.ts'
import { recordOf, streamOf } from './trail.ts'

type Ctx = Context<Env>

const SAID = {
  creee: [
    'La cantine est ajoutée',
    'Vous en êtes l’administratrice ou l’administrateur. Invitez votre équipe quand vous voulez.',
  ],
  modifiee: ['C’est enregistré', 'Le journal garde la trace de ce qui a changé.'],
  restauree: ['La cantine est restaurée', 'Tout est comme avant.'],
} as const

export function cardRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  const card = async (c: Ctx, notice: unknown) => {
    const { canteen, role } = currentCanteen(c)
    const [firstAnswers, foodProjects] = await Promise.all([
      findFirstAnswers(database, canteen.id),
      canteen.inseeCode === null ? [] : foodProjectsOf(database, canteen.inseeCode),
    ])
    return c.render(
      <CardPage canteen={canteen} role={role} foodProjects={foodProjects} firstAnswers={firstAnswers} notice={notice} />,
      { title: canteen.name, robots: 'noindex' },
    )
  }

  app.get('/cantines/:id{[0-9]+}', mayOnCanteen(platform, 'reader'), (c) => {
    const said = (Object.keys(SAID) as (keyof typeof SAID)[]).find((one) => c.req.query(one) !== undefined)
    const [title, words] = said ? SAID[said] : []
    return card(
      c,
      title ? (
        <Notice title={title} kind="success">
          <p>{words}</p>
        </Notice>
      ) : null,
    )
  })

  type Tried = { errors?: readonly FieldError[]; meanwhile?: readonly string[]; twin?: Canteen | null }
  const edit = (c: Ctx, canteen: Canteen, values: FormValues, { errors = [], meanwhile = [], twin = null }: Tried = {}) =>
    c.render(
      <EditPage
        canteen={canteen}
        role={currentCanteen(c).role}
        values={values}
        errors={errors}
        meanwhile={meanwhile}
        twin={twin}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}Modifier ${canteen.name}`, robots: 'noindex' },
    )

  app.get('/cantines/:id{[0-9]+}/modifier', mayOnCanteen(platform, 'entry'), (c) => {
    const { canteen } = currentCanteen(c)
    if (canteen.archivedAt !== null) return c.redirect(`/cantines/${canteen.id}`, 303)
    return edit(c, canteen, formValues(recordFields(canteen)))
  })

  app.post('/cantines/:id{[0-9]+}/modifier', mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen, role } = currentCanteen(c)
    const sent = await readForm(c)
    // The number is the administrators' to change: whatever others send, it stays.
    const form = roleAllows(role, 'administrator') ? sent : withNumberOf(canteen, sent)
    const { record, errors } = readRecord(form, canteen.productionType === 'groupe')
    const refuse = (tried: Tried, status: 409 | 422 = 422) => {
      c.status(status)
      return edit(c, tried.meanwhile ? canteen : { ...canteen, version: Number(sent.get('version')) || 0 }, form, tried)
    }
    if (errors.length > 0) return refuse({ errors: roleAllows(role, 'administrator') ? errors : errors.map(pointAtNumber) })
    const twin = record.siret === null || record.siret === canteen.siret ? null : await findBySiret(database, record.siret)
    if (twin) return refuse({ errors: [{ field: FIELD.siret, message: `Ce SIRET est déjà celui de « ${twin.name} ».` }], twin })
    if (sent.get('version') !== String(canteen.version)) {
      const since = await changesSince(database, canteen, Number(sent.get('version')))
      return refuse({ meanwhile: since }, 409)
    }
    const objections = await database.transaction((db) => write(db, canteen, record, currentPerson(c).id))
    if (objections === 'changed meanwhile') {
      const fresh = (await findCanteen(database, canteen.id)) ?? canteen
      c.status(409)
      return edit(c, fresh, form, { meanwhile: await changesSince(database, fresh, canteen.version) })
    }
    if (objections.length > 0) return refuse({ errors: objections })
    return c.redirect(`/cantines/${canteen.id}?modifiee`, 303)
  })

  const write = async (
    db: Queries,
    canteen: Canteen,
    record: CanteenRecord,
    by: string,
  ): Promise<FieldError[] | 'changed meanwhile'> => {
    const { id, version } = canteen
    const before = recordOf(canteen)
    const objections = (await changeRefusals(db, [{ id, before, record }], now())).get(id) ?? []
    if (objections.length > 0) return objections.map(atField)
    const changed = await changeCanteens(db, [{ id, version, before, record }], { by, now: now() })
    return changed.length > 0 || JSON.stringify(before) === JSON.stringify(record) ? [] : 'changed meanwhile'
  }

  app.post('/cantines/:id{[0-9]+}/archiver', mayOnCanteen(platform, 'administrator'), async (c) => {
    const { canteen } = currentCanteen(c)
    const { refused } = await database.transaction((db) =>
      archiveCanteens(db, [canteen], { by: currentPerson(c).id, now: now() }),
    )
    const reasons = refused.get(canteen.id)
    if (!reasons) return c.redirect(`/mes-cantines?archivee=${canteen.id}`, 303)
    c.status(422)
    return card(
      c,
      <Notice title="Cette cantine ne peut pas encore être archivée" kind="warning">
        {reasons.map((why) => (
          <p>{why}</p>
        ))}
      </Notice>,
    )
  })

  app.post('/cantines/:id{[0-9]+}/restaurer', mayOnCanteen(platform, 'administrator', { archived: true }), async (c) => {
    const { canteen } = currentCanteen(c)
    const { taken } = await database.transaction((db) => restoreCanteens(db, [canteen], { by: currentPerson(c).id, now: now() }))
    const other = taken.get(canteen.id)
    if (!other) return c.redirect(`/cantines/${canteen.id}?restauree`, 303)
    c.status(422)
    return card(
      c,
      <Notice title="Son SIRET est celui d’une autre cantine depuis" kind="warning">
        <p>
          Pendant que celle-ci était archivée, <a href={`/cantines/${other.id}`}>{other.name}</a> a été inscrite avec le même
          SIRET. Si c’est le même lieu, <a href={`/cantines/${other.id}/rejoindre`}>rejoignez son équipe</a> ; sinon,{' '}
          <a href="/contact">écrivez-nous</a> pour départager les deux.
        </p>
      </Notice>,
    )
  })
  return app
}

/** What happened to the record since this version, who did it included. Each writing of the record adds one to its version. */
async function changesSince(db: Queries, canteen: Canteen, version: number): Promise<string[]> {
  const recent = await readTrail(db, streamOf(canteen.id), { most: 50 })
  const writings = recent.filter(({ kind }) => ['changed', 'put-back', 'archived', 'restored', 'completed'].includes(kind))
  const lines = await linesOf(db, writings.slice(0, Math.max(1, Math.min(10, canteen.version - version))))
  return lines.map(({ who, words }) => `${who} : ${words}`)
}

const withNumberOf = ({ siret, siren }: Canteen, form: FormValues): FormValues =>
  replacing(form, [
    [NUMBER_KIND, siret === null ? 'siren' : 'siret'],
    [FIELD.siret, siret ?? ''],
    [FIELD.siren, siren ?? ''],
  ])

/** Whoever may not change the number is led to where it stands. */
const pointAtNumber = (error: FieldError): FieldError =>
  error.field === FIELD.siret || error.field === FIELD.siren ? { ...error, field: NUMBER_KIND } : error
