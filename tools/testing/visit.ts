// One page in a real browser: what it weighs, whom it calls, what it says in the console, how it holds at 320 and 1 280 px.
import type { Page } from 'playwright-core'
import { accessibilityFindings } from './browser.ts'

export type Budget = { requests: number; bytes: number; scriptBytes: number; elements: number }

/** Opens a page of a fresh browser profile, so that nothing comes from a cache. Gives what it measures, and one line for each fault. */
export async function visit(page: Page, origin: string, path: string, budget: Budget, { refused = false } = {}) {
  const faults: string[] = []
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const weight = new Map<string, { url: string; bytes: number }>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => weight.set(requestId, { url: request.url, bytes: 0 }))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = weight.get(requestId)
    if (one) one.bytes = encodedDataLength
  })
  page.on('console', (message) => message.type() === 'error' && !refused && faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(origin + path, { waitUntil: 'load' })
  // What a script asks for once the page is there counts too.
  await page.waitForTimeout(300)
  const requests = [...weight.values()].filter((one) => one.url.startsWith('http'))
  const sum = (among: typeof requests) => among.reduce((total, one) => total + one.bytes, 0)
  const measured: Budget = {
    requests: requests.length,
    bytes: sum(requests),
    scriptBytes: sum(requests.filter((one) => one.url.endsWith('.js'))),
    elements: await page.evaluate(() => document.getElementsByTagName('*').length),
  }
  for (const what of Object.keys(measured) as (keyof Budget)[])
    if (measured[what] > budget[what]) faults.push(`${measured[what]} ${what}, ${budget[what]} at most`)
  for (const one of requests) if (!one.url.startsWith(origin)) faults.push(`calls ${one.url}`)
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (sideways > 0) faults.push(`${sideways} px sideways at ${width} px`)
    faults.push(...(await accessibilityFindings(page)).map((finding) => `${finding} at ${width} px`))
  }
  return { measured: { path, ...measured }, faults: faults.map((fault) => `${path}: ${fault}`) }
}
