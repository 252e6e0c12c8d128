import { once } from 'node:events'
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { expect } from 'vitest'
import { openSite } from '../../preview/server/preview.ts'
import { test as base, nobody, pong } from '../../testkit/discord/bot/lab.ts'
import type { LoopbackDiscord } from '../../testkit/discord/server/server.ts'
import { maxAttachmentBytes } from '../../testkit/discord/server/world.ts'

interface Sent {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
  /** Sent in pieces, so that no header states the length. */
  readonly pieces?: readonly Uint8Array[]
}

interface Received {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

/** A program that sends requests to the preview, with the headers that it is given and no others. */
async function send(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body, pieces }: Sent = {},
): Promise<Received> {
  const host = `127.0.0.1:${port}`
  const sent = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } })
  // A refused upload is cut off.
  sent.on('error', () => undefined)
  for (const piece of pieces ?? []) sent.write(piece)
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  response.setEncoding('utf8')
  let text = ''
  for await (const chunk of response) text += chunk
  return { status: response.statusCode ?? 0, headers: response.headers, text }
}

const page = { bytes: Buffer.from('<!doctype html>'), type: 'text/html; charset=utf-8' }

interface Opened {
  readonly discord: LoopbackDiscord
  readonly port: number
  readonly origin: string
  readonly token: string
  /** The headers of the page itself, once it has shown the token. */
  readonly own: OutgoingHttpHeaders
}

/** Serves the page for a Discord, and shows it the token. The function `stop` fails if the server has failed. */
async function serve(discord: LoopbackDiscord, answerWithinMs: number): Promise<Opened & { stop(): Promise<void> }> {
  const faults: unknown[] = []
  const site = await openSite({
    discord,
    files: new Map([['/', page]]),
    host: '127.0.0.1',
    port: 0,
    answerWithinMs,
    onFault: (error) => faults.push(error),
  })
  const { origin, hash, port } = new URL(site.address)
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? ''
  const { headers } = await send(Number(port), '/session', {
    method: 'POST',
    headers: { origin },
    body: JSON.stringify({ token }),
  })
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  return {
    discord,
    port: Number(port),
    origin,
    token,
    own: { origin, cookie },
    stop: async () => {
      await site.stop()
      expect(faults).toEqual([])
    },
  }
}

/** Opens the events of a site. The function that it returns reads them until all of the texts have come. */
async function openEvents({ port, own }: Opened): Promise<(...texts: readonly string[]) => Promise<string>> {
  const { cookie } = own
  const asked = request({ host: '127.0.0.1', port, path: '/events', headers: { host: `127.0.0.1:${port}`, cookie } })
  asked.end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  response.setEncoding('utf8')
  return async (...texts) => {
    let read = ''
    for await (const chunk of response) {
      read += chunk
      if (texts.every((text) => read.includes(text))) break
    }
    return read
  }
}

const patientMs = 600_000

const test = base.extend<{ readonly site: Opened }>({
  site: async ({ lab }, use) => {
    const discord = await lab.discord()
    await lab.online(discord, pong)
    const { stop, ...site } = await serve(discord, patientMs)
    await use(site)
    await stop()
  },
})

const saying = (content: string): string =>
  JSON.stringify({ do: 'say', place: 'guild', moderator: false, content, replyTo: null })

