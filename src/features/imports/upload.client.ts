// Comfort of the page that takes a file: it can be dropped, and one that is too heavy is told before it leaves.

const form = document.querySelector<HTMLFormElement>('form[data-upload]')
const input = form?.querySelector<HTMLInputElement>('input[type="file"]')
const message = form?.querySelector<HTMLElement>('[data-upload-message]')
const button = form?.querySelector<HTMLButtonElement>('button')

function say(words: string) {
  if (!message || !input) return
  message.textContent = words
  message.hidden = words === ''
  input.toggleAttribute('aria-invalid', words !== '')
}

/** A name proves nothing, but says what its owner believes it to be. */
function tooHeavy(): boolean {
  const file = input?.files?.[0]
  const most = /\.(csv|tsv|txt)$/i.test(file?.name ?? '') ? form?.dataset.uploadText : form?.dataset.upload
  return (file?.size ?? 0) > Number(most)
}

if (form && input && message && button) {
  input.addEventListener('change', () => say(tooHeavy() ? (message.dataset.tooHeavy ?? '') : ''))
  form.addEventListener('submit', (event) => {
    if (!tooHeavy()) {
      button.textContent = 'Envoi en cours…'
      return
    }
    event.preventDefault()
    input.focus()
  })
  form.classList.add('drop-zone')
  form.addEventListener('dragover', (event) => {
    event.preventDefault()
    form.classList.add('drop-zone--over')
  })
  form.addEventListener('dragleave', () => form.classList.remove('drop-zone--over'))
  form.addEventListener('drop', (event) => {
    event.preventDefault()
    form.classList.remove('drop-zone--over')
    const files = event.dataTransfer?.files
    if (!files || files.length === 0) return
    input.files = files
    input.dispatchEvent(new Event('change'))
    button.focus()
  })
  // A page found again by « back » is ready anew.
  window.addEventListener('pageshow', () => {
    button.textContent = button.dataset.words ?? ''
  })
}
