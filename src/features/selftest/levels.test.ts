import { expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { demoStories } from './demo.data.ts'
import { headline } from './headline.ts'
import { levelOf, levels } from './levels.ts'
import { nextSteps, threeFirst } from './next-steps.ts'
import { stateOfPlay } from './state-of-play.ts'
import { subjectOf } from './subject.ts'

const [school, hospital, company] = demoStories.map(({ answers }) => answers) as [Answers, Answers, Answers]

function judged(answers: Answers, dataYear = answers.dataYear ?? 2026) {
  const subject = subjectOf(answers, 2026)
  const state = stateOfPlay(subject, dataYear)
  const ranked = nextSteps(state, subject)
  return { state, levels: levels(state, answers), ranked, three: threeFirst(ranked).map(({ id }) => id) }
}

test('unknown is a task, never a level below', () => {
  const signs = { begun: false, beyond: false }
  expect(levelOf('unknown', signs)).toBe('to_specify')
  expect(levelOf('unknown', { begun: true, beyond: true })).toBe('to_specify')
  expect(levelOf('not_reached', signs)).toBe('to_start')
  expect(levelOf('not_reached', { begun: true, beyond: false })).toBe('under_way')
  expect(levelOf('reached', signs)).toBe('reached')
  expect(levelOf('reached', { begun: true, beyond: true })).toBe('exemplary')
  expect(levelOf('not_applicable', signs)).toBe('not_concerned')
})

test('a school in La Réunion: exemplary under the rules of 2025, under way under those of 2026', () => {
  expect(judged(school, 2025).levels.appro).toBe('exemplary')
  expect(judged(school, 2026).levels.appro).toBe('under_way')
  const { shares } = judged(school, 2026).state
  expect([shares.organic.gap, shares.quality.gap?.most]).toEqual([{ least: 630_00, most: 630_00, mostPerMeal: '0.03' }, 1_575_00])
})

test('half as much again as the target is an example, a cent less is not', () => {
  const { target } = judged(school).state.shares.organic
  const enough = Math.ceil((52_500_00 * target!.percent * 3) / 200)
  const bought = (organic: number): Answers => ({
    ...school,
    organic: { kind: 'amount', cents: organic },
    labelled: { kind: 'amount', cents: 11_000_00 },
  })
  expect(judged(bought(enough)).levels.appro).toBe('exemplary')
  expect(judged(bought(enough - 1)).levels.appro).toBe('reached')
})

test('what is done beyond the law makes an example, what is owed does not', () => {
  expect(judged(school).levels.diversification).toBe('reached')
  expect(judged({ ...school, vegetarianFrequency: 'HIGH' }).levels.diversification).toBe('exemplary')
  expect(judged({ ...school, vegetarianFrequency: 'LOW' }).levels.diversification).toBe('under_way')
  expect(judged({ ...school, vegetarianFrequency: 'NEVER' }).levels.diversification).toBe('to_start')
  expect(judged(company).levels.diversification).toBe('exemplary')
  expect(judged({ ...company, vegetarianFrequency: 'NEVER' }).levels.diversification).toBe('not_concerned')
  const informing: Answers = { ...school, informationSupports: ['DISPLAY', 'DIGITAL'], informationFrequency: 'REGULARLY' }
  expect(judged(informing).levels.info).toBe('reached')
  expect(judged({ ...informing, nutrition: 'yes' }).levels.info).toBe('exemplary')
  expect(judged({ ...company, tableware: 'yes', bottles: 'yes' }).levels.plastic).toBe('exemplary')
  expect(judged({ ...company, tableware: 'yes', bottles: 'partly' }).levels.plastic).toBe('reached')
  expect(judged({ ...school, wasteActions: ['TRAINING'] }).levels.waste).toBe('reached')
})

test('a range of totals is judged only where both ends agree, and its gap has two ends', () => {
  const ranged = (hundredths: number): Answers => ({
    ...school,
    total: { kind: 'range', range: '20-50' },
    organic: { kind: 'amount', cents: hundredths },
    labelled: { kind: 'share', hundredths: 30_00 },
  })
  expect(judged(ranged(5_000_00)).state.shares.organic.met).toBe(true)
  expect(judged(ranged(1_000_00)).state.shares.organic).toMatchObject({ met: false, gap: { least: 1_000_00, most: 4_000_00 } })
  expect(judged(ranged(3_000_00)).state.shares.organic.met).toBeNull()
  expect(judged(ranged(3_000_00)).levels.appro).toBe('to_specify')
})

test('shares without a total are judged, without a euro', () => {
  const { state } = judged({
    ...school,
    total: { kind: 'unknown' },
    organic: { kind: 'share', hundredths: 8_80 },
    labelled: { kind: 'share', hundredths: 24_00 },
  })
  expect(state.shares.organic).toMatchObject({ met: false, gap: null, inEuros: false })
  expect(state.shares.organic.figures[0].percent).toBe('8.80')
})

test('amounts that contradict each other leave the shares open, and the rest judged', () => {
  const { state, levels: found } = judged({ ...school, organic: { kind: 'amount', cents: 60_000_00 } })
  expect(state.contradictions).not.toEqual([])
  expect([found.appro, found.waste]).toEqual(['to_specify', 'exemplary'])
  const meat = judged({ ...school, meatFishLabelled: { kind: 'amount', cents: 17_800_01 } })
  expect([meat.levels.appro, meat.levels.meatFish]).toEqual(['under_way', 'to_specify'])
})

test('what the law asks and is cheapest comes first, one measure at a time; then what nobody knows; then further', () => {
  const { ranked, three } = judged(hospital)
  const kinds = ranked.map(({ kind }) => kind)
  expect(kinds).toEqual(
    [...kinds].sort((a, b) => ['act', 'settle', 'further'].indexOf(a) - ['act', 'settle', 'further'].indexOf(b)),
  )
  expect(three).toEqual(['diner-display', 'organic-share', 'donation-agreement'])
  expect(ranked.filter(({ kind }) => kind === 'act').map(({ effort }) => effort)).toEqual([
    'hour',
    'hour',
    'days',
    'days',
    'days',
    'project',
    'project',
    'project',
  ])
  expect(judged(school).three).toEqual(['diner-electronic', 'organic-share', 'plastic-containers'])
  expect(judged(company).ranked.some(({ kind }) => kind === 'act')).toBe(false)
})

test('suppliers who do not say what counts are asked before going further, as long as the target is not reached', () => {
  const kind = (answers: Answers) => judged(answers).ranked.find(({ id }) => id === 'ask-suppliers')?.kind
  expect(kind(school)).toBe('settle')
  expect(kind({ ...school, supplierInformation: 'all' })).toBeUndefined()
  expect(kind({ ...school, labelled: { kind: 'share', hundredths: 40_00 } })).toBe('further')
})

test('someone who has done everything still has three steps to take', () => {
  const done: Answers = {
    ...school,
    organic: { kind: 'share', hundredths: 40_00 },
    labelled: { kind: 'share', hundredths: 40_00 },
    meatFishLabelled: { kind: 'share', hundredths: 90_00 },
    servingContainers: 'yes',
    informationSupports: ['DISPLAY', 'DIGITAL'],
  }
  const { three, state, levels: found } = judged(done)
  expect(three).toHaveLength(3)
  expect(headline(state, found).title).toBe('Tout ce que la loi vous demande est là : bravo')
})

test('the head-line says first what is won, then what is nearest', () => {
  const { state, levels: found } = judged(school)
  expect(headline(state, found)).toEqual({
    title: 'Deux objectifs déjà atteints, quatre en bonne voie',
    lead: 'Objectifs atteints pour la lutte contre le gaspillage et les menus végétariens. Le plus proche : le bio, il reste 630\u00a0€, soit 0,03\u00a0€ par repas.',
  })
})

test('a hospital says whether it looks after children, and is no longer left without an answer', () => {
  const plastic = (answers: Answers) => judged(answers).levels.plastic
  const without: Answers = { ...hospital, cookingContainers: undefined, servingContainers: undefined }
  expect(plastic({ ...hospital, maternityOrPaediatrics: 'unknown' })).toBe('to_specify')
  expect(plastic({ ...hospital, maternityOrPaediatrics: 'yes' })).toBe('under_way')
  expect(plastic({ ...without, maternityOrPaediatrics: 'no' })).toBe('reached')
})

test('level 2 stops counting: the box changes its name, and answers of before leave open what they do not tell', () => {
  const ticked: Answers = { ...school, labels: ['label_rouge', 'hve'] }
  const now = judged(ticked, 2026)
  expect(now.state.level2).toBe('counts')
  expect(now.ranked.find(({ id }) => id === 'level-2-to-hve')?.how).toContain('1er janvier 2027')
  const later = judged(ticked, 2027)
  expect([later.state.shares.quality.met, later.state.shares.meatFish.met]).toEqual([null, null])
  expect(later.state.shares.organic.met).toBe(false)
  expect(later.ranked.find(({ id }) => id === 'level-2-to-sort')?.kind).toBe('settle')
  // Without the box, or answered when only HVE had one, nothing is left open.
  expect([judged(school, 2027).state.level2, judged({ ...ticked, dataYear: 2027 }).state.level2]).toEqual([null, null])
  expect(judged({ ...ticked, dataYear: 2027 }).state.shares.quality.met).toBe(false)
})
