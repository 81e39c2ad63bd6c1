// The progress of long work, told as it goes; the page comes back by itself once it is over.

const part = document.querySelector<HTMLElement>('[data-progress]')
const words = part?.querySelector<HTMLElement>('[data-progress-words]')
const bar = part?.querySelector<HTMLProgressElement>('progress')
const EVERY_MS = 1500

async function look() {
  const { state, rows, text } = await (await fetch(part!.dataset.progress!)).json()
  if (state !== part!.dataset.state) return location.reload()
  if (words && words.textContent !== text) words.textContent = text
  if (bar?.hasAttribute('max')) bar.value = rows
  again()
}

// A moment without network must not stop the telling.
const again = () => setTimeout(() => look().catch(again), EVERY_MS)

if (part) again()
