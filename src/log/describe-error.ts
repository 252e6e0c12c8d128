/**
 * What may be logged of an error: its kind and where it happened, never the data it happened with. Messages and fields of
 * errors can hold questions, answers and tokens, so only what is listed here is logged.
 */
export interface ErrorDescription {
  readonly name: string
  /** Only if the message cannot hold user data (see `messageOf`). */
  readonly message?: string | undefined
  readonly code?: string | number | undefined
  /** The status of an HTTP response. */
  readonly status?: number | undefined
  readonly method?: string | undefined
  /** The path of a request to Discord, with ids as `:id` and any other variable part as `:token`. */
  readonly route?: string | undefined
  /** The stack frames, without the message. */
  readonly stack?: string | undefined
  readonly cause?: ErrorDescription | undefined
  readonly errors?: readonly ErrorDescription[] | undefined
}

/** An error from another thread. Only its description crosses the thread boundary. */
export class ForeignError extends Error {
  override readonly name = 'ForeignError'
  readonly description: ErrorDescription

  constructor(description: ErrorDescription) {
    super(description.name)
    this.description = description
  }
}

export interface DescribeOptions {
  /**
   * Whether errors of the language's own classes keep their messages, which are about the program. False in the thread that
   * reads questions and articles. Default true.
   */
  readonly keepsPlainMessages?: boolean
}

const maxDepth = 4
const maxErrors = 10
const maxFrames = 12
const maxMessage = 300

/** The program's own errors whose messages are sentences about settings, files and the program itself. */
const ownSentences: ReadonlySet<string> = new Set([
  'ConfigError',
  'CorpusError',
  'DatabaseError',
  'LibraryError',
  'LockedError',
  'ReindexBusyError',
  'SnapshotError',
  'StartError',
  'VerificationError',
  'WorkerGoneError',
])

