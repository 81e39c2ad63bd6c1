// Makes the page work without a network, and says so.

export async function sayWhetherOffline(text: HTMLElement) {
  let isReady = false
  const say = () => {
    if (!navigator.onLine)
      text.textContent = 'Vous êtes hors connexion : la calculette continue, seule la recherche d’une commune attend.'
    else text.textContent = isReady ? 'Cette page fonctionne aussi sans connexion.' : ''
  }
  say()
  isReady = await register()
  say()
  // What changes later is said aloud; what was there from the start is not.
  text.setAttribute('role', 'status')
  for (const change of ['online', 'offline']) window.addEventListener(change, say)
}

async function register(): Promise<boolean> {
  try {
    await navigator.serviceWorker.register('/calculette/hors-ligne.js', { scope: '/calculette' })
    await navigator.serviceWorker.ready
    return true
  } catch {
    // A browser without workers, or one that refuses them here: the page works with a network, as any other.
    return false
  }
}
