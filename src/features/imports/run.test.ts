// What happens to the work when processes die, meet, or fail.
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { countLoans, createLoans, loanImport } from '../../../tools/testing/loan-imports.ts'
import { HEADERS, loanCells } from '../../../tools/testing/loans.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { addImport, loadImport } from './import.sql.ts'
import { importsJobs, KEPT_DAYS } from './jobs.ts'
import type { AnyImportKind } from './kind.ts'
import { runImport } from './run.ts'

const file = (count: number) =>
  Buffer.from([HEADERS, ...Array.from({ length: count }, (_, at) => loanCells(at))].map((cells) => cells.join(';')).join('\n'))

async function setUp(kind: AnyImportKind = loanImport()) {
  const site = await testSite({}, undefined, [kind])
  const { database } = site.platform
  await createLoans(database)
  const { person } = await site.as('camille@cantine.example')
  const add = async (state: 'checking' | 'applying', count = 1200) => {
    const { id } = await addImport(database, {
      kind: 'loans',
      personId: person.id,
      fileName: 'x.csv',
      content: Readable.from([file(count)]),
      at: site.platform.now(),
      state,
    })
    return id
  }
  return {
    ...site,
    database,
    add,
    run: (id: number) => runImport(site.platform, [kind], id),
    state: async (id: number) => (await loadImport(database, id))!.state,
  }
}

test('two runs of one import at the same time write it once', async () => {
  const { add, run, database, state } = await setUp()
  const id = await add('applying')
  const ran = await Promise.all([run(id), run(id), run(id)])
  expect(ran.filter((one) => one !== null)).toHaveLength(1)
  expect([await state(id), await countLoans(database)]).toEqual(['applied', 1200])
  expect(await run(id)).toBeNull()
})

test('two imports of the same file at the same time write it once', async () => {
  const { add, run, database, state } = await setUp()
  const ids = [await add('applying'), await add('applying')]
  await Promise.all(ids.map(run))
  // The one that lost the race is tried again, and then knows.
  for (const id of ids) await run(id)
  expect((await Promise.all(ids.map(state))).sort()).toEqual(['applied', 'checked'])
  expect(await countLoans(database)).toBe(1200)
})

test('a connection lost half-way leaves nothing, and the work is taken up again', async () => {
  let cut = true
  const kind = loanImport({
    async beforeWrite() {
      if (!cut || ++batches < 2) return
      cut = false
      // What the server sees when a process is killed: its connection is gone.
      await database.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%' and pid <> pg_backend_pid()`,
      )
    },
  })
  let batches = 0
  const { add, database, runJobs, state, platform } = await setUp(kind)
  const id = await add('applying')
  expect(await runImport(platform, [kind], id)).toEqual({ report: null, outcome: null })
  expect([await state(id), await countLoans(database)]).toEqual(['applying', 0])
  const { tasks } = importsJobs(platform, [kind])
  await tasks['resume-imports']!({}, {} as never)
  await runJobs()
  expect([await state(id), await countLoans(database)]).toEqual(['applied', 1200])
})

test('an error of ours is tried three times, then the file rests and says so', async () => {
  const kind = loanImport({ beforeWrite: () => Promise.reject(new Error('broken')) })
  const { add, database, as, runJobs, platform, state } = await setUp(kind)
  const id = await add('applying')
  await importsJobs(platform, [kind]).tasks['resume-imports']!({}, {} as never)
  await runJobs()
  expect([await state(id), await countLoans(database)]).toEqual(['checked', 0])
  const camille = await as('camille@cantine.example')
  expect(await (await camille.get(`/imports/emprunts/${id}`)).text()).toContain('Une erreur est survenue de notre côté')
})

test('progress is seen by others while the rows are being written', async () => {
  const seen: number[] = []
  const kind = loanImport({
    async beforeWrite() {
      await new Promise((wake) => setTimeout(wake, 700))
      const file = await loadImport(database, id)
      seen.push(file!.rowsDone)
      expect(await countLoans(database), 'nothing can be seen before the end').toBe(0)
    },
  })
  const { add, database, run } = await setUp(kind)
  const id = await add('applying', 2500)
  await run(id)
  expect(seen.at(-1)).toBeGreaterThan(400)
  expect(await countLoans(database)).toBe(2500)
})

test('contents leave after thirty days, what was done stays told', async () => {
  const { add, run, database, platform, as, runJobs } = await setUp()
  const applied = await add('applying', 3)
  await run(applied)
  const checked = await add('checking', 5)
  await run(checked)
  const erase = async () => {
    await importsJobs(platform, []).tasks['erase-imported-files']!({}, {} as never)
    return database.rows(
      "select not held and not exists (select from import_piece where import_id = import.id) as erased, jsonb_array_length(report->'errors') as errors from import order by id",
    )
  }
  platform.setNow(new Date(platform.now().getTime() + (KEPT_DAYS - 1) * 86_400_000))
  expect(await erase()).toMatchObject([{ erased: false }, { erased: false }])
  platform.setNow(new Date(platform.now().getTime() + 2 * 86_400_000))
  expect(await erase()).toEqual([
    { erased: true, errors: 0 },
    { erased: true, errors: 0 },
  ])
  expect(await database.rows('select 1 from import_change')).toEqual([])
  const camille = await as('camille@cantine.example')
  const told = await (await camille.get(`/imports/emprunts/${applied}`)).text()
  expect(told).toContain('3 lignes enregistrées')
  expect(told).not.toContain('Annuler cet import')
  expect(await (await camille.get(`/imports/emprunts/${checked}`)).text()).toContain('Ce fichier a été effacé')
  await camille.post(`/imports/emprunts/${applied}/annuler`)
  await runJobs()
  expect(await countLoans(database)).toBe(3)
})
