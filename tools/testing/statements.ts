// A statement asked of a supplier, and what the supplier fills in, for tests: through the real pages.
import { expect } from 'vitest'
import type { SignedInClient, SiteClients } from './platform.ts'

/** The fields of the form that a supplier fills. */
export function filled(
  lines: readonly (readonly [famille: string, label: string, montant: string, libelle?: string])[],
  more = {},
) {
  const fields: Record<string, string> = { lignes: String(lines.length), ...more }
  lines.forEach(([famille, label, montant, libelle = ''], index) => {
    Object.assign(fields, {
      [`ligne-${index}-libelle`]: libelle,
      [`ligne-${index}-famille`]: famille,
      [`ligne-${index}-label`]: label,
      [`ligne-${index}-origine`]: '',
      [`ligne-${index}-montant`]: montant,
    })
  })
  return fields
}

export const ATTESTED = { nom: 'Anne Le Gall', fonction: 'Comptable', certifie: 'oui' }

/** What is read of a page, without its markup. */
export const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** Asks for a statement on a canteen; gives its page for the team and the address that its link opens. */
export async function askFor(who: SignedInClient, canteenId: number, asked: Record<string, string> = {}) {
  const form = {
    fournisseur: 'Primeurs du Couesnon',
    role: 'fournisseur',
    courriel: 'contact@primeurs.example',
    annee: '2025',
    mot: '',
    ...asked,
  }
  const answer = await who.post(`/cantines/${canteenId}/releves`, form)
  const page = answer.headers.get('location')?.split('?')[0] ?? ''
  expect([answer.status, page]).toEqual([303, expect.stringMatching(/^\/cantines\/\d+\/releves\/\d+$/)])
  const link = /href="[^"]*(\/releve\/[\w-]+)"/.exec(await (await who.get(page)).text())?.[1] ?? ''
  return { page, link }
}

/** Fills, reads back, attests and sends. */
export async function sendThrough(site: Pick<SiteClients, 'post'>, link: string, fields: Record<string, string>) {
  const checked = await site.post(link, fields)
  expect([checked.status, checked.headers.get('location')]).toEqual([303, `${link}/relecture`])
  const sent = await site.post(`${link}/envoyer`, ATTESTED)
  expect([sent.status, sent.headers.get('location')]).toEqual([303, link])
}
