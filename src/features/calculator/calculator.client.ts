// The calculator in the browser: the same answers as the server's, as one types, kept on the device, with or without a network.
import { labelName, labels } from '../../law/labels.ts'
import { bindSpaces } from '../../platform/html/typography.client.ts'
import { answersTo } from './calculator-answers.client.ts'
import { lookUpCommune } from './calculator-commune.client.ts'
import { canKeep, type Draft, keepDraft, readDraft } from './calculator-draft.client.ts'
import { fields, modes, readEntry, shownAmounts, simpleTexts, withZeros } from './calculator-entry.client.ts'
import { fieldNamed, markProblems, typedValues, valuesOf, writeValues } from './calculator-fields.client.ts'
import { offerToForget } from './calculator-forget.client.ts'
import { answersMarkup, type Citations } from './calculator-markup.client.ts'
import { sayWhetherOffline } from './calculator-network.client.ts'
import { spread } from './calculator-paste.client.ts'
import { summaryInWords } from './calculator-words.client.ts'

/** Fast for the eye; slower for the voice, and for telling someone in the middle of a number that it does not fit. */
const PAUSE_MS = { answers: 150, problems: 900, news: 1000 }

const part = <Kind extends HTMLElement>(selector: string) => document.querySelector<Kind>(selector)!
const form = part<HTMLFormElement>('form[data-calculator]')
const answersPart = part('[data-answers]')
const newsPart = part('[data-news]')
const title = part('#reponses-titre')
const citations: Citations = JSON.parse(answersPart.dataset.citations!)
const currentYear = new Date().getFullYear()
const entryNow = () => {
  const values = valuesOf(form)
  return readEntry((name) => values[name] ?? '', currentYear)
}
let timer = 0
let newsTimer = 0
let drawn = ''

function draw() {
  clearTimeout(timer)
  const entry = entryNow()
  const answers = answersTo(entry, currentYear)
  const markup = bindSpaces(`<div>${answersMarkup(answers, citations).markup}</div>`)
  if (markup !== drawn) {
    const open = [...answersPart.querySelectorAll<HTMLDetailsElement>('details[open]')].map((one) => one.dataset.part)
    answersPart.innerHTML = markup.slice('<div>'.length, -'</div>'.length)
    for (const one of answersPart.querySelectorAll('details')) one.open = open.includes(one.dataset.part)
    drawn = markup
  }
  title.textContent = `Vos parts pour ${entry.dataYear}`
  for (const label of labels) {
    const heading = document.getElementById(`label-${label.id}`)
    if (heading) heading.textContent = labelName(label, entry.dataYear)
  }
  markProblems(form, answers.problems)
  if (answers.problems.length === 0) document.getElementById('erreurs')?.remove()
  clearTimeout(newsTimer)
  newsTimer = window.setTimeout(() => {
    const news = bindSpaces(`>${summaryInWords(answers)}`).slice(1)
    if (newsPart.textContent !== news) newsPart.textContent = news
  }, PAUSE_MS.news)
}

function keepAndDraw() {
  keepDraft(typedValues(form))
  draw()
}

form.addEventListener('input', () => {
  clearTimeout(timer)
  const hasProblems = answersTo(entryNow(), currentYear).problems.length > 0
  timer = window.setTimeout(keepAndDraw, hasProblems ? PAUSE_MS.problems : PAUSE_MS.answers)
})
form.addEventListener('change', keepAndDraw)

form.addEventListener('submit', (event) => {
  const to = event.submitter instanceof HTMLButtonElement ? event.submitter.value : ''
  const mode = modes.find((one) => one === to)
  const entry = entryNow()
  if (mode) {
    const sums: Draft = mode === 'simple' ? simpleTexts(entry) : {}
    // Without a place to keep what was typed, the server carries it from one mode to the other.
    if (!canKeep()) return
    keepDraft({ ...typedValues(form), ...sums })
    location.assign(mode === 'simple' ? '/calculette' : `/calculette?${fields.mode}=${mode}`)
  } else if (to === 'zeros') writeValues(form, withZeros(entry).amounts)
  event.preventDefault()
  if (mode) return
  keepAndDraw()
  if (to === '') (form.querySelector<HTMLElement>('[aria-invalid]') ?? title).focus()
})

form.addEventListener('paste', (event) => {
  const field = event.target
  if (!(field instanceof HTMLInputElement)) return
  const asked: readonly string[] = shownAmounts(entryNow().mode)
  // In the order of the page, which is the one that people see.
  const names = [...form.querySelectorAll<HTMLInputElement>('.fr-input')]
    .map(({ name }) => name)
    .filter((name) => asked.includes(name))
  const values = names.includes(field.name) && spread(event.clipboardData?.getData('text') ?? '', field.name, names)
  if (!values) return
  event.preventDefault()
  writeValues(form, values)
  keepAndDraw()
})

// Computed by the server a moment ago, or asked for by the address: newer than what was kept.
if (form.dataset.posted === undefined) {
  const asked = new URLSearchParams(location.search)
  // The words and the code of a commune go together.
  if (asked.has(fields.placeCode)) asked.set(fields.place, '')
  else if (asked.has(fields.place)) asked.set(fields.placeCode, '')
  writeValues(form, Object.fromEntries(Object.entries(readDraft()).filter(([name]) => !asked.has(name))))
}
const place = fieldNamed(form, fields.place)
const placeCode = fieldNamed(form, fields.placeCode)
if (place instanceof HTMLInputElement && placeCode instanceof HTMLInputElement) lookUpCommune(place, placeCode, keepAndDraw)
offerToForget(form, part('[data-privacy]'), draw)
sayWhetherOffline(part('[data-network]'))
draw()
