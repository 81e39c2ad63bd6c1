import { expect, test } from 'vitest'
import { school } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { toldEstablishments } from '../register/register.ts'
import { createCanteens, findCanteen } from './canteens.ts'
import { completeFromRegister } from './from-register.ts'

test('a canteen without commune is completed from the register; one that the register does not answer for waits', async () => {
  const { platform } = await testSite({ DEMO: 'on' })
  const { database } = platform
  // An establishment that the register has told of, and whose canteen is none of the stories’.
  const living = new Set(
    (await database.rows<{ siret: string }>('select siret from canteen where siret is not null')).map(({ siret }) => siret),
  )
  const told = Object.values(toldEstablishments)
    .flat()
    .find(({ siret, state }) => state === 'open' && !living.has(siret))!
  const [id] = await createCanteens(database, [{ ...school, siret: told.siret, inseeCode: null }], {
    source: 'import',
    by: null,
    now: TODAY,
  })
  const [other] = await createCanteens(database, [{ ...school, inseeCode: null }], { source: 'import', by: null, now: TODAY })
  await completeFromRegister(platform)
  expect(await findCanteen(database, id!)).toMatchObject({ inseeCode: told.inseeCode, registerState: 'open', complete: true })
  expect(await findCanteen(database, other!)).toMatchObject({ inseeCode: null, registerState: null })
})
