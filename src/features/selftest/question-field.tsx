// The fields of one question, by its kind.
import type { FC } from 'hono/jsx'
import { lineMinistries } from '../../law/canteen.ts'
import { sectorGroups } from '../../law/sectors.ts'
import { type DataYear, LAST_DATA_YEAR } from '../../law/timeline.ts'
import {
  AmountField,
  CheckboxField,
  type Choice,
  errorOf,
  RadioField,
  SelectField,
  TextField,
} from '../../platform/html/fields.tsx'
import { CommuneField, communesMeant } from '../territory/territory.ts'
import { totalRanges } from './answers.ts'
import { fieldOf } from './field-names.ts'
import { asTyped } from './form-values.ts'
import type { Question } from './question.ts'
import type { Screen } from './screen.ts'

const typographic = (label: string) => label.replaceAll("'", '’')
const DONT_KNOW: Choice = { value: 'unknown', label: 'Je ne sais pas' }
const DONT_KNOW_OR_OTHER: Choice = { value: 'unknown', label: 'Je ne sais pas, ou autre chose' }
/** Back then forward, a browser gives back what was typed only where it may complete. */
const RESTORED = { autocomplete: 'on' } as const
const BOX: Choice[] = [{ value: 'oui', label: 'Je ne sais pas' }]

const ministryChoices: Choice[] = [
  { value: 'none', label: 'Non, aucun' },
  DONT_KNOW,
  ...lineMinistries.map(({ id, label }) => ({ value: id, label: typographic(label) })),
]
const rangeChoices: Choice[] = totalRanges.map(({ id, from, to }, index) => ({
  value: id,
  label: index === 0 ? `moins de ${asTyped(to)} €` : `de ${asTyped(from)} à ${asTyped(to)} €`,
}))

/** How far back one may look, from the year under way. */
const YEARS_BACK = 2

type Props = { question: Question; screen: Screen; currentYear: number; dataYear: DataYear }

export const QuestionField: FC<Props> = ({ question, screen, currentYear, dataYear }) => {
  const { id, label, hint, optional } = question
  const { values, errors } = screen
  const error = errorOf(errors, id)
  const common = { name: id, label, hint, error, ...(optional ? { required: false } : {}) }
  switch (question.kind) {
    case 'choice':
      return <RadioField {...common} choices={[...question.choices]} value={values.get(id)} />
    case 'several':
      return (
        <CheckboxField
          {...common}
          choices={[
            ...question.choices.map((choice) => ({ ...choice, label: question.named?.(choice.value, dataYear) ?? choice.label })),
            { value: 'none', label: question.none },
            DONT_KNOW,
          ]}
          values={values.all(id)}
        />
      )
    case 'quantity':
      return <RadioField {...common} choices={quantityChoices(question, screen)} value={values.get(id)} />
    case 'total':
      return <RadioField {...common} choices={totalChoices(id, screen)} value={values.get(id)} />
    case 'sectors':
      return (
        <>
          <SelectField {...common} value={values.get(id)} choices={[DONT_KNOW_OR_OTHER]} groups={sectorGroups} />
          <SelectField
            name={fieldOf.second(id)}
            label="Et aussi"
            required={false}
            empty="Personne d’autre"
            value={values.get(fieldOf.second(id))}
            groups={sectorGroups}
          />
        </>
      )
    case 'meals':
      return (
        <>
          <TextField {...common} {...RESTORED} inputmode="numeric" maxlength={20} value={values.get(id)} />
          {optional ? null : <DontKnow id={id} screen={screen} what={label} />}
        </>
      )
    case 'commune':
      return <CommuneQuestion common={common} screen={screen} />
    case 'ministry':
      return <SelectField {...common} value={values.get(id)} choices={ministryChoices} />
    case 'year':
      return (
        <SelectField
          {...common}
          value={values.get(id) || String(currentYear)}
          choices={Array.from({ length: LAST_DATA_YEAR - currentYear + YEARS_BACK + 1 }, (_, index) => {
            const year = currentYear - YEARS_BACK + index
            return { value: String(year), label: year === currentYear ? `${year} (année en cours)` : String(year) }
          })}
        />
      )
  }
}

/** A box beside a field that may be left blank on purpose. */
const DontKnow: FC<{ id: string; screen: Screen; what: string }> = ({ id, screen, what }) => (
  <div class="fr-checkbox-group fr-mb-3w">
    <input
      type="checkbox"
      id={fieldOf.unknown(id)}
      name={fieldOf.unknown(id)}
      value="oui"
      checked={screen.values.has(fieldOf.unknown(id))}
    />
    <label class="fr-label" for={fieldOf.unknown(id)}>
      {BOX[0]!.label}
      <span class="fr-sr-only"> : {what}</span>
    </label>
  </div>
)

const inEuros = (name: string, { values, errors }: Pick<Screen, 'values' | 'errors'>) => (
  <AmountField {...RESTORED} name={name} label="En euros hors taxes" value={values.get(name)} error={errorOf(errors, name)} />
)

function quantityChoices({ id, whole, none }: Question & { kind: 'quantity' }, { values, errors }: Screen): Choice[] {
  const [amount, share] = [fieldOf.amount(id), fieldOf.share(id)]
  return [
    {
      value: 'amount',
      label: 'Un montant',
      detail: inEuros(amount, { values, errors }),
    },
    {
      value: 'share',
      label: 'Une part',
      detail: (
        <AmountField
          {...RESTORED}
          name={share}
          label={`En % ${whole}`}
          value={values.get(share)}
          error={errorOf(errors, share)}
        />
      ),
    },
    ...(none === undefined ? [] : [{ value: 'none', label: none }]),
    DONT_KNOW,
  ]
}

function totalChoices(id: string, { values, errors }: Screen): Choice[] {
  const [amount, range] = [fieldOf.amount(id), fieldOf.range(id)]
  return [
    {
      value: 'amount',
      label: 'Je connais le montant',
      detail: inEuros(amount, { values, errors }),
    },
    {
      value: 'range',
      label: 'J’ai un ordre de grandeur',
      detail: (
        <SelectField
          name={range}
          label="Entre combien et combien ?"
          value={values.get(range)}
          error={errorOf(errors, range)}
          choices={rangeChoices}
        />
      ),
    },
    { value: 'unknown', label: 'Pas encore', hint: 'Les parts suffisent pour faire le point' },
  ]
}

type Common = { name: string; label: string; hint: string | undefined; error: string | undefined }

const CommuneQuestion: FC<{ common: Common; screen: Screen }> = ({ common, screen }) => {
  const { name } = common
  const value = screen.values.get(name)
  const message = errorOf(screen.errors, fieldOf.chosen(name))
  const doubt = message
    ? { message, choices: communesMeant(value).choices, chosen: screen.values.get(fieldOf.chosen(name)) }
    : null
  return (
    <>
      <CommuneField {...common} {...RESTORED} value={value} doubt={doubt} />
      <DontKnow id={name} screen={screen} what={common.label} />
    </>
  )
}