const namePattern = /^[A-Za-z]{0,40}(?:Error|Exception)$/
/** A code of the system, Node or undici ("ECONNRESET"). User text could have any other form. */
const codePattern = /^[A-Z][A-Z0-9_]{1,60}$/
const methodPattern = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE)$/
/** A stack frame of V8, in a file or in Node itself. */
const framePattern = /^ {4}at (?:[\w$.<>[\]# ]{1,120} \()?(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^\n]{1,300}?:\d+:\d+\)?$/
const inQuotes = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|‘[^’]*’/g
/** The fixed parts of Discord's paths. */
const pathParts: ReadonlySet<string> = new Set(
  '@me @original applications bot callback channels commands gateway guilds interactions messages oauth2 users webhooks'.split(
    ' ',
  ),
)

/** A field of a thrown value of any type. */
function fieldOf(value: unknown, key: string): unknown {
  const hasFields = (typeof value === 'object' && value !== null) || typeof value === 'function'
  return hasFields ? Reflect.get(value, key) : undefined
}

/** The class name of an error, without a code in brackets ("DiscordAPIError[50013]"), which is a field of its own. */
function nameOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return error === null ? 'null' : typeof error
  const names = [fieldOf(error, 'name'), fieldOf(fieldOf(error, 'constructor'), 'name')]
    .filter((name) => typeof name === 'string')
    .map((name) => name.replace(/ ?\[.*$/s, ''))
  return names.find((name) => namePattern.test(name)) ?? (error instanceof Error ? 'Error' : 'object')
}

function codeOf(error: unknown): string | number | undefined {
  const code = fieldOf(error, 'code')
  if (typeof code === 'number') return Number.isSafeInteger(code) ? code : undefined
  return typeof code === 'string' && codePattern.test(code) ? code : undefined
}

/** Errors whose messages are about code. Not SyntaxError, which repeats the text that it could not parse. */
const plainErrors: ReadonlySet<unknown> = new Set(
  [Error, TypeError, RangeError, ReferenceError].map(({ prototype }) => prototype),
)

/** Whether a value is an error of the language's own classes without further fields. */
function isPlain(error: unknown): boolean {
  if (!(error instanceof Error) || !plainErrors.has(Object.getPrototypeOf(error))) return false
  return Object.getOwnPropertyNames(error).every((key) => key === 'stack' || key === 'message' || key === 'cause')
}

/**
 * The message of an error, if it cannot hold user data: a sentence of the program, or the message of a plain error without
 * what it quotes. Messages of Discord, Node and zod repeat the values that they reject.
 */
function messageOf(error: unknown, { keepsPlainMessages = true }: DescribeOptions): string | undefined {
  const message = fieldOf(error, 'message')
  if (typeof message !== 'string' || message === '') return undefined
  if (ownSentences.has(nameOf(error))) return message
  if (!keepsPlainMessages || !isPlain(error)) return undefined
  return message.replace(/\n.*/s, '').replace(inQuotes, '…').slice(0, maxMessage).toWellFormed()
}

/** The stack frames: the lines below the message, which may itself have several lines. */
function framesOf(error: unknown): string | undefined {
  const [stack, message] = [fieldOf(error, 'stack'), fieldOf(error, 'message')]
  if (typeof stack !== 'string') return undefined
  const above = typeof message === 'string' ? Math.max(0, stack.indexOf(message)) + message.length : 0
  const frames = stack
    .slice(above)
    .split('\n')
    .filter((line) => framePattern.test(line))
  return frames.length === 0 ? undefined : frames.slice(0, maxFrames).join('\n')
}

function routeOf(error: unknown): string | undefined {
  const url = fieldOf(error, 'url')
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  const path = new URL(url).pathname.replace(/^.*?\/v\d{1,3}(?=\/)/, '')
  return path
    .replace(/%40/g, '@')
    .replace(/[^/]+/g, (part) => (/^\d+$/.test(part) ? ':id' : pathParts.has(part) ? part : ':token'))
}

function describe(error: unknown, options: DescribeOptions, depth: number): ErrorDescription {
  if (error instanceof ForeignError) return error.description
  const [status, method] = [fieldOf(error, 'status'), fieldOf(error, 'method')]
  const request = typeof method === 'string' && methodPattern.test(method) ? method : undefined
  const [cause, errors] = depth < maxDepth ? [fieldOf(error, 'cause'), fieldOf(error, 'errors')] : []
  const inside = (one: unknown): ErrorDescription => describe(one, options, depth + 1)
  return {
    name: nameOf(error),
    message: messageOf(error, options),
    code: codeOf(error),
    status: typeof status === 'number' && Number.isSafeInteger(status) ? status : undefined,
    method: request,
    route: request === undefined ? undefined : routeOf(error),
    stack: framesOf(error),
    cause: cause === undefined || cause === null ? undefined : inside(cause),
    errors:
      error instanceof AggregateError && Array.isArray(errors) ? errors.slice(0, maxErrors).map(inside) : undefined,
  }
}

/** What may be logged of a thrown value. Never throws. */
export function describeError(error: unknown, options: DescribeOptions = {}): ErrorDescription {
  try {
    return describe(error, options, 0)
  } catch {
    // A getter or a proxy threw.
    return { name: 'Error' }
  }
}

/** An error as part of a sentence: its message if that may be logged, otherwise its kind. */
export function errorSentence(error: unknown): string {
  const { name, message, code } = describeError(error)
  return message ?? (code === undefined ? name : `${name} (${code})`)
}

function textOf({ name, message, code, stack, cause, errors = [] }: ErrorDescription): string {
  const head = `${name}${code === undefined ? '' : ` (${code})`}${message === undefined ? '' : `: ${message}`}`
  const inside = [...(cause === undefined ? [] : [cause]), ...errors].map((one) => `caused by ${textOf(one)}`)
  return [head, ...(stack === undefined ? [] : [stack]), ...inside].join('\n')
}

/** An error in several lines, for a person who looks for the cause. */
export function errorText(error: unknown): string {
  return textOf(describeError(error))
}
