import { expect, test } from 'vitest'
import { school } from '../../../tools/testing/canteens.ts'
import { openedForm } from '../../../tools/testing/invoices.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { createCanteens } from '../canteens/canteens.ts'
import { produce } from './samples.ts'
import { writeCii } from './write-invoice.ts'

/** The same supplier sends the same products again. */
const invoice = (number: string) => new File([writeCii({ ...produce('2026-11-20'), number })], `${number}.xml`)

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const [id] = await site.platform.database.transaction((db) =>
    createCanteens(db, [school], { source: 'page', by: elodie.person.id, now: TODAY }),
  )
  const drop = async (number: string) => {
    const body = new FormData()
    body.append('factures', invoice(number))
    return (await elodie.request(`/cantines/${id}/factures`, { method: 'POST', body })).headers.get('location')!
  }
  const html = async (address: string) => (await (await elodie.get(address)).text()).replace(/\s/g, ' ')
  return {
    elodie,
    id: id!,
    drop,
    html,
    confirm: async (address: string, change: Record<string, string[]>) =>
      elodie.post(`${address}/confirmer`, { ...(await openedForm(elodie, address)), ...change }),
  }
}

test('what is corrected on one invoice is proposed on those that wait and those that come, of that supplier', async () => {
  const { elodie, drop, html, confirm } = await opened()
  const [first, waiting] = [await drop('F-1'), await drop('F-2')]
  await confirm(first, { 'ligne-2-label': ['HVE'], 'ligne-2-origine': ['EUROPE'], 'ligne-1-ecarter': ['oui'] })
  for (const address of [waiting, await drop('F-3')]) {
    const page = await html(address)
    expect(await openedForm(elodie, address)).toMatchObject({
      'ligne-2-label': ['HVE'],
      'ligne-2-origine': ['EUROPE'],
      'ligne-1-ecarter': ['oui'],
    })
    expect(page).toContain('Corrigé par votre équipe le 23 novembre 2026.')
    expect(page).toContain('Écartée : comme votre équipe l’a fait le 23 novembre 2026')
    expect(page).toContain('Compté en « ')
  }
  // Put back as the wording says: forgotten.
  await confirm(waiting, { 'ligne-2-label': [], 'ligne-2-origine': ['FRANCE'], 'ligne-1-ecarter': [] })
  const last = await drop('F-4')
  expect(await html(last)).not.toContain('votre équipe')
  expect(await openedForm(elodie, last)).not.toHaveProperty('ligne-2-label')
})

test('a line that is let pass teaches nothing', async () => {
  const { drop, html, confirm } = await opened()
  const [first, next] = [await drop('F-1'), await drop('F-2')]
  await confirm(first, {})
  expect(await html(next)).not.toContain('votre équipe')
})
