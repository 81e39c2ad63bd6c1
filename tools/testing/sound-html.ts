// What is wrong in the HTML of a page, without a browser: its markup, its headings, its classes.
import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import type { Assets } from '../../src/platform/http/assets.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Style of writing, not soundness; hono/jsx decides it.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'error',
    // VoiceOver drops the list role of a list without bullets: DSFR and we say it again.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'no-implicit-input-type': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
})

/** The classes of the design system that our style sheet holds. */
export function knownClasses(assets: Assets): ReadonlySet<string> {
  const sheet = readFileSync(`dist${assets.url('neutre.css')}`, 'utf8')
  return new Set([...sheet.matchAll(/\.(fr-[\w-]+)/g)].map(([, name = '']) => name))
}

/** One line for each fault; none is what we want. */
export async function faultsOf(html: string, known: ReadonlySet<string>): Promise<string[]> {
  const report = await validator.validateString(html)
  const faults = report.results.flatMap(({ messages }) => messages.map((m) => `${m.ruleId} ${m.message} (${m.line}:${m.column})`))
  if (html.match(/<h1[ >]/g)?.length !== 1) faults.push('not exactly one h1')
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
  levels.forEach((level, index) => {
    if (index > 0 && level > levels[index - 1]! + 1) faults.push(`h${level} follows h${levels[index - 1]}`)
  })
  for (const [, names = ''] of html.matchAll(/class="([^"]+)"/g))
    for (const name of names.split(' ')) if (name.startsWith('fr-') && !known.has(name)) faults.push(`unknown class ${name}`)
  return [...new Set(faults)]
}
