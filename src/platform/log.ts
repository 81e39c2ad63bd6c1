// One logger for the product: JSON lines on standard output, without personal data and without the draft codes that stand in addresses.
import { type Logger, pino } from 'pino'

export type Log = Logger

/** Commands whose standard output is an answer let the log speak on the other one (2). */
export function createLog(level: string, fd: 1 | 2 = 1): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(fd))
}
