// A page as a browser shows it: valid, never scrolled sideways, and nothing for axe to find.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Assets } from '../../src/platform/http/assets.ts'
import { accessibilityFindings } from './browser.ts'
import { faultsOf, knownClasses } from './sound-html.ts'

/** Checks pages at 320 and 1 280 px; axe needs scripts. */
export function soundPages(assets: Assets, javaScriptEnabled: boolean): (page: Page) => Promise<void> {
  const known = knownClasses(assets)
  return async (page) => {
    expect(await faultsOf(await page.content(), known), page.url()).toEqual([])
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(sideways, `${page.url()} at ${width}`).toBeLessThanOrEqual(0)
      if (javaScriptEnabled) expect(await accessibilityFindings(page), `${page.url()} at ${width}`).toEqual([])
    }
  }
}
