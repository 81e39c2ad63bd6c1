// Comfort of the page that takes invoices: many can be dropped, seen, taken off one by one; too heavy is told before they leave; their sending shows.

const form = document.querySelector<HTMLFormElement>('form[data-drop]')
const input = form?.querySelector<HTMLInputElement>('input[type="file"]')
const message = form?.querySelector<HTMLElement>('[data-drop-message]')
const list = form?.querySelector<HTMLElement>('[data-drop-list]')
const sending = form?.querySelector<HTMLElement>('[data-drop-sending]')
const button = form?.querySelector<HTMLButtonElement>('button[type="submit"]')

/** Beyond, a list helps nobody: their number is told. */
const MOST_SHOWN = 100
const bytes = (files: readonly File[]) => files.reduce((sum, { size }) => sum + size, 0)
const weight = (size: number) =>
  size < 100_000
    ? `${Math.max(1, Math.round(size / 1024))} ko`
    : `${(size / 1_048_576).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Mo`

if (form && input && message && list && sending && button) {
  const chosen = () => [...(input.files ?? [])]
  const say = (words: string) => {
    message.textContent = words
    message.hidden = words === ''
    if (words === '') input.removeAttribute('aria-invalid')
    else input.setAttribute('aria-invalid', 'true')
  }
  const tooHeavy = () => bytes(chosen()) > Number(form.dataset.drop)

  const choose = (files: readonly File[]) => {
    const transfer = new DataTransfer()
    for (const file of files) transfer.items.add(file)
    input.files = transfer.files
    show()
  }
  const show = () => {
    const files = chosen()
    list.replaceChildren(...files.slice(0, MOST_SHOWN).map(item))
    if (files.length > MOST_SHOWN) {
      const more = document.createElement('li')
      more.textContent = `et ${files.length - MOST_SHOWN} autres`
      list.append(more)
    }
    list.hidden = files.length < 2
    say(tooHeavy() ? (form.dataset.dropTooHeavy ?? '') : '')
  }
  const item = (file: File) => {
    const line = document.createElement('li')
    const remove = document.createElement('button')
    remove.type = 'button'
    remove.className = 'fr-btn fr-btn--tertiary-no-outline fr-btn--sm'
    remove.textContent = 'Retirer'
    remove.setAttribute('aria-label', `Retirer ${file.name}`)
    remove.addEventListener('click', () => {
      choose(chosen().filter((one) => one !== file))
      ;(list.querySelector('button') ?? input).focus()
    })
    line.append(`${file.name} (${weight(file.size)}) `, remove)
    return line
  }

  form.classList.add('drop-zone')
  form.querySelector<HTMLElement>('[data-drop-hint]')!.hidden = false
  input.addEventListener('change', show)
  form.addEventListener('dragover', (event) => {
    event.preventDefault()
    form.classList.add('drop-zone--over')
  })
  form.addEventListener('dragleave', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) form.classList.remove('drop-zone--over')
  })
  form.addEventListener('drop', (event) => {
    event.preventDefault()
    form.classList.remove('drop-zone--over')
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    choose([...chosen(), ...files])
    button.focus()
  })

  form.addEventListener('submit', (event) => {
    if (chosen().length === 0) return
    event.preventDefault()
    if (tooHeavy()) {
      input.focus()
      return
    }
    send()
  })

  /** The same form, sent in a way that tells how far it is. The page that answers is then opened as a link would. */
  const send = () => {
    const bar = sending.querySelector('progress')!
    const words = sending.querySelector<HTMLElement>('[role="status"]')!
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.value = loaded / total
      words.textContent = loaded < total ? `Envoi : ${Math.round((loaded / total) * 100)} %` : 'Envoyé, nous lisons…'
    })
    request.addEventListener('load', () => {
      if (request.status < 300) return location.assign(request.responseURL)
      const answer = new DOMParser().parseFromString(request.responseText, 'text/html')
      stop(
        answer.querySelector('.fr-error-text:not([hidden])')?.textContent ??
          'Ces fichiers n’ont pas pu être envoyés : réessayez.',
      )
    })
    request.addEventListener('error', () => stop('Le réseau a été coupé pendant l’envoi : réessayez.'))
    const body = new FormData(form)
    button.disabled = true
    sending.hidden = false
    words.textContent = 'Envoi…'
    request.send(body)
  }
  const stop = (words: string) => {
    button.disabled = false
    sending.hidden = true
    say(words)
    input.focus()
  }
  // A page found again by « back » is ready anew.
  window.addEventListener('pageshow', () => {
    button.disabled = false
    sending.hidden = true
    show()
  })
}

export {}
