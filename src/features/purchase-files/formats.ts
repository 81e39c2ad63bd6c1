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
export function recordIn(row: AnyRow): PurchaseRecord {
  const { description, supplier, date, priceExclTaxCents, familyCode } = row
  const family = familyOfCode(familyCode ?? '')
  return {
    description,
    supplier,
    date,
    priceExclTaxCents,
    family,
    ...('formerLabels' in row ? formerTraits(row) : currentTraits(row)),
  }
}

const currentTraits = ({ labels, origin, shortChain, local, localDefinition, localKm }: IdRow | SiretRow) => ({
  characteristics: labels,
  origin,
  shortChain,
  local,
  localDefinition,
  localKm,
})

function formerTraits({ formerLabels: said, formerLocal }: FormerIdRow | FormerSiretRow) {
  const former = formerLocalDefinitions.find(({ code }) => code === formerLocal)
  return {
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

/** A rule on some columns alone; the others, which may not have been read, are made blank. */
function ruleOn<Row extends AnyRow>(blank: Row, of: readonly (keyof Row & string)[]): RowRule<Row> {
  return {
    of,
    mistakes(row) {
      const known = { ...blank }
      for (const key of of) known[key] = row[key]
      return mistakesIn(known, END_OF_TIME).filter(({ column }) => column && of.includes(column))
    },
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

const currentRules = <Row extends IdRow | SiretRow>(row: Row): RowRule<Row>[] => [
  ruleOn<Row>(row, ['description', 'supplier']),
  ruleOn<Row>(row, ['date']),
  ruleOn<Row>(row, ['local', 'localDefinition', 'localKm']),
]
const formerRules = <Row extends FormerIdRow | FormerSiretRow>(row: Row): RowRule<Row>[] => [
  ruleOn<Row>(row, ['description', 'supplier']),
  ruleOn<Row>(row, ['date']),
  ruleOn<Row>(row, ['formerLabels', 'formerLocal']),
]

export const siretFormat: TableFormat<SiretRow> = {
  kind: 'purchases-siret',
  title: 'Achats, par SIRET',
  version: '1.0.0',
  columns: currentColumns.siret,
  rules: currentRules<SiretRow>({ siret: '', ...blank }),
}
export const idFormat: TableFormat<IdRow> = {
  kind: 'purchases-id',
  title: 'Achats, par numéro de cantine',
  version: '1.0.0',
  columns: currentColumns.id,
  rules: currentRules<IdRow>({ canteenId: 0, ...blank }),
}
export const formerSiretFormat: TableFormat<FormerSiretRow> = {
  kind: 'purchases-siret-old',
  title: 'Achats, ancien format, par SIRET',
  version: '1.0.0',
  columns: formerColumns.siret,
  rules: formerRules<FormerSiretRow>({ siret: '', ...formerBlank }),
}
export const formerIdFormat: TableFormat<FormerIdRow> = {
  kind: 'purchases-id-old',
  title: 'Achats, ancien format, par numéro de cantine',
  version: '1.0.0',
  columns: formerColumns.id,
  rules: formerRules<FormerIdRow>({ canteenId: 0, ...formerBlank }),
}
