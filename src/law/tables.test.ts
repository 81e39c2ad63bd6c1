// The tables themselves: complete, sorted, consistent, every rule with an existing source.
import { describe, expect, it } from 'vitest'
import * as amounts from './amount-names.ts'
import { families } from './families.ts'
import { certificationLevel2, certificationLevel2Counts, isApplicable, labelName, labelOf, labels, originRule } from './labels.ts'
import { obligations } from './obligations.ts'
import { sectorRows } from './sectors.data.ts'
import { isSectorId, readSector, sectorCategories, sectors } from './sectors.ts'
import { meatFishTargets, shareAudience, shareTargets } from './targets.data.ts'
import { departments, regions, territoryOf, unknownTerritory } from './territories.ts'
import { legalText, legalTexts, pendingTexts, reference, type TextId } from './texts.ts'
import { inForce, inForceOn } from './timeline.ts'

describe('texts', () => {
  it('have unique ids, French titles and plain addresses', () => {
    expect(new Set(legalTexts.map(({ id }) => id)).size).toBe(legalTexts.length)
    for (const { title, about, url, date } of legalTexts) {
      expect(title && about).toBeTruthy()
      if (url) expect(url).toMatch(/^https:\/\//)
      if (date) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  it('keep bills and drafts apart', () => {
    expect(pendingTexts.map(({ id }) => id)).toEqual([
      'projet-loi-simplification',
      'proposition-loi-2105',
      'projet-decret-contenants',
    ])
    expect(() => legalText('projet-loi-simplification' as TextId)).toThrow()
  })

  it('are cited shortly, with their mark', () => {
    expect(reference('crpm-l230-5-1-i-parts')).toBe('art. L230-5-1 I du code rural')
    expect(reference('loi-2018-938-art-24')).toBe('art. 24 loi 2018-938')
    expect(reference('decret-2021-1235')).toBe('Décret n° 2021-1235 du 25 septembre 2021')
    expect(reference('arrete-2025-11-27')).toMatch(/\(à vérifier\)$/)
  })
})

describe('timelines', () => {
  const byYear = [
    certificationLevel2,
    originRule,
    meatFishTargets,
    shareAudience,
    amounts.mandatoryExtent,
    ...Object.values(shareTargets),
  ]

  it('are sorted and cite texts that exist', () => {
    for (const timeline of byYear) {
      const years = timeline.map(({ from }) => from)
      expect(years).toEqual([...new Set(years)].sort())
      for (const { source } of timeline) expect(legalText(source)).toBeDefined()
    }
  })

  it('give no rule before their first line', () => {
    expect(inForce(meatFishTargets, 2023)).toBeNull()
    expect(inForce(meatFishTargets, 2024)?.value.everyone).toBe(60)
    expect(inForce(meatFishTargets, 2036)?.from).toBe(2024)
    expect(inForceOn(certificationLevel2Counts, '2018-10-29')).toBeNull()
    expect(inForceOn(certificationLevel2Counts, '2026-12-31')?.value).toBe(true)
    expect(inForceOn(certificationLevel2Counts, '2027-01-01')?.value).toBe(false)
  })
})

describe('territories', () => {
  it('are 26 regions and 109 departments, each department in a region', () => {
    expect(regions).toHaveLength(26)
    expect(departments).toHaveLength(109)
    for (const { region } of departments) expect(regions.some(({ code }) => code === region)).toBe(true)
  })

  it('read a commune, a department, a region, or several that agree', () => {
    expect(territoryOf({})).toBe(unknownTerritory)
    expect(territoryOf({ cityInseeCode: null, department: '', region: undefined })).toBe(unknownTerritory)
    expect(territoryOf({ cityInseeCode: '29019' })).toMatchObject({
      department: '29',
      region: '53',
      label: 'Finistère (Bretagne)',
      known: true,
    })
    expect(territoryOf({ cityInseeCode: '2A004' })).toMatchObject({ department: '2A', region: '94' })
    expect(territoryOf({ cityInseeCode: '97611', department: '976', region: '06' })).toMatchObject({
      zone: 'mayotte',
      label: 'Mayotte',
    })
    expect(territoryOf({ department: '06' })).toMatchObject({ region: '93', zone: 'hexagone' })
    expect(territoryOf({ region: '06' })).toMatchObject({ department: null, zone: 'mayotte' })
    expect(territoryOf({ cityInseeCode: '98735' })).toMatchObject({ zone: 'hexagone', toVerify: true })
  })

  it.each([
    [{ cityInseeCode: '31' }, 'unknown_code', 'cityInseeCode'],
    [{ cityInseeCode: '00000' }, 'unknown_code', 'cityInseeCode'],
    [{ cityInseeCode: '20004' }, 'unknown_code', 'cityInseeCode'],
    [{ cityInseeCode: '96001' }, 'unknown_code', 'cityInseeCode'],
    [{ cityInseeCode: '97999' }, 'unknown_code', 'cityInseeCode'],
    [{ department: '20' }, 'unknown_code', 'department'],
    [{ region: '05' }, 'unknown_code', 'region'],
    [{ cityInseeCode: '29019', department: '35' }, 'contradiction', 'department'],
    [{ cityInseeCode: '29019', region: '11' }, 'contradiction', 'region'],
    [{ department: '971', region: '04' }, 'contradiction', 'region'],
  ] as const)('refuse %o', (codes, error, field) => expect(territoryOf(codes)).toEqual({ error, field }))
})

describe('sectors', () => {
  it('are 26 in 7 categories, « Autre » last in each', () => {
    expect(sectors).toHaveLength(26)
    expect(new Set(sectors.map(({ category }) => category))).toEqual(new Set(sectorCategories.map(({ id }) => id)))
    for (const { id } of sectorCategories) {
      const others = sectors.filter(({ category }) => category === id).map(({ label }) => label.startsWith('Autre'))
      expect(others).toEqual([...others].sort((a, b) => Number(a) - Number(b)))
    }
  })

  it('are read from ids, labels and former labels, however they are typed', () => {
    for (const { id, label } of sectorRows) {
      expect(readSector(id)).toBe(id)
      expect(readSector(`  ${label.toUpperCase().replaceAll("'", '’').replaceAll(' / ', '/')} `)).toBe(id)
    }
    expect(readSector('Restaurants des armées/police/gendarmerie')).toBe('administration_armee')
    expect(readSector('Autres etablissements du secteur public')).toBe('administration_etablissement_public')
    expect(readSector('Secondaire Lycée agricole')).toBe('education_enseignement_agricole')
    expect(readSector('EHPAD/ maisons de retraite / foyers de personnes âgées')).toBe('social_ehpad')
    expect(readSector('Autres établissements sociaux et médicaux sociaux')).toBe('social_autre')
    expect(readSector('Centre de vacances/sportif')).toBe('loisir_centre_vacances')
    expect(readSector('Cantine')).toBeNull()
    expect(isSectorId('education_primaire') && !isSectorId('toString')).toBe(true)
  })
})

describe('labels and amounts', () => {
  it('count 19 simple and 123 detailed amounts, 131 names in all', () => {
    expect(amounts.simpleAmounts).toHaveLength(19)
    expect(amounts.detailedAmounts).toHaveLength(123)
    expect(amounts.detailedAmounts.filter(({ applicable }) => !applicable)).toHaveLength(13)
    expect(new Set([...amounts.simpleAmounts, ...amounts.detailedAmounts].map(({ name }) => name)).size).toBe(131)
  })

  it('ask for the total only, then for 6 or 53 amounts from data year 2025', () => {
    expect(amounts.mandatoryAmounts('simple', 2024)).toEqual(['valeur_totale'])
    expect(amounts.mandatoryAmounts('detailed', 2024)).toEqual(['valeur_totale'])
    expect(amounts.mandatoryAmounts('simple', 2025)).toHaveLength(6)
    expect(amounts.mandatoryAmounts('detailed', 2025)).toHaveLength(53)
  })

  it('are read in both notations and named in French', () => {
    expect(amounts.readAmountName('valeurViandesVolaillesBio')).toBe('valeur_viandes_volailles_bio')
    expect(amounts.readAmountName('valeur_produits_de_la_mer_aocaop_igp_stg')).toBe('valeur_produits_de_la_mer_aocaop_igp_stg')
    expect(amounts.readAmountName('valeurProduitsDeLaMerAocaopIgpStg')).toBe('valeur_produits_de_la_mer_aocaop_igp_stg')
    expect(amounts.readAmountName('constructor')).toBeNull()
    expect(amounts.amountLabel('valeur_charcuterie_label_rouge', 2026)).toBe('Charcuterie : Label rouge')
    expect(amounts.amountLabel('valeur_boissons_hve', 2026)).toBe('Boissons : Certification environnementale de niveau 2 ou HVE')
    expect(amounts.amountLabel('valeur_boissons_hve', 2027)).toBe('Boissons : HVE (niveau 3)')
    expect(amounts.amountLabel('valeur_boissons_local', 2025)).toBe('Boissons : Origine France : dont local')
    expect(amounts.amountLabel('valeur_boissons_local', 2026)).toBe('Boissons : Produit local')
  })

  it('follow precedence: a purchase counts once', () => {
    expect(labelOf(['FRANCE', 'LABEL_ROUGE', 'BIO'])?.id).toBe('bio')
    expect(labelOf(['FERMIER', 'IGP'])?.id).toBe('aocaop_igp_stg')
    expect(labelOf(['COMMERCE_EQUITABLE', 'PECHE_DURABLE'])?.id).toBe('peche_durable')
    expect(labelOf(['FRANCE', 'LOCAL'])).toBeNull()
    expect(labelName(labels[3]!, 2026)).not.toBe(labelName(labels[3]!, 2027))
  })

  it('never exist in the wrong family', () => {
    const where = (id: string) =>
      families.filter((family) => isApplicable(labels.find((label) => label.id === id)!, family.id)).map(({ id }) => id)
    expect(where('peche_durable')).toEqual(['produits_de_la_mer'])
    expect(where('fermier')).toEqual(['viandes_volailles', 'charcuterie', 'produits_laitiers'])
    expect(where('label_rouge')).toHaveLength(7)
    expect(where('bio')).toHaveLength(8)
  })
})

describe('obligations', () => {
  it('cover the 37 rows, each with unique id, French text, source and sorted rules', () => {
    expect([...new Set(obligations.flatMap(({ rows }) => rows))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 37 }, (_, index) => index + 1),
    )
    expect(new Set(obligations.map(({ id }) => id)).size).toBe(obligations.length)
    for (const { title, text, rules, alsoSee = [], gates, says, met } of obligations) {
      expect(title && text).toBeTruthy()
      expect(rules.map(({ from }) => from)).toEqual(rules.map(({ from }) => from).sort())
      for (const { source } of rules) expect(legalText(source)).toBeDefined()
      for (const id of alsoSee) expect(legalText(id)).toBeDefined()
      if (gates) expect(met).toBeDefined()
      if (gates && rules[0].source !== 'crpm-l230-5-1-i-parts') expect(says).toBeDefined()
    }
  })

  it('never say « non conforme »', () => {
    expect(JSON.stringify(obligations)).not.toMatch(/non.conform/i)
  })

  it('has the ids that the API promises', () => {
    const promised =
      'organic-share quality-share meat-fish-share diversification-plan vegetarian-weekly vegetarian-daily waste-diagnosis donation-agreement plastic-containers plastic-bottles plastic-tableware diner-display diner-electronic yearly-declaration detailed-declaration'
    expect(obligations.map(({ id }) => id)).toEqual(expect.arrayContaining(promised.split(' ')))
  })
})
