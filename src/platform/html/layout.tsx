// The frame of every page: head, skip links, header, menu, footer. DSFR markup; the State's brand only where the settings say so.
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Assets } from '../http/assets.ts'
import type { Link } from './link.ts'
import { bindSpaces } from './typography.client.ts'

export type PageProps = {
  /** Words of the browser's tab, without the site's name. */
  title: string
  description?: string
  /** Browser modules of this page, by the name of their `*.client.ts` file. */
  scripts?: string[]
  /** Entry of the menu that this page belongs to, when its address does not start with the entry's own. */
  menuEntry?: string
  robots?: 'noindex'
}

export type Site = {
  name: string
  tagline: string
  /** One sentence at the foot of each page: who makes this, for whom. */
  about: string
  menu: Link[]
  /** Where one signs in, finds one's account, and signs out (by a form). */
  account: { signIn: string; home: string; signOut: string }
  /** Entries of the menu for whoever is signed in, beside their account. `covers`: what else begins the addresses of their pages. */
  signedInMenu: (Link & { covers?: readonly string[] })[]
  footer: Link[]
  /** Addresses that take files: their routes set a limit of their own to what they receive. */
  uploads: readonly RegExp[]
  /** Addresses that search engines are asked to leave alone. */
  unlisted: string[]
}

type Frame = { site: Site; assets: Assets; brand: 'neutre' | 'etat'; publicUrl: string | null }

/** Makes the function that turns a page's content into a whole document. */
export function renderer({ site, assets, brand, publicUrl }: Frame) {
  const css = assets.url(`${brand}.css`)
  const common = assets.url('page.js')
  return async (c: Context, content: unknown, page: PageProps) => {
    const body = (
      <Document
        site={site}
        brand={brand}
        css={css}
        page={page}
        path={c.req.path}
        signedInName={c.get('signedInName')}
        publicUrl={publicUrl}
        scripts={[common, ...(page.scripts ?? []).map((name) => assets.url(`${name}.js`))]}
      >
        {content}
      </Document>
    )
    return c.html(`<!DOCTYPE html>${bindSpaces(String(await body))}`)
  }
}

type DocumentProps = {
  site: Site
  brand: 'neutre' | 'etat'
  css: string
  page: PageProps
  path: string
  signedInName: string | undefined
  publicUrl: string | null
  scripts: string[]
  children?: unknown
}

const Document: FC<DocumentProps> = ({ site, brand, css, page, path, signedInName, publicUrl, scripts, children }) => (
  <html lang="fr" data-fr-scheme="light" data-fr-theme="light" data-brand={brand}>
    <head>
      <meta charset="utf-8" />
      <title>{`${page.title} – ${site.name}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {page.description ? <meta name="description" content={page.description} /> : null}
      {page.robots ? <meta name="robots" content={page.robots} /> : null}
      {publicUrl && !page.robots ? <link rel="canonical" href={publicUrl + path} /> : null}
      <link rel="icon" href="/icone.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={css} />
      {scripts.map((src) => (
        <script type="module" src={src}></script>
      ))}
    </head>
    <body>
      <div class="fr-skiplinks">
        <nav class="fr-container" aria-label="Accès rapide">
          <ul class="fr-skiplinks__list">
            <li>
              <a class="fr-link" href="#contenu">
                Contenu
              </a>
            </li>
            <li>
              <a class="fr-link" href="#pied">
                Pied de page
              </a>
            </li>
          </ul>
        </nav>
      </div>
      <Header site={site} brand={brand} path={path} menuEntry={page.menuEntry} signedInName={signedInName} />
      <main id="contenu" tabindex={-1}>
        {children}
      </main>
      <Footer site={site} brand={brand} />
    </body>
  </html>
)

type HeaderProps = {
  site: Site
  brand: string
  path: string
  menuEntry: string | undefined
  signedInName: string | undefined
}

const Header: FC<HeaderProps> = ({ site, brand, path, menuEntry, signedInName }) => (
  <header class="fr-header">
    <div>
      <div class="fr-container">
        <div class="fr-header__body-row">
          <div class="fr-header__brand fr-enlarge-link">
            {brand === 'etat' ? <StateMark /> : null}
            <div class="fr-header__service">
              <a href="/" title={`Accueil – ${site.name}`}>
                <p class="fr-header__service-title site-name">
                  {brand === 'etat' ? null : <img src="/icone.svg" alt="" width="32" height="32" />}
                  {site.name}
                </p>
              </a>
              <p class="fr-header__service-tagline">{site.tagline}</p>
            </div>
          </div>
        </div>
      </div>
    </div>
    <nav class="site-menu" aria-label="Menu principal">
      <ul class="fr-container">
        {site.menu.map(({ href, label }) => (
          <li>
            <a href={href} aria-current={path === href ? 'page' : (menuEntry ?? path).startsWith(href) ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
        <Account site={site} path={path} name={signedInName} />
      </ul>
    </nav>
  </header>
)

const Account: FC<{ site: Site; path: string; name: string | undefined }> = ({ site, path, name }) => {
  const { account, signedInMenu } = site
  const here = (href: string, covers: readonly string[] = []) =>
    path === href ? 'page' : [`${href}/`, ...covers].some((start) => path.startsWith(start)) ? 'true' : undefined
  return name === undefined ? (
    <li class="site-account">
      <a href={account.signIn} aria-current={here(account.signIn)}>
        Se connecter
      </a>
    </li>
  ) : (
    <>
      {[...signedInMenu, { href: account.home, label: name, covers: undefined }].map(({ href, label, covers }, index) => (
        <li class={index === 0 ? 'site-account' : undefined}>
          <a href={href} aria-current={here(href, covers)}>
            {label}
          </a>
        </li>
      ))}
      <li>
        <form method="post" action={account.signOut}>
          <button class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm" type="submit">
            Se déconnecter
          </button>
        </form>
      </li>
    </>
  )
}

const StateMark: FC = () => (
  <div class="fr-header__brand-top">
    <div class="fr-header__logo">
      <p class="fr-logo">
        République
        <br />
        Française
      </p>
    </div>
  </div>
)

const Footer: FC<{ site: Site; brand: string }> = ({ site, brand }) => (
  <footer class="fr-footer" id="pied">
    <div class="fr-container">
      <div class="fr-footer__body">
        {brand === 'etat' ? (
          <div class="fr-footer__brand">
            <p class="fr-logo">
              République
              <br />
              Française
            </p>
          </div>
        ) : null}
        <div class="fr-footer__content">
          <p class="fr-footer__content-desc">{site.about}</p>
        </div>
      </div>
      <div class="fr-footer__bottom">
        <ul class="fr-footer__bottom-list">
          {site.footer.map(({ href, label }) => (
            <li class="fr-footer__bottom-item">
              <a class="fr-footer__bottom-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  </footer>
)
