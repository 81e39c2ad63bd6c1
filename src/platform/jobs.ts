// Work that takes time or comes back at fixed hours: kept in the database, tried again when it fails, run by any process.
import { type CronItem, Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import type { Database } from './database/database.ts'
import type { Log } from './log.ts'

export type Jobs = {
  /** What each kind of job does. Safe to repeat: a job that stopped half-way is run again. */
  tasks: TaskList
  /** When jobs start by themselves (times in UTC). */
  calendar: CronItem[]
}

/** Runs the jobs in this process until `stop`. The tables are made on first use. */
export async function startWorker(database: Database, jobs: Jobs, log: Log): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    pgPool: database.pool,
    taskList: jobs.tasks,
    parsedCronItems: parseCronItems(jobs.calendar),
    concurrency: 2,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn(message)
    }),
  })
  runner.events.on('job:error', ({ job, error }) =>
    log.warn({ task: job.task_identifier, err: error }, 'job failed, it will be tried again'),
  )
  return { stop: () => runner.stop() }
}
