import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import cases from './cases/claims.json' with { type: 'json' }
import { products } from './claim-products.data.ts'
import { findClaims, findProduct } from './claim-reading.ts'
import { closestClaims, judgeWording } from './claim-wording.ts'
import { claims, findClaim, judgeClaim } from './claims.ts'
import type { FamilyId } from './families.ts'
import { labels } from './labels.ts'
import { FIRST_DATA_YEAR, LAST_DATA_YEAR } from './timeline.ts'

type Case = {
  wording: string
  year: number
  family?: FamilyId
  claims: string[]
  setAside?: string[][]
  answer: string | null
  label: string | null
  fairTrade?: string | null
  labelWithProof?: string
}

describe('decided wordings', () => {
  test.each(cases as Case[])('$wording ($year) $family', (one) => {
    const verdict = judgeWording(one.wording, { dataYear: one.year, family: one.family ?? null })
    expect({
      claims: verdict.claims.map(({ claim }) => claim.id).sort(),
      setAside: verdict.setAside.map(({ claim, why }) => [claim.id, why]),
      answer: verdict.answer,
      label: verdict.label?.id ?? null,
    }).toEqual({
      claims: [...one.claims].sort(),
      setAside: one.setAside ?? [],
      answer: one.answer,
      label: one.label,
    })
    if (one.fairTrade !== undefined) expect(verdict.fairTrade).toBe(one.fairTrade)
    if (one.labelWithProof !== undefined) expect(verdict.labelWithProof?.id).toBe(one.labelWithProof)
  })

  test('are many, and use every claim', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150)
    const used = new Set((cases as Case[]).flatMap((one) => [...one.claims, ...(one.setAside ?? []).map(([id]) => id)]))
    expect(claims.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([])
  })
})

describe('the table of claims', () => {
  test('has one row an id, fit for an address, and a label of the declaration', () => {
    const ids = claims.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const { label } of claims) expect(label === null || labels.some(({ id }) => id === label)).toBe(true)
  })

  test('gives one name to one claim only', () => {
    const owners = new Map<string, string>()
    const shared: string[] = []
    for (const { id, words } of claims)
      for (const name of words) {
        const key = name.replace(/\s+/g, ' ').trim()
        if (owners.has(key) && owners.get(key) !== id) shared.push(`${key}: ${owners.get(key)}, ${id}`)
        owners.set(key, id)
      }
    expect(shared).toEqual([])
  })

  test('answers every year, and always says why, what to keep or what to do instead', () => {
    for (const { id } of claims)
      for (let dataYear = FIRST_DATA_YEAR; dataYear <= LAST_DATA_YEAR; dataYear++)
        for (const product of [null, ...products.map((one) => one.id)]) {
          const verdict = judgeClaim(id, { dataYear, product })
          expect(verdict.why.length, id).toBeGreaterThan(20)
          expect(verdict.proof !== null || verdict.instead !== null, id).toBe(true)
          if (verdict.answer === 'does_not_count') expect(verdict.label, id).toBeNull()
          if (verdict.answer.startsWith('counts_with_proof')) expect(verdict.proof, id).not.toBeNull()
        }
  })

  test('ends level 2 on the last day of 2026, by year as by day', () => {
    const id = 'certification-environnementale-niveau-2'
    expect(judgeClaim(id, { dataYear: 2026 })).toMatchObject({ answer: 'counts_until', until: '2026-12-31' })
    expect(judgeClaim(id, { date: '2026-12-31' })).toMatchObject({ answer: 'counts_until', until: '2026-12-31' })
    expect(judgeClaim(id, { date: '2027-01-01' })).toMatchObject({ answer: 'does_not_count', until: null, label: null })
    expect(judgeClaim('hve', { date: '2027-01-01' })).toMatchObject({ answer: 'counts', until: null })
  })

  test('asks for a recognised fair trade label from 2023 on', () => {
    expect(judgeClaim('commerce-equitable', { dataYear: 2022 }).why).not.toContain('obligatoire')
    expect(judgeClaim('commerce-equitable', { dataYear: 2023 }).why).toContain('obligatoire')
  })

  test('refuses what it does not know', () => {
    expect(findClaim('zorglub')).toBeNull()
    expect(() => judgeClaim('zorglub', { dataYear: 2026 })).toThrow()
    expect(() => judgeClaim('bio', { dataYear: 2018 })).toThrow()
  })
})

