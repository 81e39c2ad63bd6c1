// Searching among all the canteens that are registered, for people who are signed in.
import { type Platform, router } from '../../platform/http/context.ts'
import { readQuery } from '../../platform/http/forms.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { LONGEST_WORDS } from './criteria.ts'
import { SearchPage } from './search.page.tsx'
import { MOST_FOUND, searchAll } from './search.sql.ts'

const PER_PAGE = 20

export function searchRoutes(platform: Platform) {
  const app = router()
  app.get('/cantines/chercher', signedIn(platform), async (c) => {
    const query = readQuery(c)
    const words = query.get('q').slice(0, LONGEST_WORDS)
    const page = Math.min(MOST_FOUND / PER_PAGE, Math.max(1, Math.floor(Number(query.get('page'))) || 1))
    const found = await searchAll(platform.database, currentPerson(c).id, words, { page, perPage: PER_PAGE })
    // The pages have grown fewer since, or someone wrote the address.
    if (found.total === 0 && page > 1) return c.redirect(`/cantines/chercher?${new URLSearchParams({ q: words })}`, 303)
    return c.render(
      <SearchPage words={words} found={found} page={page} pages={Math.max(1, Math.ceil(found.total / PER_PAGE))} />,
      { title: words === '' ? 'Chercher une cantine' : `« ${words} » : chercher une cantine`, robots: 'noindex' },
    )
  })
  return app
}
