// A thread of its own for a large workbook: unfolding and reading it does not hold up the pages that others are waiting for.
import { parentPort, workerData } from 'node:worker_threads'
import { FileProblem } from './file-problem.ts'
import { openBytes } from './source.ts'
import { workbookRows } from './workbook.ts'
import type { WorkbookOrder, WorkbookReport } from './workbook-thread.ts'

const { source, limits, ahead } = workerData as WorkbookOrder
const port = parentPort!
const say = (report: WorkbookReport) => port.postMessage(report)

// The reader never runs more than a few batches ahead of whoever uses the rows.
let credit = ahead
let wake = () => {}
port.on('message', () => {
  credit++
  wake()
})

try {
  const file = await openBytes(source, limits.fileBytes)
  for await (const rows of workbookRows(file, limits)) {
    say({ rows })
    credit--
    while (credit <= 0)
      await new Promise<void>((resume) => {
        wake = resume
      })
  }
  await file.close()
  say({ done: true })
} catch (error) {
  if (error instanceof FileProblem) say({ problem: { code: error.code, message: error.message } })
  else throw error
}
port.close()
