import { expect, test } from 'vitest'
import { supplierName, wordingKey } from './wording-key.ts'

test.each([
  ['PDT CHARL 5KG', 'PDT CHARL. CAL 35/50 10 KG'],
  ['PDT CHARL 5KG', 'Pommes de terre Charlotte, sac de 25 kg'],
  ['YRT VAN 125G X24', 'YRT VAN 4X125G LOT AB-4471'],
  ['COLIS KX1203 STK HACHE 15% 100G', 'STK HACHE X40 KZ88123'],
  ['CAROTTES LAVEES CAT 1', 'carotte lavée cat. 2 (10 kg)'],
  ['TARTE AUX POMMES', 'TARTES POMME X12'],
])('« %s » and « %s » are one product', (one, other) => {
  expect(wordingKey(one)).not.toBe('')
  expect(wordingKey(one)).toBe(wordingKey(other))
})

test.each([
  ['CAROTTES BIO 10KG', 'CAROTTES 10KG'],
  ['CAROTTES BIO 10KG', 'CAROTTES NON BIO 10KG'],
  ['POULET LABEL ROUGE', 'POULET TYPE LABEL ROUGE'],
  ['POMME GALA HVE 3', 'POMME GALA HVE 2'],
  ['POMME CERT. ENV. NIVEAU 2', 'POMME CERT. ENV. NIVEAU 1'],
  ['OEUFS CODE 0', 'OEUFS CODE 3'],
  ['HARICOTS VERTS 5/1', 'HARICOTS VERTS 5KG'],
  ['TOMATES FR', 'TOMATES MAROC'],
  ['PLT LR 1,4KG', 'PLT 1,4KG'],
  ['YAOURT VANILLE', 'YAOURT FRAISE'],
])('« %s » and « %s » are not', (one, other) => expect(wordingKey(one)).not.toBe(wordingKey(other)))

test('a wording without words teaches nothing', () => {
  for (const typed of ['', '12 x 5 kg', 'LOT 7', '***']) expect(wordingKey(typed)).toBe('')
})

test('a supplier is one, however its name is written', () => {
  const name = (name: string | null) => supplierName({ siren: null, name })
  expect(name('SARL Primeurs du Couësnon')).toBe(name('primeurs  du Couesnon'))
  expect(name('Primeurs du Couesnon')).not.toBe(name('Primeurs du Golfe'))
  expect(name(null)).toBe('')
})
