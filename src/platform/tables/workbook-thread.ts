// Reads a workbook on another thread, as if it were here.
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { FileProblem, problems } from './file-problem.ts'
import type { Limits } from './limits.ts'
import type { TableSource } from './source.ts'
import type { WorkbookRows } from './workbook.ts'

export type WorkbookOrder = { source: TableSource; limits: Limits; ahead: number }
export type WorkbookReport = { rows: WorkbookRows } | { done: true } | { problem: { code: string; message: string } }

/** Made by the build from workbook.worker.ts, like the rest of what runs. */
const PROGRAM = 'dist/workbook.worker.mjs'
const AHEAD = 4
/** A workbook that needs more than this is refused: the thread ends, the product goes on. */
const MEMORY_MB = 160

/** The rows of the workbook, read ahead by a few batches only. Leaving the loop early stops the thread. */
export async function* workbookRowsElsewhere(source: TableSource, limits: Limits): AsyncGenerator<WorkbookRows> {
  const order: WorkbookOrder = { source, limits, ahead: AHEAD }
  const worker = new Worker(resolve(PROGRAM), { workerData: order, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
  const reports: WorkbookReport[] = []
  let failure: Error | null = null
  let wake = () => {}
  worker.on('message', (report: WorkbookReport) => {
    reports.push(report)
    wake()
  })
  worker.on('error', (error) => {
    failure = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? problems.tooMuchText() : error
    wake()
  })
  worker.on('exit', () => {
    failure ??= new Error('The thread reading a workbook ended without a word')
    wake()
  })
  try {
    for (;;) {
      const report = reports.shift()
      if (report === undefined) {
        if (failure !== null) throw failure
        await new Promise<void>((resume) => {
          wake = resume
        })
      } else if ('rows' in report) {
        yield report.rows
        worker.postMessage('more')
      } else if ('problem' in report) throw new FileProblem(report.problem.code, report.problem.message)
      else return
    }
  } finally {
    await worker.terminate()
  }
}