describe('reading a wording', () => {
  const strength = (text: string, dataYear: number) => {
    const answer = judgeWording(text, { dataYear }).answer
    return answer === 'counts' || answer === 'counts_until'
  }
  /** Case, accents and spaces as people and machines write them. */
  const disguise = (text: string, picks: readonly number[]) =>
    [...text]
      .map((letter, at) => {
        const pick = picks[at % picks.length]!
        if (/\s/.test(letter)) return [' ', '  ', '\u00a0', '\t', ' \u202f'][pick % 5]!
        if (pick % 4 === 0) return letter.toUpperCase()
        if (pick % 4 === 1) return letter.toLowerCase()
        if (pick % 4 === 2) return letter.normalize('NFD')
        return letter.normalize('NFD').replace(/\p{M}/gu, '')
      })
      .join('')

  test('never counts a product because of case, accents or spaces, nor stops counting it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(cases as Case[])),
        fc.array(fc.nat(19), { minLength: 1, maxLength: 30 }),
        fc.constantFrom('', ' ', '  \n'),
        ({ wording, year }, picks, around) => {
          expect(strength(around + disguise(wording, picks) + around, year)).toBe(strength(wording, year))
        },
      ),
      { numRuns: 800 },
    )
  })

  test('never counts a claim that is denied, imitated or promised', () => {
    const names = claims.flatMap(({ words }) => words).filter((name) => /^[a-z]/.test(name))
    fc.assert(
      fc.property(
        fc.constantFrom(
          'non',
          'pas',
          'sans',
          'hors',
          'ni',
          'type',
          'façon',
          'non certifié',
          'en cours de certification',
          'futur',
        ),
        fc.constantFrom(...names),
        (prefix, name) => {
          const [first] = findClaims(`produit ${prefix} ${name}`)
          if (first) expect(['said', 'either'].includes(first.sense) && strength(`produit ${prefix} ${name}`, 2026)).toBe(false)
        },
      ),
      { numRuns: 800 },
    )
  })

  test('survives any text, and keeps the words as they were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { words } of findClaims(text)) expect(words.length).toBeGreaterThan(0)
        closestClaims(text)
      }),
    )
    expect(findClaims('Poulet  Label-ROUGE').map(({ words }) => words)).toEqual(['Label-ROUGE'])
  })

  test('reads the product first named, ingredients left aside', () => {
    expect(findProduct('Œufs de poules plein air')).toBe('oeuf')
    expect(findProduct('Fromage de tête')).toBe('charcuterie')
    expect(findProduct('Lait de vache')).toBe('laitage')
    expect(findProduct('Brioche aux œufs')).toBe('boulangerie')
    expect(findProduct('Noix de veau')).toBe('boeuf')
    expect(findProduct('Torchons')).toBeNull()
  })

  test('proposes what was meant when it was misspelt, and judges nothing', () => {
    const first = (text: string) => closestClaims(text)[0]?.id
    expect(first('lable rouge')).toBe('label-rouge')
    expect(first('poulet label rogue')).toBe('label-rouge')
    expect(first('comerce equitble')).toBe('commerce-equitable')
    expect(first('blue blanc coeur')).toBe('bleu-blanc-coeur')
    expect(judgeWording('lable rouge', { dataYear: 2026 }).answer).toBeNull()
    expect(closestClaims('xyzzy')).toEqual([])
  })
})
