// Form pieces in DSFR markup: a label, a hint, a control, an error tied to it. A value in error is kept and shown again.
import type { FC } from 'hono/jsx'
import type { FieldError } from '../http/forms.ts'

export type Choice = {
  value: string
  label: string
  hint?: string
  /** What this choice asks for besides: fields shown under it once it is chosen (always shown by old browsers). */
  detail?: unknown
}

type Common = { name: string; label: string; hint?: string | undefined; error?: string | undefined; required?: boolean }

/** The message of a field among the errors of its form. */
export const errorOf = (errors: readonly FieldError[], field: string) => errors.find((error) => error.field === field)?.message

const describedBy = (name: string, error: string | undefined) => (error ? `${name}-erreur` : undefined)

const Message: FC<{ name: string; error: string | undefined }> = ({ name, error }) =>
  error ? (
    <p id={`${name}-erreur`} class="fr-error-text">
      {error}
    </p>
  ) : null

const Label: FC<{ for: string; label: string; hint: string | undefined; required: boolean | undefined }> = (props) => (
  <label class="fr-label" for={props.for}>
    {props.label}
    {props.required === false ? ' (facultatif)' : ''}
    {props.hint ? <span class="fr-hint-text">{props.hint}</span> : null}
  </label>
)

export const TextField: FC<
  Common & {
    value?: string
    /** A date is sent as `2026-01-31`, or as it was typed where the browser offers no calendar. */
    type?: 'text' | 'search' | 'email' | 'tel' | 'password' | 'date'
    inputmode?: 'decimal' | 'numeric'
    autocomplete?: string
    maxlength?: number
    list?: string
  }
> = ({ name, label, hint, error, required, value, type = 'text', ...rest }) => (
  <div class={`fr-input-group${error ? ' fr-input-group--error' : ''}`}>
    <Label for={name} label={label} hint={hint} required={required} />
    <input
      class={`fr-input${error ? ' fr-input--error' : ''}`}
      id={name}
      name={name}
      type={type}
      // A password is never written back in a page.
      value={type === 'password' ? undefined : (value ?? '')}
      aria-describedby={describedBy(name, error)}
      aria-invalid={error ? 'true' : undefined}
      autocomplete={rest.autocomplete ?? 'off'}
      inputmode={rest.inputmode}
      maxlength={type === 'date' ? undefined : (rest.maxlength ?? 200)}
      list={rest.list}
    />
    <Message name={name} error={error} />
  </div>
)

/** A few sentences. */
export const TextAreaField: FC<Common & { value?: string; maxlength: number; rows?: number }> = ({
  name,
  label,
  hint,
  error,
  required,
  value,
  maxlength,
  rows = 4,
}) => (
  <div class={`fr-input-group${error ? ' fr-input-group--error' : ''}`}>
    <Label for={name} label={label} hint={hint} required={required} />
    <textarea
      class={`fr-input${error ? ' fr-input--error' : ''}`}
      id={name}
      name={name}
      rows={rows}
      maxlength={maxlength}
      aria-describedby={describedBy(name, error)}
      aria-invalid={error ? 'true' : undefined}
    >
      {value ?? ''}
    </textarea>
    <Message name={name} error={error} />
  </div>
)

/** An amount in euros, typed as people type them; read on the server with the law's own reader. */
export const AmountField: FC<Common & { value?: string; autocomplete?: string }> = (props) => (
  <div class="amount-field">
    <TextField {...props} inputmode="decimal" maxlength={40} />
  </div>
)

/** A file to choose. Its form says `enctype="multipart/form-data"`; once sent, a browser never fills it in again. */
export const FileField: FC<Common & { accept: string }> = ({ name, label, hint, error, required, accept }) => (
  <div class={`fr-upload-group${error ? ' fr-upload-group--error' : ''}`}>
    <Label for={name} label={label} hint={hint} required={required} />
    <input
      class="fr-upload"
      type="file"
      id={name}
      name={name}
      accept={accept}
      aria-describedby={describedBy(name, error)}
      aria-invalid={error ? 'true' : undefined}
    />
    <Message name={name} error={error} />
  </div>
)

