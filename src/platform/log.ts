// One logger for the product: JSON lines on standard output, without personal data and without the draft codes that stand in addresses.
import { type Logger, pino } from 'pino'

export type Log = Logger

export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
