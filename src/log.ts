import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'

export type { Logger }

export interface LogOptions {
  readonly level: string
  /** Whether people read the log: then it is coloured lines instead of JSON. */
  readonly forPeople: boolean
}

/** The program's log. It goes to standard error, so that standard output holds answers alone. */
export function createLog({ level, forPeople }: LogOptions): Logger {
  const standardError = 2
  const options = {
    level,
    redact: { paths: ['token', '*.token', 'discordToken', '*.discordToken'], censor: '(hidden)' },
  }
  if (!forPeople) return pino(options, pino.destination({ dest: standardError, sync: true }))
  return pino(
    options,
    pretty({ destination: standardError, sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }),
  )
}
