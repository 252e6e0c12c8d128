import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { attachment, type FetchRules, fetchRules } from '../../../src/discord/moderation/fetch-attachment.ts'

/** A server that answers every request so; how often it was asked, and where it is. */
async function serve(answer: (response: ServerResponse) => void) {
  const seen: (string | undefined)[] = []
  const server = createServer((request, response) => {
    seen.push(request.url)
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, seen }
}

const rulesFor = (origin: string, more: Partial<FetchRules> = {}): FetchRules => ({
  ...fetchRules(`${origin}/api`),
  timeoutMs: 600_000,
  ...more,
})

const read = (origin: string, size: number, more: Partial<FetchRules> = {}) =>
  attachment({ name: 'zoo.txt', size, url: `${origin}/zoo.txt?ex=1` }, rulesFor(origin, more)).read()

describe('an attachment', () => {
  test('is downloaded when it is read, not before', async () => {
    const { origin, seen } = await serve((response) => response.end('elephants'))
    const file = attachment({ name: 'zoo.txt', size: 9, url: `${origin}/zoo.txt?ex=1` }, rulesFor(origin))
    expect(seen).toEqual([])
    expect(await file.read()).toEqual({ bytes: Buffer.from('elephants') })
    expect(seen).toEqual(['/zoo.txt?ex=1'])
  })

  test.for<readonly [string, number, (response: ServerResponse) => void, RegExp, Partial<FetchRules>?]>([
    [
      'is gone',
      9,
      (response) => response.writeHead(404).end(),
      /cannot be fetched from Discord \(404\): attach it again\.$/,
    ],
    [
      'is elsewhere',
      9,
      (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /\(no answer\)/,
    ],
    ['is said to be too large', 2 ** 20 + 1, (response) => response.end('x'), /^zoo\.txt is over 1 MiB: split it/],
    [
      'never ends',
      9,
      (response) => {
        response.write('x'.repeat(3 * 2 ** 20))
      },
      /^zoo\.txt is over 1 MiB/,
    ],
    ['is shorter than Discord says', 9, (response) => response.end('x'), /has 1 bytes, but Discord says 9/],
    ['is longer than Discord says', 1, (response) => response.end('elephants'), /has 9 bytes/],
    [
      'is shorter than its length',
      9,
      (response) => {
        response.writeHead(200, { 'content-length': '9' })
        response.write('x')
        response.destroy()
      },
      /\(no answer\)/,
    ],
    [
      'breaks off',
      9,
      (response) => {
        response.destroy()
      },
      /\(no answer\): attach it again\.$/,
    ],
    ['does not come', 9, () => undefined, /\(no answer in time\): attach it again\.$/, { timeoutMs: 50 }],
    [
      'does not come whole',
      9,
      (response) => {
        response.write('x')
      },
      /\(no answer in time\)/,
      { timeoutMs: 50 },
    ],
  ])('that %s is told in a sentence', async ([, size, answer, sentence, rules = {}]) => {
    const { origin } = await serve(answer)
    expect(await read(origin, size, rules)).toEqual({ problem: expect.stringMatching(sentence) })
  })

  test.for([
    'http://cdn.discordapp.com/a',
    'https://cdn.discordapp.com.evil.example/a',
    'https://cdn.discordapp.com@evil.example/a',
    'https://cdn.discordapp.com:8443/a',
    'https://user:secret@cdn.discordapp.com/a',
    'https://evil.example/cdn.discordapp.com',
    'http://169.254.169.254/latest/meta-data',
    'http://localhost/a',
    'file:///etc/passwd',
    'data:text/plain,x',
    '//cdn.discordapp.com/a',
    '',
  ])('at %s is never asked for', async (url) => {
    const file = attachment({ name: 'zoo.txt', size: 1, url }, fetchRules('https://proxy.example/api'))
    expect(await file.read()).toEqual({
      problem: expect.stringContaining("is not at Discord's address for attachments"),
    })
  })

  test('is accepted only from Discord, or from a test server on this machine', () => {
    const discord = ['https://cdn.discordapp.com', 'https://media.discordapp.net']
    expect([...fetchRules(undefined).origins]).toEqual(discord)
    expect([...fetchRules('https://proxy.example/api').origins]).toEqual(discord)
    expect([...fetchRules('http://127.0.0.1:8080/api').origins]).toEqual([...discord, 'http://127.0.0.1:8080'])
  })
})