export const SelectField: FC<
  Common & { value?: string; empty?: string | null; choices?: Choice[]; groups?: readonly { label: string; choices: Choice[] }[] }
> = ({ name, label, hint, error, required, value, empty = 'Choisir', choices = [], groups = [] }) => {
  const option = (choice: Choice) => (
    <option value={choice.value} selected={choice.value === value}>
      {choice.label}
    </option>
  )
  return (
    <div class={`fr-select-group${error ? ' fr-select-group--error' : ''}`}>
      <Label for={name} label={label} hint={hint} required={required} />
      <select
        class="fr-select"
        id={name}
        name={name}
        aria-describedby={describedBy(name, error)}
        aria-invalid={error ? 'true' : undefined}
      >
        {empty === null ? null : <option value="">{empty}</option>}
        {choices.map(option)}
        {groups.map((group) => (
          <optgroup label={group.label}>{group.choices.map(option)}</optgroup>
        ))}
      </select>
      <Message name={name} error={error} />
    </div>
  )
}

type Group = Common & { choices: Choice[]; inline?: boolean }

/** One answer among a few. */
export const RadioField: FC<Group & { value?: string }> = ({ value, ...group }) => (
  <ChoiceFieldset {...group} kind="radio" chosen={value === undefined ? [] : [value]} />
)

/** Several answers among a few. */
export const CheckboxField: FC<Group & { values?: readonly string[] }> = ({ values = [], ...group }) => (
  <ChoiceFieldset {...group} kind="checkbox" chosen={values} />
)

const ChoiceFieldset: FC<Group & { kind: 'radio' | 'checkbox'; chosen: readonly string[] }> = ({
  name,
  label,
  hint,
  error,
  required,
  choices,
  inline,
  kind,
  chosen,
}) => (
  <fieldset
    class={`fr-fieldset${error ? ' fr-fieldset--error' : ''}`}
    id={name}
    aria-labelledby={[`${name}-question`, describedBy(name, error)].filter(Boolean).join(' ')}
  >
    <legend class="fr-fieldset__legend" id={`${name}-question`}>
      {label}
      {required === false ? ' (facultatif)' : ''}
      {hint ? <span class="fr-hint-text">{hint}</span> : null}
    </legend>
    {choices.map((choice, index) => (
      <div class={`fr-fieldset__element${inline ? ' fr-fieldset__element--inline' : ''}`}>
        <div class={`fr-${kind}-group`}>
          <input
            type={kind}
            id={`${name}-${index}`}
            name={name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            aria-invalid={error ? 'true' : undefined}
          />
          <label class="fr-label" for={`${name}-${index}`}>
            {choice.label}
            {choice.hint ? <span class="fr-hint-text">{choice.hint}</span> : null}
          </label>
        </div>
        {choice.detail ? <div class="choice-detail">{choice.detail}</div> : null}
      </div>
    ))}
    {error ? (
      <div class="fr-messages-group" id={`${name}-erreur`}>
        <p class="fr-message fr-message--error">{error}</p>
      </div>
    ) : null}
  </fieldset>
)

/**
 * What must be corrected, on top of the form, each line leading to its field. Receives the focus when the page opens. `most`: lines shown, where a form
 * may hold hundreds of mistakes.
 */
export const ErrorSummary: FC<{ errors: readonly FieldError[]; most?: number }> = ({ errors, most = errors.length }) =>
  errors.length === 0 ? null : (
    <div class="fr-alert fr-alert--error fr-mb-4w" role="alert" tabindex={-1} id="erreurs" data-focus>
      <h2 class="fr-alert__title">
        {errors.length === 1 ? 'Un point est à corriger' : `${errors.length} points sont à corriger`}
      </h2>
      <ul>
        {errors.slice(0, most).map((error) => (
          <li>
            <a href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
        {errors.length > most ? <li>{`Et ${errors.length - most} de plus, marqués plus bas.`}</li> : null}
      </ul>
    </div>
  )
