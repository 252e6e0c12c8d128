import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import * as z from 'zod/mini'
import { maxAttachmentBytes } from '../../testkit/discord/server/world.ts'
import { action } from '../protocol/actions.ts'
import type { Feed } from './feed.ts'
import type { Gate } from './gate.ts'
import { type PageFile, type PageFiles, pageHeaders } from './page-files.ts'
import { ActionError, type User } from './user.ts'

/** A request that is not served; the message goes to the page. */
class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export interface ServerOptions {
  readonly gate: Gate
  readonly user: User
  readonly feed: Feed
  /** The files of the page by path, `/` being the page itself. */
  readonly files: PageFiles
  /** Called with an error that no request should be able to cause. */
  readonly onFault: (error: unknown) => void
}

const maxActionBytes = 64 * 1024
const maxNameLength = 255
const session = z.object({ token: z.string() })

/** The body of a request. @throws Refusal if it has more than `max` bytes. */
async function bytesOf(request: IncomingMessage, max: number, tooLarge: string): Promise<Buffer> {
  const stated = Number(request.headers['content-length'] ?? 0)
  if (stated > max) throw new Refusal(413, tooLarge)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > max) throw new Refusal(413, tooLarge)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

async function jsonOf<T>(request: IncomingMessage, schema: z.ZodMiniType<T>): Promise<T> {
  const bytes = await bytesOf(request, maxActionBytes, `A request has at most ${maxActionBytes} bytes.`)
  let body: unknown
  try {
    body = JSON.parse(bytes.toString())
  } catch {
    throw new Refusal(400, 'The request is not JSON.')
  }
  const parsed = z.safeParse(schema, body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Refusal(400, `The request cannot be used: ${issue?.path.map(String).join('.') || 'it'}: ${issue?.message}`)
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function sendFile(response: ServerResponse, { bytes, type }: PageFile): void {
  response.writeHead(200, { ...pageHeaders, 'content-type': type }).end(bytes)
}

/** Serves the page, and does what it asks for. */
export function createListener({ gate, user, feed, files, onFault }: ServerOptions): RequestListener {
  async function open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const cookie = gate.admit((await jsonOf(request, session)).token)
    if (cookie === null) throw new Refusal(401, 'This address is from an earlier start. Open the one printed last.')
    response.writeHead(204, { ...pageHeaders, 'set-cookie': cookie }).end()
  }

  function sendEvents(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...pageHeaders, 'content-type': 'text/event-stream' })
    const stop = feed.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`))
    request.on('close', stop)
  }

  async function upload(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    if (name === '' || name.length > maxNameLength) {
      throw new Refusal(400, `A file needs a name of at most ${maxNameLength} characters.`)
    }
    const mebibytes = maxAttachmentBytes / 1024 / 1024
    const tooLarge = `This file is over ${mebibytes} MiB, the most that Discord takes: choose a smaller one.`
    sendJson(response, 200, { file: user.upload(name, await bytesOf(request, maxAttachmentBytes, tooLarge)) })
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request
    const refusal = gate.refuse({ method, headers })
    if (refusal !== null) throw new Refusal(403, refusal)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = files.get(pathname)
    if (file !== undefined && method === 'GET') return sendFile(response, file)
    const route = `${method} ${pathname}`
    if (route === 'POST /session') return open(request, response)
    if (!gate.isKnown({ method, headers })) {
      throw new Refusal(401, 'Open the address that "npm run preview" printed, with the token at its end.')
    }
    switch (route) {
      case 'GET /events':
        return sendEvents(request, response)
      case 'POST /actions':
        return sendJson(response, 200, { choices: await user.act(await jsonOf(request, action)) })
      case 'POST /files':
        return upload(request, response, searchParams.get('name') ?? '')
      default:
        throw new Refusal(404, 'There is nothing at this address.')
    }
  }

  function fail(error: unknown, response: ServerResponse): void {
    if (error instanceof Refusal) refuse(response, error.status, error.message)
    else if (error instanceof ActionError) refuse(response, 409, error.message)
    else {
      onFault(error)
      refuse(response, 500, 'The preview failed. Its terminal says why.')
    }
  }

  return (request, response) => {
    serve(request, response).catch((error: unknown) => fail(error, response))
  }
}

/** The rest of a refused request is not read. */
function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy()
  response.setHeader('connection', 'close')
  sendJson(response, status, { message })
}
