// What must hold for any entry: nothing throws, sums add up, a gap closes exactly, unknown is never zero.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labels } from '../../law/labels.ts'
import { formatEuros } from '../../law/money.ts'
import { compareShare } from '../../law/ratio.ts'
import { sectors } from '../../law/sectors.ts'
import { answersTo, targetedShares } from './calculator-answers.client.ts'
import { type Entry, inMode, type Mode, modes, readEntry, shownAmounts, withZeros, years } from './calculator-entry.client.ts'
import { answersMarkup } from './calculator-markup.client.ts'
import { spread } from './calculator-paste.client.ts'
import { citations } from './citations.ts'
import { labelAddress } from './claim-links.tsx'

const YEAR = 2026

const entries = (text: fc.Arbitrary<string>, mode: fc.Arbitrary<Mode> = fc.constantFrom(...modes)): fc.Arbitrary<Entry> =>
  mode.chain((saisie) =>
    fc
      .record({
        saisie: fc.constant(saisie),
        annee: fc.constantFrom(...years.map(String)),
        'commune-code': fc.constantFrom('', '29019', '75056', '97411', '97611', '97502', '97701', '97801', '98818', 'zzz'),
        statut: fc.constantFrom('', 'public', 'private'),
        secteur: fc.constantFrom('', ...sectors.map(({ id }) => id)),
        repas: fc.constantFrom('', '420', '45 000'),
        amounts: fc.dictionary(fc.constantFrom(...shownAmounts(saisie)), text),
      })
      .map(({ amounts, ...rest }) => {
        const fields: Record<string, string> = { ...rest, ...amounts }
        return readEntry((name) => fields[name] ?? '', YEAR)
      }),
  )

const euros = fc.nat({ max: 10_000_000 }).map((cents) => formatEuros(cents))
/** A total large enough for most entries to be possible, so that shares are really computed. */
const possible = entries(euros).map((entry) => ({ ...entry, amounts: { ...entry.amounts, valeur_totale: '10 000 000' } }))

test('whatever is typed, there is an answer, and every text that it cites is known', () => {
  fc.assert(
    fc.property(entries(fc.oneof(euros, fc.string({ maxLength: 30 }))), (entry) => {
      const { markup } = answersMarkup(answersTo(entry, YEAR), citations)
      expect(markup).not.toMatch(/undefined|NaN|\[object|null/)
    }),
  )
})

test('the terms of a sum add up, and a gap closes the gap, to the cent', () => {
  let gaps = 0
  fc.assert(
    fc.property(possible, (entry) => {
      const { shares, problems } = answersTo(entry, YEAR)
      for (const name of targetedShares) {
        const { part, whole, target, gapCents } = shares[name]
        for (const { operands, cents } of [part, whole])
          if (cents !== null) expect(operands.reduce((sum, one) => sum + one.cents!, 0)).toBe(cents)
        if (problems.length > 0) expect(part.atLeast).toBe(0)
        if (!gapCents || target === null) continue
        gaps++
        expect(compareShare(part.cents! + gapCents, whole.cents!, target.percent)).toBeGreaterThanOrEqual(0)
        expect(compareShare(part.cents! + gapCents - 1, whole.cents!, target.percent)).toBe(-1)
      }
    }),
    { numRuns: 1000 },
  )
  expect(gaps).toBeGreaterThan(10)
})

test('a blank is unknown, a zero is an answer', () => {
  const entry = readEntry((name) => ({ valeur_totale: '1000', annee: '2026' })[name] ?? '', YEAR)
  expect(answersTo(entry, YEAR).shares.organic).toMatchObject({ percent: null, met: null, gapCents: null })
  const zeros = answersTo(withZeros(entry), YEAR)
  expect(zeros.shares.organic).toMatchObject({ percent: '0.00', met: false, gapCents: 20_000 })
  expect(targetedShares.flatMap((share) => zeros.missing[share])).toEqual([])
})

test('the same amounts written in several ways give the same answers', () => {
  const answers = (total: string) =>
    answersTo(
      readEntry((name) => ({ valeur_totale: total, valeur_bio: '10' })[name] ?? '', YEAR),
      YEAR,
    )
  const [first, ...others] = ['1234.5', '1 234,50', '1\u202f234,50\u00a0€', '1 234,5 € HT', '1.234,50'].map(answers)
  for (const other of others) expect(other).toEqual(first)
})

test('a grid summed up in simple entry says the same of the shares', () => {
  fc.assert(
    fc.property(entries(euros, fc.constant('complete' as const)), (typed) => {
      const entry = withZeros({ ...typed, amounts: { ...typed.amounts, valeur_totale: '10 000 000' } })
      const before = answersTo(entry, YEAR)
      if (before.problems.length > 0) return
      const after = answersTo(inMode(entry, 'simple'), YEAR)
      for (const share of targetedShares) {
        const { percent, met, gapCents } = before.shares[share]
        expect(after.shares[share]).toMatchObject({ percent, met, gapCents })
      }
    }),
  )
})

test('a column copied from a spreadsheet goes down the fields, a block goes across the grid, a single value is typed as usual', () => {
  const simple = shownAmounts('simple')
  expect(spread('1 000\r\n200\r\n\r\n30\r\n', 'valeur_totale', simple)).toEqual({
    valeur_totale: '1 000',
    valeur_bio: '200',
    valeur_bio_dont_commerce_equitable: '',
    valeur_siqo: '30',
  })
  expect(spread('12,50', 'valeur_totale', simple)).toBeNull()
  expect(spread('1\t2\n3\t4', 'valeur_produits_laitiers_bio', shownAmounts('detaillee'))).toEqual({
    valeur_produits_laitiers_bio: '1',
    valeur_boulangerie_bio: '2',
    valeur_produits_laitiers_label_rouge: '3',
    valeur_boulangerie_label_rouge: '4',
  })
})

test('a pasted cell that cannot exist is left out', () => {
  const grid = shownAmounts('detaillee')
  expect(spread('1\n2', 'valeur_boissons_bio', grid)).toEqual({ valeur_boissons_bio: '1' })
  expect(spread('1\n2\n3', 'valeur_totale', grid)).toEqual({
    valeur_totale: '1',
    valeur_viandes_volailles: '2',
    valeur_produits_de_la_mer: '3',
  })
})

test('every label leads to a page that explains it', () => {
  for (const { id } of labels) expect(labelAddress(id, YEAR)).toMatch(/^\/est-ce-que-ca-compte\/[a-z-]+/)
})
