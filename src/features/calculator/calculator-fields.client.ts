// The fields of the form: read, written, and marked with what must be corrected, in the markup that the server writes.
import { fields, type Problem } from './calculator-entry.client.ts'

type Field = HTMLInputElement | HTMLSelectElement

export function fieldNamed(form: HTMLFormElement, name: string): Field | null {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null
}

/** Every field that has a name and a value, by name. */
export function valuesOf(form: HTMLFormElement): { [name: string]: string } {
  const pairs = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return Object.fromEntries(pairs)
}

/** What belongs to the person, without the mode, which belongs to the page. */
export function typedValues(form: HTMLFormElement): { [name: string]: string } {
  const { [fields.mode]: _mode, ...typed } = valuesOf(form)
  return typed
}

export function writeValues(form: HTMLFormElement, values: { readonly [name: string]: string }) {
  for (const [name, value] of Object.entries(values)) {
    const field = fieldNamed(form, name)
    if (!field) continue
    field.value = value
    if (value !== '') reveal(field)
  }
}

/** Nothing filled in or wrong hides in a part that is closed. */
function reveal(field: HTMLElement) {
  field.closest('details')?.setAttribute('open', '')
}

/** Shows each problem at its field, and takes away those that are solved. */
export function markProblems(form: HTMLFormElement, problems: readonly Problem[]) {
  const wrong = new Map(problems.map(({ field, message }) => [field, message]))
  for (const input of form.querySelectorAll<HTMLInputElement>('.fr-input')) {
    const message = wrong.get(input.name)
    const group = input.parentElement!
    let text = group.querySelector<HTMLElement>('.fr-error-text')
    if (message === undefined) {
      text?.remove()
      input.removeAttribute('aria-invalid')
      input.removeAttribute('aria-describedby')
    } else {
      text ??= group.appendChild(document.createElement('p'))
      text.id = `${input.name}-erreur`
      text.className = 'fr-error-text'
      if (text.textContent !== message) text.textContent = message
      input.setAttribute('aria-invalid', 'true')
      input.setAttribute('aria-describedby', text.id)
      reveal(input)
    }
    input.classList.toggle('fr-input--error', message !== undefined)
    if (group.classList.contains('fr-input-group')) group.classList.toggle('fr-input-group--error', message !== undefined)
  }
}
