// The kinds of purchase files: what a row says, and the rules of the law on it.
import { checkPurchase, familyOfCode, formerLocalDefinitions, isCharacteristic, type PurchaseRecord } from '../../law/purchase.ts'
import type { RowMistake, RowRule, TableFormat } from '../../platform/tables/columns.ts'
import {
  type AnyRow,
  currentColumns,
  type FormerIdRow,
  type FormerSiretRow,
  formerColumns,
  type IdRow,
  type SiretRow,
} from './columns.ts'

/** The purchase that a row says. */
export const recordIn = (row: AnyRow): PurchaseRecord => ('formerLabels' in row ? formerRecord(row) : currentRecord(row))

// Written field by field: files have a million rows.
const currentRecord = (row: IdRow | SiretRow): PurchaseRecord => ({
  description: row.description,
  supplier: row.supplier,
  date: row.date,
  priceExclTaxCents: row.priceExclTaxCents,
  family: familyOfCode(row.familyCode ?? ''),
  characteristics: row.labels,
  origin: row.origin,
  shortChain: row.shortChain,
  local: row.local,
  localDefinition: row.localDefinition,
  localKm: row.localKm,
})

function formerRecord({ formerLabels: said, formerLocal, familyCode, ...row }: FormerIdRow | FormerSiretRow): PurchaseRecord {
  const former = formerLocalDefinitions.find(({ code }) => code === formerLocal)
  return {
    description: row.description,
    supplier: row.supplier,
    date: row.date,
    priceExclTaxCents: row.priceExclTaxCents,
    family: familyOfCode(familyCode ?? ''),
    characteristics: said.filter(isCharacteristic),
    origin: said.find((code) => code === 'FRANCE' || code === 'EUROPE') ?? null,
    shortChain: said.includes('CIRCUIT_COURT'),
    local: said.includes('LOCAL'),
    localDefinition: former ? former.becomes : (formerLocal as PurchaseRecord['localDefinition']),
    localKm: former?.km ?? null,
  }
}

/** Which column of today's or of the former files holds a field of the purchase. */
const CURRENT = { family: 'familyCode', characteristics: 'labels' } as Partial<Record<keyof PurchaseRecord, string>>
const FORMER: typeof CURRENT = {
  family: 'familyCode',
  characteristics: 'formerLabels',
  origin: 'formerLabels',
  shortChain: 'formerLabels',
  local: 'formerLabels',
  localDefinition: 'formerLocal',
  localKm: 'formerLocal',
}

/** Days to come are told apart: only whoever imports knows today. */
const END_OF_TIME = '9999-12-31'

/** Everything that the law finds wrong with a row. `today` is the day in Paris. */
export function mistakesIn<Row extends AnyRow>(row: Row, today: string): RowMistake<Row>[] {
  const columns = 'formerLabels' in row ? FORMER : CURRENT
  return checkPurchase(recordIn(row), { today, credit: row.priceExclTaxCents < 0 }).map(({ field, code, message }) => ({
    column: (columns[field] ?? field) as keyof Row & string,
    code,
    message,
  }))
}

/** Columns that the law reads together: it says nothing of some of them when another could not be read. */
const TOGETHER = [['description', 'supplier'], ['date'], ['local', 'localDefinition', 'localKm'], ['formerLabels', 'formerLocal']]

/** What the law finds wrong with the columns that could be read; the others are taken for those of a purchase without mistake. */
function ruleOf<Row extends AnyRow>(sound: Row): RowRule<Row> {
  const keys = Object.keys(sound)
  return {
    of: [],
    mistakes: (row) =>
      mistakesIn(keys.every((key) => key in row) ? row : { ...sound, ...row }, END_OF_TIME).filter(({ column }) =>
        TOGETHER.some((group) => group.includes(column ?? '') && group.every((key) => key in row)),
      ),
  }
}

const bought = {
  description: '-',
  supplier: null,
  date: '2026-01-01',
  priceExclTaxCents: 0,
  familyCode: 'AUTRES',
} as const
const blank = {
  ...bought,
  labels: [],
  origin: null,
  shortChain: false,
  local: false,
  localDefinition: null,
  localKm: null,
}
const formerBlank = { ...bought, formerLabels: [], formerLocal: null }

export const siretFormat: TableFormat<SiretRow> = {
  kind: 'purchases-siret',
  title: 'Achats, par SIRET',
  version: '1.0.0',
  columns: currentColumns.siret,
  rules: [ruleOf<SiretRow>({ siret: '', ...blank })],
}
export const idFormat: TableFormat<IdRow> = {
  kind: 'purchases-id',
  title: 'Achats, par numéro de cantine',
  version: '1.0.0',
  columns: currentColumns.id,
  rules: [ruleOf<IdRow>({ canteenId: 0, ...blank })],
}
export const formerSiretFormat: TableFormat<FormerSiretRow> = {
  kind: 'purchases-siret-old',
  title: 'Achats, ancien format, par SIRET',
  version: '1.0.0',
  columns: formerColumns.siret,
  rules: [ruleOf<FormerSiretRow>({ siret: '', ...formerBlank })],
}
export const formerIdFormat: TableFormat<FormerIdRow> = {
  kind: 'purchases-id-old',
  title: 'Achats, ancien format, par numéro de cantine',
  version: '1.0.0',
  columns: formerColumns.id,
  rules: [ruleOf<FormerIdRow>({ canteenId: 0, ...formerBlank })],
}
