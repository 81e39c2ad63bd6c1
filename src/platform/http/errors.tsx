// What a visitor sees when something is missing or breaks. One handler for all that was not expected.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Log } from '../log.ts'
import type { Env } from './context.ts'

/** A request whose content cannot be used; the message is shown as it is, in French. */
export class Unusable extends Error {}

/** Something outside does not answer; the message says what and what to do, in French. */
export class Unavailable extends Error {}

function unavailable(c: Context<Env>, message: string) {
  c.status(503)
  return c.render(
    <div class="fr-container fr-py-6w">
      <h1>Un service dont nous dépendons ne répond pas</h1>
      <p class="fr-text--lead">{message}</p>
    </div>,
    { title: 'Service momentanément indisponible', robots: 'noindex' },
  )
}

const wantsJson = (c: Context) => c.req.path.startsWith('/api/')

export function notFound(c: Context<Env>) {
  c.status(404)
  if (wantsJson(c)) return c.json({ code: 'not_found', message: 'Cette adresse n’existe pas.' })
  return c.render(
    <div class="fr-container fr-py-6w">
      <h1>Cette page n’existe pas</h1>
      <p class="fr-text--lead">L’adresse a peut-être été mal recopiée, ou la page a été déplacée.</p>
      <p>
        <a href="/">Revenir à l’accueil</a> ou <a href="/plan-du-site">parcourir le plan du site</a>.
      </p>
    </div>,
    { title: 'Page introuvable', robots: 'noindex' },
  )
}

/** A write that another site asked for, or that has no right to be here. */
export function forbidden(c: Context<Env>) {
  c.status(403)
  return c.render(
    <div class="fr-container fr-py-6w">
      <h1>Cet envoi ne vient pas d’une page de ce site</h1>
      <p class="fr-text--lead">Pour vous protéger, nous ne l’avons pas pris en compte.</p>
      <p>
        Si vous étiez en train de remplir un formulaire ici, revenez à la page précédente, rechargez-la et recommencez. Sinon, il
        n’y a rien à faire : rien n’a changé.
      </p>
    </div>,
    { title: 'Envoi refusé', robots: 'noindex' },
  )
}

const JSON_CODES = { 413: 'body_too_large', 422: 'unusable', 429: 'too_many_requests' } as const

function unusable(c: Context<Env>, message: string, status: 413 | 422 | 429) {
  c.status(status)
  if (wantsJson(c)) return c.json({ errors: [{ pointer: '', code: JSON_CODES[status], message }] })
  return c.render(
    <div class="fr-container fr-py-6w">
      <h1>Nous n’avons pas pu utiliser cet envoi</h1>
      <p class="fr-text--lead">{message}</p>
      <p>Revenez à la page précédente : ce que vous aviez saisi s’y trouve encore.</p>
    </div>,
    { title: 'Envoi inutilisable', robots: 'noindex' },
  )
}

export function onError(log: Log) {
  return (error: Error, c: Context<Env>) => {
    if (error instanceof Unusable) return unusable(c, error.message, 422)
    if (error instanceof HTTPException && error.status === 404) return notFound(c)
    if (error instanceof HTTPException && error.status === 413) return unusable(c, 'Cet envoi est trop lourd.', 413)
    if (error instanceof HTTPException && error.status === 429)
      return unusable(c, error.message || 'Trop d’envois en peu de temps : réessayez dans une minute.', 429)
    if (error instanceof Unavailable) return unavailable(c, error.message)
    const id = c.get('requestId') ?? 'inconnu'
    log.error({ id, method: c.req.method, route: c.req.routePath, err: error }, 'unexpected error')
    c.status(500)
    if (wantsJson(c)) return c.json({ code: 'unexpected', message: `Une erreur inattendue est survenue (référence ${id}).` })
    return c.render(
      <div class="fr-container fr-py-6w">
        <h1>Une erreur est survenue de notre côté</h1>
        <p class="fr-text--lead">Ce n’est pas de votre fait. Réessayez dans un instant.</p>
        <p>
          Si cela se reproduit, <a href="/contact">écrivez-nous</a> en indiquant cette référence : <code>{id}</code>
        </p>
      </div>,
      { title: 'Erreur inattendue', robots: 'noindex' },
    )
  }
}
