// From nothing to a canteen, in two screens: its number, its record. What is already there is shown before it is made twice.
import type { Context } from 'hono'
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { isUniqueViolation } from '../../platform/database/database.ts'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm, readQuery, replacing } from '../../platform/http/forms.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { type KeptTest, readDraft } from '../selftest/selftest.ts'
import { findByCreationKey } from './canteen.sql.ts'
import { create } from './create.ts'
import { CHECKED, CREATION_KEY, CreateCardPage, REGISTER_DOWN, WITHOUT_SIRET } from './create-card.page.tsx'
import { CREATION, NumberPage } from './create-number.page.tsx'
import { type GivenNumber, readNumber } from './create-number.ts'
import { type Candidate, candidateBySiret, candidatesBySiren } from './duplicates.sql.ts'
import { isCertain, likelyTwins } from './duplicates.ts'
import { askRegisterFor, prefill, type RegisterSaid } from './prefill.ts'
import { FIELD, NUMBER_KIND, readRecord, recordFields } from './record-form.ts'
import { BACK, ELSEWHERE, LONGEST_EXPLANATION, TwinsPage } from './twins.page.tsx'

type Ctx = Context<Env>
const MOST_ATTACHED = 50
const KEY = /^[\w-]{32}$/

export function createRoutes(platform: Platform) {
  const app = router()
  const { database, randomBytes } = platform
  app.use(CREATION, signedIn(platform))
  app.use(`${CREATION}/*`, signedIn(platform))

  const testOf = async (values: FormValues): Promise<{ code: string; kept: KeptTest | null } | null> => {
    const code = values.get('test').slice(0, 64)
    return code === '' ? null : { code, kept: await readDraft(platform, code) }
  }

  const askNumber = async (c: Ctx, values: FormValues, errors: readonly FieldError[] = []) => {
    const test = await testOf(values)
    if (errors.length > 0) c.status(422)
    // A test that speaks of a central kitchen: the group is what is created first.
    const isGroup = test?.kept?.canteen.productionType === 'groupe' && !values.has(NUMBER_KIND)
    return c.render(
      <NumberPage
        values={isGroup ? formValues([[NUMBER_KIND, 'groupe']]) : values}
        errors={errors}
        test={test && { code: test.code, found: test.kept !== null }}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}Ajouter une cantine`, robots: 'noindex' },
    )
  }
  app.get(CREATION, (c) => askNumber(c, readQuery(c)))

  type Card = {
    number: GivenNumber
    said: RegisterSaid
    values: FormValues
    origins?: ReadonlyMap<string, string>
    errors?: readonly FieldError[]
    creationKey: string
    test: string | null
  }
  const card = async (c: Ctx, { errors = [], origins = new Map(), number, ...rest }: Card) => {
    if (errors.length > 0) c.status(422)
    const attached = number.siren === null ? [] : await attachedTo(c, number)
    return c.render(<CreateCardPage number={number} origins={origins} errors={errors} attached={attached} {...rest} />, {
      title: `${errors.length > 0 ? 'À corriger : ' : ''}Ajouter une cantine, sa fiche`,
      robots: 'noindex',
    })
  }
  const attachedTo = async (c: Ctx, { kind, siren }: GivenNumber) => {
    const all = await candidatesBySiren(database, currentPerson(c).id, siren!, MOST_ATTACHED)
    return kind === 'groupe' ? all.filter(({ productionType }) => productionType === 'groupe') : all
  }

  type Twins = {
    record: Pick<CanteenRecord, 'name' | 'siret'>
    candidates: readonly Candidate[]
    carried?: readonly (readonly [string, string])[]
    explanation?: string
    errors?: readonly FieldError[]
  }
  const twins = (c: Ctx, { record, candidates, carried = [], explanation = '', errors = [] }: Twins) =>
    c.render(
      <TwinsPage
        name={record.name}
        candidates={candidates}
        certain={candidates.some((one) => isCertain(record, one))}
        carried={carried}
        explanation={explanation}
        errors={errors}
      />,
      { title: 'Cette cantine est-elle déjà inscrite ?', robots: 'noindex' },
    )

  app.get(`${CREATION}/fiche`, async (c) => {
    const query = readQuery(c)
    const { number, error } = readNumber(query)
    if (error) return askNumber(c, query, [error])
    const twin = number.siret === null ? null : await candidateBySiret(database, currentPerson(c).id, number.siret)
    if (twin) return twins(c, { record: { name: '', siret: number.siret }, candidates: [twin] })
    const [said, test] = await Promise.all([askRegisterFor(platform, number), testOf(query)])
    const kept = test?.kept ?? null
    const { record, origins } = prefill(number, said, kept)
    return card(c, {
      number,
      said,
      values: formValues(recordFields(record)),
      origins,
      creationKey: Buffer.from(randomBytes(24)).toString('base64url'),
      test: kept && test!.code,
    })
  })

  app.post(`${CREATION}/fiche`, async (c) => {
    const form = await readForm(c)
    const creationKey = form.get(CREATION_KEY)
    const { number, error } = readNumber(form)
    if (error || !KEY.test(creationKey)) return askNumber(c, form, error ? [error] : [])
    const made = await findByCreationKey(database, creationKey)
    if (made) return c.redirect(`/cantines/${made.id}?creee`, 303)

    // The register did not answer a moment ago: nobody waits for it again.
    const said: RegisterSaid = form.has(REGISTER_DOWN) ? { kind: 'skipped' } : await askRegisterFor(platform, number)
    const test = await testOf(form)
    const { record, errors: wrong } = readRecord(
      replacing(form, [
        [FIELD.siret, number.siret ?? ''],
        [FIELD.siren, number.siren ?? ''],
      ]),
      number.kind === 'groupe',
    )
    const errors = [...wrong, ...boxErrors(form, number, said)]
    const again = { number, said, values: form, creationKey, test: test?.kept ? test.code : null }
    if (errors.length > 0) return card(c, { ...again, errors })
    if (form.has(BACK)) return card(c, again)

    const person = currentPerson(c)
    const candidates = await likelyTwins(database, record, person.id)
    const explanation = form.get(ELSEWHERE)
    const certain = candidates.some((one) => isCertain(record, one))
    // The same form, sent a moment ago, may have made the very canteen that looks alike.
    const already = candidates.length > 0 ? await findByCreationKey(database, creationKey) : null
    if (already) return c.redirect(`/cantines/${already.id}?creee`, 303)
    if (candidates.length > 0 && (certain || explanation.length < 3 || explanation.length > LONGEST_EXPLANATION)) {
      const unexplained =
        form.has(ELSEWHERE) && !certain
          ? [
              {
                field: ELSEWHERE,
                message: `Dites en une phrase ce qui les distingue, en ${LONGEST_EXPLANATION} caractères au plus.`,
              },
            ]
          : []
      c.status(unexplained.length > 0 ? 422 : 409)
      return twins(c, { record, candidates, carried: carriedOf(form), explanation, errors: unexplained })
    }
    try {
      const id = await create(platform, {
        record,
        said,
        by: person.id,
        creationKey,
        test: test?.kept ?? null,
        elsewhere: candidates.length > 0 ? explanation : null,
      })
      return c.redirect(`/cantines/${id}?creee`, 303)
    } catch (failure) {
      // Sent twice at once, or someone created it meanwhile: the next look finds it.
      if (!isUniqueViolation(failure)) throw failure
      const twice = await findByCreationKey(database, creationKey)
      if (twice) return c.redirect(`/cantines/${twice.id}?creee`, 303)
      c.status(409)
      return twins(c, { record, candidates: await likelyTwins(database, record, person.id), carried: carriedOf(form) })
    }
  })
  return app
}

/** What must be ticked: nothing else tells us that the number is right. */
function boxErrors(form: FormValues, number: GivenNumber, said: RegisterSaid): FieldError[] {
  const errors: FieldError[] = []
  if (said.kind === 'unknown' && form.get(CHECKED) !== 'oui')
    errors.push({ field: CHECKED, message: 'Vérifiez le numéro, puis cochez la case : l’annuaire ne le connaît pas.' })
  if (number.kind === 'siren' && form.get(WITHOUT_SIRET) !== 'oui')
    errors.push({
      field: WITHOUT_SIRET,
      message: 'Cochez la case si cette cantine n’a pas de SIRET à elle ; sinon, donnez son SIRET.',
    })
  return errors
}

/** Everything that was typed, for the page that asks once more. */
const carriedOf = (form: FormValues) => form.pairs().filter(([name]) => name !== ELSEWHERE && name !== BACK)
