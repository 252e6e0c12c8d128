import { type Bindings, type Logger, type LoggerOptions, pino } from 'pino'
import pretty from 'pino-pretty'
import { describeError, errorSentence } from './describe-error.ts'

export type { Logger }

export interface LogOptions {
  readonly level: string
  /** Whether people read the log: then it is coloured lines instead of JSON. */
  readonly forPeople: boolean
  /** Where the lines go. Default: standard error. */
  readonly destination?: { write(line: string): void }
}

const maxDepth = 6
const secretKey = /^(?:discord_?)?token$/i
/** In the path of an interaction, its id is followed by its token. */
const tokenInPath = /((?:interactions|webhooks)\/\d+\/)[^/\s"\\]+/g
/** A JSON escape, or a control or format character. */
const escapeOrUnsafe = /\\(?:u([0-9a-f]{4})|(.))|(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
const shortEscapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', r: '\r' }

/** A value in the form that is logged: an error as its description, an instance of any other class as the class name. */
function loggable(value: unknown, depth = 0): unknown {
  if (value instanceof Error) return describeError(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value
  if (depth === maxDepth) return '…'
  if (Array.isArray(value)) return value.map((one) => loggable(one, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return `[${value.constructor.name}]`
  return fieldsOf(value, depth + 1)
}

function fieldsOf(value: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, secretKey.test(key) ? '(hidden)' : loggable(one, depth)]),
  )
}

/** The arguments of a log call in that form. If the only argument is an error, its message is the log message. */
function loggableCall([first, ...rest]: readonly unknown[]): readonly unknown[] {
  const words = rest.map((one) => (one instanceof Error ? errorSentence(one) : loggable(one)))
  if (first instanceof Error)
    return [{ err: loggable(first) }, ...(words.length === 0 ? [errorSentence(first)] : words)]
  const made = loggable(first)
  return [typeof first === 'object' && typeof made === 'string' ? { object: made } : made, ...words]
}

function characterOf(found: string, code: string | undefined, short: string | undefined): string {
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
  return short === undefined ? found : (shortEscapes[short] ?? '')
}

/** A line of JSON without tokens and without characters that control a terminal or the text direction, escaped or not. */
function safeLine(line: string): string {
  return line
    .replace(tokenInPath, '$1:token')
    .replace(escapeOrUnsafe, (found: string, code: string | undefined, short: string | undefined) => {
      const character = characterOf(found, code, short)
      // As visible text, so that it stays harmless in whatever shows the line.
      return unsafe.test(character) ? `\\\\u{${(character.codePointAt(0) ?? 0).toString(16)}}` : found
    })
}

/** The program's log. It goes to standard error, so that standard output holds answers alone. */
export function createLog({ level, forPeople, destination }: LogOptions): Logger {
  const standardError = 2
  const options: LoggerOptions = {
    level,
    // pino's own serializer would add fields to the description.
    serializers: { err: (error: unknown) => loggable(error) },
    hooks: {
      logMethod(args, method) {
        Reflect.apply(method, this, loggableCall(args))
      },
      streamWrite: safeLine,
    },
  }
  const log = pino(
    options,
    forPeople
      ? pretty({ destination: standardError, sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' })
      : (destination ?? pino.destination({ dest: standardError, sync: true })),
  )
  const { child } = log
  return Object.assign(log, {
    child(this: Logger, bindings: Bindings): Logger {
      return Reflect.apply(child, this, [fieldsOf(bindings)])
    },
  })
}
