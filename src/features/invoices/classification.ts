// What a classification code of an invoice line says of its family: three public nomenclatures, by the beginning of the code.
import type { FamilyId } from '../../law/families.ts'

/** Longest beginnings first. CPV: European public procurement; UNSPSC: United Nations; HS: customs. */
const BEGINNINGS: Readonly<Record<'cpv' | 'unspsc' | 'hs', readonly (readonly [string, FamilyId])[]>> = {
  cpv: [
    ['1513', 'charcuterie'],
    ['151', 'viandes_volailles'],
    ['152', 'produits_de_la_mer'],
    ['0331', 'produits_de_la_mer'],
    ['0322', 'fruits_et_legumes'],
    ['15331', 'fruits_et_legumes'],
    ['15321', 'boissons'],
    ['153', 'autres'],
    ['155', 'produits_laitiers'],
    ['03142', 'produits_laitiers'],
    ['1581', 'boulangerie'],
    ['159', 'boissons'],
    ['158', 'autres'],
    ['154', 'autres'],
    ['156', 'autres'],
  ],
  unspsc: [
    ['501121', 'charcuterie'],
    ['5011', 'viandes_volailles'],
    ['5012', 'produits_de_la_mer'],
    ['5013', 'produits_laitiers'],
    ['5018', 'boulangerie'],
    ['5020', 'boissons'],
    ['5030', 'fruits_et_legumes'],
    ['5040', 'fruits_et_legumes'],
    ['50', 'autres'],
  ],
  hs: [
    ['0210', 'charcuterie'],
    ['0409', 'autres'],
    ['1601', 'charcuterie'],
    ['1602', 'charcuterie'],
    ['1604', 'produits_de_la_mer'],
    ['1605', 'produits_de_la_mer'],
    ['1905', 'boulangerie'],
    ['02', 'viandes_volailles'],
    ['03', 'produits_de_la_mer'],
    ['04', 'produits_laitiers'],
    ['07', 'fruits_et_legumes'],
    ['08', 'fruits_et_legumes'],
    ['2009', 'boissons'],
    ['22', 'boissons'],
  ],
}

/** Lists of EN 16931 (UNTDID 7143): TST is UNSPSC, STI is CPV, HS, TSP (the European nomenclature) and CV (customs) begin alike. */
const SCHEMES: Readonly<Record<string, keyof typeof BEGINNINGS>> = {
  TST: 'unspsc',
  UNSPSC: 'unspsc',
  HS: 'hs',
  TSP: 'hs',
  CV: 'hs',
  STI: 'cpv',
  CPV: 'cpv',
}

/** The family of the first code that we can read, with that code; null when none says one. */
export function familyOfCodes(
  codes: readonly { readonly code: string; readonly scheme: string | null }[],
): { readonly family: FamilyId; readonly code: string } | null {
  for (const { code, scheme } of codes) {
    const known = SCHEMES[scheme?.toUpperCase() ?? '']
    if (known === undefined) continue
    const digits = code.replace(/\D/g, '')
    const found = BEGINNINGS[known].find(([beginning]) => digits.startsWith(beginning))
    if (found) return { family: found[1], code }
  }
  return null
}
