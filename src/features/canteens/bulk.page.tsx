// One change for many canteens: choose what, choose the value, see what will change, then write.
import type { FC } from 'hono/jsx'
import type { RecordField } from '../../law/canteen-record.ts'
import { ErrorSummary, RadioField } from '../../platform/html/fields.tsx'
import { Breadcrumb, Disclosure, Notice } from '../../platform/html/pieces.tsx'
import { BULK_FIELDS, type BulkField, type Patch, type Plan, type Refused } from './bulk.ts'
import { MY_CANTEENS } from './frame.tsx'
import type { MyCanteen } from './list.sql.ts'
import {
  type FormState,
  KitchenField,
  ManagementField,
  MealFields,
  MinistryField,
  ModelField,
  SectorFields,
} from './record-fields.tsx'
import { changesBetween } from './trail.ts'
import { countWords, fieldWords, valueWords } from './words.ts'

export const BULK = '/mes-cantines/modifier'
export const ARCHIVE = 'archiver'
/** Says that the value was given: what follows is shown before it is written. */
export const SHOW = 'voir'

type Pairs = readonly (readonly [string, string])[]
type Chosen = {
  /** The canteens, as the fields of a form. */
  selection: Pairs
  count: number
}

const Frame: FC<{ title: string; children?: unknown }> = ({ title, children }) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb trail={[MY_CANTEENS]} here={title} />
    <div class="fr-grid-row">
      <div class="fr-col-12 fr-col-md-9">
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  </div>
)

