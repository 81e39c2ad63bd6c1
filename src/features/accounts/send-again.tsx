// A form sent after its person's session has ended: what was typed stays in a page, to be sent again once signed in.
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import type { Env } from '../../platform/http/context.ts'
import { readForm } from '../../platform/http/forms.ts'

/** Bytes of a form; a longer one is kept by its own page, as the grid is on the device, or by the file that was to be sent. */
const LARGEST = 500_000
const BOUNDS = { mostFields: 10_000, longestValue: LARGEST }
/** Never written in a page. */
const SECRET = /passe|code/

type Typed = readonly (readonly [string, string])[]

/** What a person typed in a form; null when there is nothing to keep, or when a script of ours sent it. */
async function typedIn(c: Context<Env>): Promise<Typed | null> {
  const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')
  const isScript = (c.req.header('sec-fetch-mode') ?? 'navigate') !== 'navigate'
  if (!isForm || isScript || !(Number(c.req.header('content-length')) <= LARGEST)) return null
  const typed = await readForm(c, BOUNDS).then(
    (form) => form.pairs(),
    () => [],
  )
  return typed.length === 0 || typed.some(([name]) => SECRET.test(name)) ? null : typed
}

/** The page that keeps what was typed; null when there is nothing to keep. */
export async function keepTyped(c: Context<Env>): Promise<Response | null> {
  const typed = await typedIn(c)
  if (typed === null) return null
  const { pathname, search } = new URL(c.req.url)
  c.status(401)
  c.header('Cache-Control', 'no-store')
  return c.render(<SendAgain action={pathname + search} typed={typed} />, { title: 'Reconnectez-vous', robots: 'noindex' })
}

const SendAgain: FC<{ action: string; typed: Typed }> = ({ action, typed }) => (
  <Article title="Reconnectez-vous : rien n’est perdu" class="account-column">
    <p class="fr-text--lead">
      Votre session a pris fin pendant que vous écriviez. Ce que vous avez saisi attend dans cette page : gardez-la ouverte.
    </p>
    <ol>
      <li>
        <a href="/connexion" target="_blank" rel="noopener">
          Connectez-vous<span class="fr-sr-only"> (nouvelle fenêtre)</span>
        </a>
        , dans une autre fenêtre.
      </li>
      <li>Revenez ici, et envoyez à nouveau.</li>
    </ol>
    <form method="post" action={action}>
      {typed.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="actions">
        <button class="fr-btn" type="submit">
          Envoyer à nouveau
        </button>
      </p>
    </form>
  </Article>
)
