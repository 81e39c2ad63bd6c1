// Comfort on every page: the focus goes to what must be read first, buttons that print or copy show up only where they work.

for (const part of document.querySelectorAll<HTMLElement>('[data-focus]')) part.focus()

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy ?? '')
    button.textContent = 'Lien copié'
  })
}
