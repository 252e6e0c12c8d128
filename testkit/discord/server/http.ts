import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Fault, Faults } from './faults.ts'
import type { Signal } from './signal.ts'
import { textsIn } from './texts-in.ts'

/** What the names in a route's path stand for. */
export interface Params {
  readonly application?: string
  readonly channel?: string
  readonly command?: string
  readonly file?: string
  readonly guild?: string
  readonly interaction?: string
  readonly message?: string
  readonly token?: string
  readonly user?: string
}

/** A request as a route sees it. */
export interface Call {
  readonly params: Params
  readonly query: URLSearchParams
  /** The parsed JSON; undefined without a body. */
  readonly body: unknown
}

export interface Reply {
  readonly status: number
  readonly body?: unknown
  /** Bytes instead of JSON, and their headers. */
  readonly raw?: { readonly bytes: Uint8Array; readonly headers: Readonly<Record<string, string>> }
}

export type Handler = (call: Call) => Reply

/** Handlers by method and path, e.g. `PATCH /channels/:channel/messages/:message`; the first that fits serves. */
export type Routes = Readonly<Record<string, Handler>>

/** A request that the bot made, and how it was answered; status 0: not at all. */
export interface Logged {
  readonly route: string
  readonly path: string
  readonly body: unknown
  /** The files that came with it. */
  readonly files: readonly { readonly name: string; readonly text: string }[]
  readonly status: number
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface HttpOptions {
  readonly token: string
  readonly faults: Faults
  readonly log: Logged[]
  readonly signal: Signal
  /** Called with a request that no route serves. */
  readonly onUnknown: (request: string) => void
}

const unauthorised: Reply = { status: 401, body: { message: '401: Unauthorized', code: 0 } }
const notFound: Reply = { status: 404, body: { message: '404: Not Found', code: 0 } }

/** These routes are protected by the token in their path, and take no other. */
const isOpen = (route: string): boolean => / \/(interactions|webhooks|attachments)\//.test(route)
/** What is stored for users is fetched by anyone: who sends the bot's token along gives it away. */
const isPublic = (route: string): boolean => / \/attachments\//.test(route)

/** The HTTP half of Discord: finds the route, checks the token, plays the faults, keeps a log. */
export function createHttp(routes: Routes, { token, faults, log, signal, onUnknown }: HttpOptions): RequestListener {
  const table = Object.entries(routes).map(([route, handler]) => ({ route, handler, pattern: patternOf(route) }))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now()
    const url = new URL(request.url ?? '/', 'http://localhost')
    // discord.js writes @original as %40original.
    const path = decodeURIComponent(url.pathname).replace(/^\/api(\/v\d+)?/, '')
    const line = `${request.method} ${path}`
    const found = table.find(({ pattern }) => pattern.test(line))
    const { body, files } = await contentOf(request)
    const fault = found && faults.take(found.route)
    const act = (): Reply => {
      if (!found) {
        onUnknown(line)
        return notFound
      }
      if (isPublic(found.route) && request.headers.authorization !== undefined) onUnknown(`${line} with a token`)
      if (!isOpen(found.route) && request.headers.authorization !== `Bot ${token}`) return unauthorised
      return found.handler({ params: found.pattern.exec(line)?.groups ?? {}, query: url.searchParams, body })
    }
    const note = (status: number): void => {
      log.push({ route: found?.route ?? line, path, body, files, status, at })
      signal.notify()
    }
    if (fault?.kind === 'hang-up') {
      if (fault.when === 'after') act()
      if (fault.reset) request.socket.resetAndDestroy()
      else request.socket.destroy()
      return note(0)
    }
    const takesEffect = fault === undefined || fault.kind === 'slow' || fault.kind === 'held'
    const reply = takesEffect ? act() : faulty(fault, body)
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms).unref())
    if (fault?.kind === 'held') await fault.until
    if (reply.raw !== undefined) {
      response.writeHead(reply.status, reply.raw.headers)
      response.end(reply.raw.bytes)
      return note(reply.status)
    }
    const json = reply.body === undefined ? undefined : JSON.stringify(reply.body)
    const type = json === undefined ? {} : { 'content-type': 'application/json' }
    response.writeHead(reply.status, { ...rateHeaders(found?.route ?? 'none', fault), ...type })
    response.end(json)
    note(reply.status)
  }

  return (request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  }
}

function faulty(fault: Fault & { kind: 'status' | 'limit' | 'refusal' }, body: unknown): Reply {
  if (fault.kind === 'status') return { status: fault.status, body: { message: `${fault.status}: injected`, code: 0 } }
  if (fault.kind === 'refusal') {
    const errors = textsIn(body).map((text) => ({
      code: 'BASE_TYPE_BAD_VALUE',
      message: `Value "${text}" is not valid.`,
    }))
    const echo = errors.length === 0 ? {} : { errors: { data: { _errors: errors } } }
    return { status: fault.status, body: { message: 'Refused by injection', code: fault.code, ...echo } }
  }
  const { retryAfter, global = false } = fault
  return { status: 429, body: { message: 'You are being rate limited.', retry_after: retryAfter, global } }
}

/** Discord's headers on rate limits: plenty is left, but for a `limit` fault. */
function rateHeaders(route: string, fault: Fault | undefined): Record<string, string> {
  const limited = fault?.kind === 'limit' ? fault : undefined
  if (limited?.global) {
    return {
      'X-RateLimit-Global': 'true',
      'X-RateLimit-Scope': 'global',
      'Retry-After': String(Math.ceil(limited.retryAfter)),
    }
  }
  const resetAfter = limited?.retryAfter ?? 1
  return {
    'X-RateLimit-Limit': '50',
    'X-RateLimit-Remaining': limited ? '0' : '49',
    'X-RateLimit-Reset': String((Date.now() / 1000 + resetAfter).toFixed(3)),
    'X-RateLimit-Reset-After': resetAfter.toFixed(3),
    'X-RateLimit-Bucket': Buffer.from(route).toString('hex').slice(0, 32),
    ...(limited && { 'X-RateLimit-Scope': 'user', 'Retry-After': String(Math.ceil(limited.retryAfter)) }),
  }
}

function patternOf(route: string): RegExp {
  const source = route.replace(/[@.]/g, '\\$&').replace(/:(\w+)/g, '(?<$1>[^/]+)')
  return new RegExp(`^${source}$`)
}

async function contentOf(request: IncomingMessage): Promise<Pick<Logged, 'body' | 'files'>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return { body: jsonOf(bytes.toString()), files: [] }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const files: { readonly name: string; readonly text: string }[] = []
  for (const part of form.values()) {
    if (typeof part !== 'string')
      files.push({ name: part.name, text: Buffer.from(await part.arrayBuffer()).toString() })
  }
  const payload = form.get('payload_json')
  return { body: typeof payload === 'string' ? jsonOf(payload) : undefined, files }
}

function jsonOf(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