test('the page is served with rules that let it load nothing from elsewhere and be in no frame', async ({ site }) => {
  const { status, headers } = await send(site.port, '/')
  expect(status).toBe(200)
  const rules = String(headers['content-security-policy']).split('; ')
  expect(rules).toEqual(expect.arrayContaining(["default-src 'self'", "script-src 'self'", "frame-ancestors 'none'"]))
  expect(rules.join()).not.toContain('unsafe')
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test.for(['preview.example', '127.0.0.1', '127.0.0.1.preview.example', 'localhost:1'])(
  'a request for the host "%s" is refused',
  async (host, { site }) => {
    for (const path of ['/', '/events']) {
      const { status, text } = await send(site.port, path, { headers: { ...site.own, host } })
      expect(status).toBe(403)
      expect(text).toContain(`http://127.0.0.1:${site.port}`)
    }
  },
)

test.for(['http://preview.example', 'null', 'http://localhost:1'])(
  'a request from a page of the origin "%s" is refused, even with the cookie',
  async (origin, { site }) => {
    for (const [method, path] of [
      ['GET', '/events'],
      ['POST', '/actions'],
      ['POST', '/session'],
      ['POST', '/files?name=a'],
    ] as const) {
      const { status } = await send(site.port, path, {
        method,
        headers: { ...site.own, origin },
        body: method === 'POST' ? saying('hello') : '',
      })
      expect(status).toBe(403)
    }
    expect(site.discord.messages()).toEqual([])
  },
)

test('a request that changes something without stating its origin is refused', async ({ site }) => {
  const { cookie } = site.own
  const { status } = await send(site.port, '/actions', { method: 'POST', headers: { cookie }, body: saying('hello') })
  expect(status).toBe(403)
  expect(site.discord.messages()).toEqual([])
})

test('a request that another site caused is refused, even with the cookie', async ({ site }) => {
  const { cookie } = site.own
  const { status } = await send(site.port, '/events', { headers: { cookie, 'sec-fetch-site': 'cross-site' } })
  expect(status).toBe(401)
})

test.for([undefined, 'preview=1', 'wrong'])(
  'without the cookie of the token (%s) nothing but the page is served',
  async (value, { site }) => {
    const cookie = value === 'wrong' ? `preview-${site.port}=${'A'.repeat(43)}` : value
    const headers = { origin: site.origin, ...(cookie !== undefined && { cookie }) }
    for (const [method, path] of [
      ['GET', '/events'],
      ['POST', '/actions'],
      ['POST', '/files?name=a'],
      ['GET', '/nothing'],
    ] as const) {
      const { status, text } = await send(site.port, path, {
        method,
        headers,
        body: method === 'POST' ? saying('hello') : '',
      })
      expect(status).toBe(401)
      expect(text).toContain('npm run preview')
    }
    expect(site.discord.messages()).toEqual([])
  },
)

test('a wrong token gets no cookie, and the right one a cookie that scripts and other sites cannot use', async ({
  site,
}) => {
  const ask = (token: string) =>
    send(site.port, '/session', { method: 'POST', headers: { origin: site.origin }, body: JSON.stringify({ token }) })
  const wrong = await ask(`${site.token}x`)
  expect(wrong.status).toBe(401)
  expect(wrong.headers['set-cookie']).toBeUndefined()
  const right = await ask(site.token)
  expect(right.status).toBe(204)
  expect(right.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/)
  expect(right.headers['set-cookie']?.[0]).not.toContain(site.token)
})

test('the page may say something', async ({ site }) => {
  const { status } = await send(site.port, '/actions', { method: 'POST', headers: site.own, body: saying('hello') })
  expect(status).toBe(200)
  expect(site.discord.messages()).toMatchObject([{ content: 'hello' }])
})

test.for([
  ['no JSON', 'hello'],
  ['no action', '{"do":"fly"}'],
  ['too long a message', saying('a'.repeat(2001))],
  ['too long a request', saying('a'.repeat(70_000))],
  ['an option that inherits', '{"do":"run command","place":"guild","moderator":false,"command":"ask","options":[]}'],
] as const)('a request with %s is refused with a sentence', async ([, body], { site }) => {
  const { status, text } = await send(site.port, '/actions', { method: 'POST', headers: site.own, body })
  expect([400, 413]).toContain(status)
  expect(JSON.parse(text)).toMatchObject({ message: expect.stringMatching(/^[A-Z].*\w/) })
})

test('pressing a button of a message that is gone is refused with a sentence', async ({ site }) => {
  const body = JSON.stringify({ do: 'press', place: 'guild', moderator: false, message: '1', customId: 'a' })
  const { status, text } = await send(site.port, '/actions', { method: 'POST', headers: site.own, body })
  expect(status).toBe(409)
  expect(JSON.parse(text)).toEqual({ message: 'This message no longer exists.' })
})

test('a file that is larger than Discord takes is refused, whether its length is stated or not', async ({ site }) => {
  const mebibyte = new Uint8Array(1024 * 1024)
  const pieces = Array.from({ length: maxAttachmentBytes / mebibyte.length + 1 }, () => mebibyte)
  const stated = { ...site.own, 'content-length': String(maxAttachmentBytes + 1) }
  for (const sent of [
    { headers: stated, body: 'a' },
    { headers: site.own, pieces },
  ]) {
    const { status, text } = await send(site.port, '/files?name=large.txt', { method: 'POST', ...sent })
    expect(status).toBe(413)
    expect(JSON.parse(text)).toMatchObject({ message: expect.stringContaining('10 MiB') })
  }
})

const running = (command: string): string =>
  JSON.stringify({ do: 'run command', place: 'guild', moderator: false, command, options: { question: 'who?' } })

test('what the bot answers reaches the page as an event, and so does what Discord refuses', async ({ lab }) => {
  const discord = await lab.discord({ violations: 'expected' })
  await lab.online(discord, async (interaction) => {
    if (interaction.isChatInputCommand() && interaction.commandName === 'long') {
      await interaction.reply({ content: 'a'.repeat(3000), allowedMentions: nobody }).catch(() => undefined)
      await interaction.reply({ content: 'short', allowedMentions: nobody })
    } else await pong(interaction)
  })
  const { stop, ...site } = await serve(discord, patientMs)
  const eventsUpTo = await openEvents(site)
  for (const command of ['ask', 'long']) {
    await send(site.port, '/actions', { method: 'POST', headers: site.own, body: running(command) })
  }
  const events = await eventsUpTo('"title":"pong"', '"content":"short"', '"is":"refused"')
  expect(events).toContain('"cause":{"kind":"slash command"')
  await stop()
})

test('the page is told when the bot does not answer in time', async ({ lab }) => {
  const discord = await lab.discord()
  await lab.online(discord, async () => undefined)
  const { stop, ...site } = await serve(discord, 1)
  const eventsUpTo = await openEvents(site)
  await send(site.port, '/actions', { method: 'POST', headers: site.own, body: running('ask') })
  expect(await eventsUpTo('"is":"no answer"')).toContain('"to":"/ask"')
  await stop()
})
