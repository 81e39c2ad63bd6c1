// Work that takes time or comes back at fixed hours: kept in the database, tried again when it fails, run by any process.
import { type CronItem, Logger, parseCronItems, run, runMigrations, runOnce, type TaskList } from 'graphile-worker'
import type { Database, Queries } from './database/database.ts'
import type { Log } from './log.ts'

export type Jobs = {
  /** What each kind of job does. Safe to repeat: a job that stopped half-way is run again. */
  tasks: TaskList
  /** When jobs start by themselves (times in UTC). */
  calendar: CronItem[]
  /** Jobs to run as soon as a process that runs jobs is there: what another one left half-way when it died. */
  atStart?: readonly string[]
}

/** Makes the tables that jobs are kept in, or brings them up to date. */
export const prepareJobs = (database: Database, log: Log) => runMigrations({ pgPool: database.pool, logger: logger(log) })

type Asked = {
  /** One job at most waits under this key: asking again replaces it, and a job that is running is followed by another. */
  key?: string
  runAt?: Date
  maxAttempts?: number
}

/** Asks for a job. In a transaction, the job exists once the transaction is kept. */
export const addJob = (db: Queries, task: string, payload: unknown, { key, runAt, maxAttempts }: Asked = {}) =>
  db.run(
    'select graphile_worker.add_job(identifier => $1, payload => $2::json, job_key => $3, run_at => $4, max_attempts => $5)',
    [task, JSON.stringify(payload), key ?? null, runAt ?? null, maxAttempts ?? 10],
  )

/** Runs the jobs that wait, then returns: for tests and commands. */
export const runWaitingJobs = (database: Database, jobs: Jobs, log: Log) =>
  runOnce({ pgPool: database.pool, taskList: jobs.tasks, noHandleSignals: true, logger: logger(log) })

const logger = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn(message)
  })

/** Runs the jobs in this process until `stop`. */
export async function startWorker(database: Database, jobs: Jobs, log: Log): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    pgPool: database.pool,
    taskList: jobs.tasks,
    parsedCronItems: parseCronItems(jobs.calendar),
    concurrency: 2,
    noHandleSignals: true,
    logger: logger(log),
  })
  runner.events.on('job:error', ({ job, error }) =>
    log.warn({ task: job.task_identifier, err: error }, 'job failed, it will be tried again'),
  )
  for (const task of jobs.atStart ?? []) await addJob(database, task, {}, { key: task })
  return { stop: () => runner.stop() }
}
