// Finding the commune as one types: only its name leaves the device, and only to be looked up.
import { territoryOf } from '../../law/territories.ts'

type Found = { code: string; label: string }

/** Wires the field; `onChange` is called each time the commune becomes known or unknown. */
export function lookUpCommune(input: HTMLInputElement, code: HTMLInputElement, onChange: () => void) {
  const news = document.createElement('p')
  news.className = 'fr-hint-text'
  news.setAttribute('role', 'status')
  const proposals = document.createElement('div')
  proposals.className = 'calculator__proposals'
  input.after(news, proposals)
  let timer = 0
  let known: Found | null = null

  const settle = (one: Found | null, words: string) => {
    known = one
    code.value = one?.code ?? ''
    news.textContent = words
    onChange()
  }
  const choose = (one: Found) => {
    input.value = one.label
    proposals.replaceChildren()
    settle(one, territoryInWords(one.code))
  }
  const propose = (found: readonly Found[]) => {
    proposals.replaceChildren(
      ...found.map((one) => {
        const button = document.createElement('button')
        button.type = 'button'
        button.className = 'fr-tag fr-tag--sm'
        button.textContent = one.label
        button.addEventListener('click', () => {
          choose(one)
          input.focus()
        })
        return button
      }),
    )
  }
  const search = async () => {
    const typed = input.value.trim()
    const answer = await fetch(`/calculette/communes?nom=${encodeURIComponent(typed)}`).catch(() => null)
    if (typed !== input.value.trim()) return
    if (!answer?.ok) return settle(null, 'La commune se cherche avec une connexion. En attendant, la règle générale s’applique.')
    const found: Found[] = await answer.json()
    if (found.length === 1) {
      if (document.activeElement !== input) input.value = found[0]!.label
      return settle(found[0]!, `${found[0]!.label} : ${territoryInWords(found[0]!.code)}`)
    }
    propose(found)
    settle(
      null,
      found.length === 0 ? 'Commune introuvable : vérifiez le nom, ou essayez le code postal.' : 'Choisissez la vôtre :',
    )
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    proposals.replaceChildren()
    settle(null, '')
    if (input.value.trim().length > 1) timer = window.setTimeout(search, 400)
  })
  // Once the field is left, a code or a beginning becomes the name that was understood.
  input.addEventListener('change', () => {
    if (known) input.value = known.label
  })
  // Typed while there was no network.
  if (input.value !== '' && code.value === '') search()
}

function territoryInWords(code: string): string {
  const territory = territoryOf({ cityInseeCode: code })
  return 'error' in territory ? '' : territory.label
}
