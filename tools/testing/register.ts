// A company register of this machine, for tests: answers as the real one does, or as badly as one likes.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** Listens until the test ends. Give its address to `testSite({ REGISTER_URL: register.url })`. */
export async function testRegister() {
  let answer: Answer = (response) => response.writeHead(503).end()
  const requests: { url: URL; headers: IncomingMessage['headers']; at: number }[] = []
  const server = createServer((request, response) => {
    requests.push({ url: new URL(request.url ?? '', 'http://register'), headers: request.headers, at: performance.now() })
    answer(response, request)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** What it answers from now on: a body to be sent as JSON, or anything that one does with a response. */
    answers: (next: Answer | object) => {
      answer = typeof next === 'function' ? (next as Answer) : (response) => sendJson(response, next)
    },
  }
}

export const sendJson = (response: ServerResponse, body: unknown) =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))

/** An establishment as the register writes it. */
export const sentEstablishment = (siret: string, changed: Record<string, unknown> = {}) => ({
  siret,
  etat_administratif: 'A',
  date_fermeture: null,
  liste_enseignes: ['RESTAURANT SCOLAIRE DU BOURG'],
  nom_commercial: null,
  adresse: '1 PLACE DE LA MAIRIE 35560 BAZOUGES-LA-PEROUSE',
  commune: '35019',
  libelle_commune: 'BAZOUGES-LA-PEROUSE',
  code_postal: '35560',
  epci: '200070688',
  region: '53',
  est_siege: false,
  statut_diffusion_etablissement: 'O',
  ...changed,
})

/** The register's answer about one legal unit, with these of its establishments matching what was asked. */
export const sentAnswer = (siren: string, establishments: readonly object[], changed: Record<string, unknown> = {}) => ({
  results: [
    {
      siren,
      nom_complet: 'COMMUNE DE BAZOUGES LA PEROUSE (MAIRIE)',
      nom_raison_sociale: 'COMMUNE DE BAZOUGES LA PEROUSE',
      etat_administratif: 'A',
      date_fermeture: null,
      nature_juridique: '7210',
      siege: sentEstablishment(`${siren}00000`, { est_siege: true, liste_enseignes: null }),
      matching_etablissements: establishments,
      ...changed,
    },
  ],
  total_results: 1,
  page: 1,
  per_page: 1,
  total_pages: 1,
})