const Hidden: FC<{ pairs: Pairs }> = ({ pairs }) => (
  <>
    {pairs.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

const GiveUp: FC = () => (
  <a class="fr-link" href={MY_CANTEENS.href}>
    Ne rien changer
  </a>
)

/** What to change, archiving included. */
export const ChooseFieldPage: FC<Chosen> = ({ selection, count }) => (
  <Frame title={`Changer ${countWords(count)}`}>
    <form method="get" action={BULK}>
      <Hidden pairs={selection} />
      <RadioField
        name="champ"
        label="Que voulez-vous changer ?"
        hint="Une chose à la fois. Vous verrez ce qui changera avant que rien ne soit écrit."
        value={BULK_FIELDS[0].id}
        choices={[
          ...BULK_FIELDS.map(({ id, label }) => ({ value: id, label })),
          { value: ARCHIVE, label: 'Les archiver', hint: 'Rien n’est effacé : on peut les restaurer' },
        ]}
      />
      <div class="actions">
        <button class="fr-btn" type="submit">
          Continuer
        </button>
        <GiveUp />
      </div>
    </form>
  </Frame>
)

/** The value that all will have. */
export const ChooseValuePage: FC<Chosen & { field: BulkField; form: FormState }> = ({ selection, count, field, form }) => (
  <Frame title={`Changer ${countWords(count)}`}>
    <ErrorSummary errors={form.errors} />
    <form method="get" action={BULK} novalidate>
      <Hidden pairs={[...selection, ['champ', field], [SHOW, 'oui']]} />
      <ValueFields field={field} form={form} />
      <div class="actions">
        <button class="fr-btn" type="submit">
          Voir ce qui changera
        </button>
        <GiveUp />
      </div>
    </form>
  </Frame>
)

const MINISTRY_HINT =
  'Seulement pour les cantines publiques dont le secteur relève de l’État. Sans choix, celle qu’elles ont reste.'

const ValueFields: FC<{ field: BulkField; form: FormState }> = ({ field, form }) => {
  const ministry = <MinistryField {...form} hint={MINISTRY_HINT} required={false} />
  switch (field) {
    case 'gestion':
      return <ManagementField {...form} />
    case 'modele':
      return (
        <>
          <ModelField {...form} />
          {ministry}
        </>
      )
    case 'secteurs':
      return (
        <>
          <SectorFields {...form} />
          {ministry}
        </>
      )
    case 'tutelle':
      return <MinistryField {...form} />
    case 'cuisine':
      return <KitchenField {...form} />
    case 'repas':
      return (
        <>
          <p>Un nombre laissé vide ne change pas.</p>
          <MealFields {...form} isGroup={false} />
        </>
      )
  }
}

type Preview = Chosen & {
  /** What is sent with the selection to write. */
  write: Pairs
  refused: readonly Refused[]
  /** The canteens have changed since they were shown. */
  isAnew: boolean
}

/** Most lines shown: the rest is counted. */
const MOST_LINES = 50

export const PreviewChangePage: FC<Preview & { plan: Plan; patch: Patch }> = ({
  selection,
  write,
  plan,
  patch,
  isAnew,
  refused,
}) => {
  const { changes, unchanged } = plan
  return (
    <Frame title="Ce qui changera">
      <Anew isAnew={isAnew} />
      <p class="fr-text--lead">
        {changes.length === 0 ? 'Rien ne changera.' : `${countWords(changes.length)} : ${patchWords(patch)}.`}
      </p>
      {unchanged > 0 ? <p>{`${countWords(unchanged)} : c’est déjà le cas.`}</p> : null}
      <RefusedList refused={refused} verb="changer" />
      <Lines
        summary="Voir cantine par cantine"
        lines={changes.map(({ canteen, before, record }) => [canteen, differencesInWords(changesBetween(before, record))])}
      />
      <Write
        selection={selection}
        write={write}
        words={`Changer ${countWords(changes.length)}`}
        isPossible={changes.length > 0}
      />
    </Frame>
  )
}

export const PreviewArchivePage: FC<Preview & { archivable: readonly MyCanteen[] }> = (props) => {
  const { selection, write, archivable, isAnew, refused } = props
  return (
    <Frame title="Ce qui sera archivé">
      <Anew isAnew={isAnew} />
      <p class="fr-text--lead">
        {archivable.length === 0
          ? 'Rien ne sera archivé.'
          : `${countWords(archivable.length)}. Rien n’est effacé : on peut les restaurer.`}
      </p>
      <RefusedList refused={refused} verb="archiver" />
      <Lines summary="Voir lesquelles" lines={archivable.map((canteen) => [canteen, ''])} />
      <Write
        selection={selection}
        write={write}
        words={`Archiver ${countWords(archivable.length)}`}
        isPossible={archivable.length > 0}
      />
    </Frame>
  )
}

const Anew: FC<{ isAnew: boolean }> = ({ isAnew }) =>
  isAnew ? (
    <Notice title="Des cantines ont changé entre-temps" kind="warning">
      <p>Rien n’est encore écrit. Voici ce qui changera à présent.</p>
    </Notice>
  ) : null

const patchWords = (patch: Patch): string =>
  (Object.keys(patch) as RecordField[])
    .map((name) => `${fieldWords[name].label.toLowerCase()} devient « ${valueWords(name, patch[name]) ?? 'rien'} »`)
    .join(', ')

const differencesInWords = (differences: Record<string, [unknown, unknown]>): string =>
  (Object.keys(differences) as RecordField[])
    .map((name) => {
      const [before, after] = differences[name]!.map((value) => valueWords(name, value) ?? 'rien')
      return `${fieldWords[name].label} : ${before} devient ${after}`
    })
    .join(' ; ')

const Lines: FC<{ summary: string; lines: readonly (readonly [MyCanteen, string])[] }> = ({ summary, lines }) =>
  lines.length === 0 ? null : (
    <Disclosure summary={summary} open={lines.length <= 10}>
      <ul>
        {lines.slice(0, MOST_LINES).map(([{ name }, words]) => (
          <li>{words === '' ? name : `${name} – ${words}`}</li>
        ))}
      </ul>
      {lines.length > MOST_LINES ? <p>{`Et ${countWords(lines.length - MOST_LINES)} de plus.`}</p> : null}
    </Disclosure>
  )

/** Those that stay as they are, by reason. */
const RefusedList: FC<{ refused: readonly Refused[]; verb: string }> = ({ refused, verb }) => {
  if (refused.length === 0) return null
  const reasons = new Map<string, MyCanteen[]>()
  for (const { canteen, why } of refused) reasons.set(why, [...(reasons.get(why) ?? []), canteen])
  return (
    <Notice title={`${countWords(refused.length)} à laisser : on ne peut pas les ${verb} ainsi`} kind="warning">
      <ul>
        {[...reasons].slice(0, MOST_LINES).map(([why, canteens]) => (
          <li>{`${why} ${canteens.length === 1 ? `(${canteens[0]!.name})` : `(${countWords(canteens.length)}, dont ${canteens[0]!.name})`}`}</li>
        ))}
      </ul>
    </Notice>
  )
}

const Write: FC<{ selection: Pairs; write: Pairs; words: string; isPossible: boolean }> = ({
  selection,
  write,
  words,
  isPossible,
}) => (
  <form method="post" action={BULK}>
    <Hidden pairs={[...selection, ...write]} />
    <div class="actions">
      {isPossible ? (
        <button class="fr-btn" type="submit">
          {words}
        </button>
      ) : null}
      <GiveUp />
    </div>
  </form>
)
