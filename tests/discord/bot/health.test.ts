import { createConnection } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect } from 'vitest'
import type { Bot } from '../../../testkit/discord/bot/bot.ts'
import { test } from '../../../testkit/discord/bot/lab.ts'

/** Addresses of this machine other than 127.0.0.1. All of 127.0.0.0/8 is this machine on Linux. */
const others = [
  ...(process.platform === 'linux' ? ['127.0.0.2'] : []),
  ...Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1')
    .map(({ address }) => address),
]

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port })
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

async function portOf(bot: Bot): Promise<number> {
  return Number(/served on port (\d+)/.exec(await bot.says('served on port'))?.[1])
}

test('health and metrics are served to this machine alone', async ({ lab }) => {
  const bot = await lab.bot(await lab.discord(), { env: { HEALTH_PORT: '0' } })
  const port = await portOf(bot)
  expect(bot.log()).toContain(`"host":"127.0.0.1","port":${port}`)
  expect(await connects('127.0.0.1', port)).toBe(true)
  for (const host of others) expect(await connects(host, port)).toBe(false)
})

test('health and metrics are served on all interfaces if HEALTH_HOST says so', async ({ lab }) => {
  const bot = await lab.bot(await lab.discord(), { env: { HEALTH_PORT: '0', HEALTH_HOST: '0.0.0.0' } })
  const port = await portOf(bot)
  for (const host of ['127.0.0.1', ...others]) expect(await connects(host, port)).toBe(true)
})

test('a bot does not start on an address that is not of this machine, and says so in a sentence', async ({ lab }) => {
  const env = { HEALTH_PORT: '0', HEALTH_HOST: '192.0.2.1' }
  await expect(lab.bot(await lab.discord(), { env })).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringMatching(/^Cannot listen on port 0 of 192\.0\.2\.1 \(EADDRNOTAVAIL\): .*HEALTH_HOST.*\.$/),
  })
})

test('a bot does not start on a port that is in use, and names it', async ({ lab }) => {
  const first = await lab.bot(await lab.discord(), { env: { HEALTH_PORT: '0' } })
  const port = await portOf(first)
  const env = { HEALTH_PORT: String(port) }
  await expect(lab.bot(await lab.discord(), { env })).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringMatching(
      new RegExp(`^Port ${port} is already in use at 127\\.0\\.0\\.1: .*HEALTH_PORT.*\\.$`),
    ),
  })
})

test('a bot reports its health, and counts its answers', async ({ lab }) => {
  const discord = await lab.discord()
  const bot = await lab.bot(discord, { env: { HEALTH_PORT: '0' } })
  const port = /served on port (\d+)/.exec(await bot.says('served on port'))?.[1]
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    return { status: response.status, text: await response.text() }
  }
  await expect.poll(async () => (await get('/healthz')).status).toBe(200)
  await discord.slash('facts', { topic: 'drones' }).answered()
  const { text } = await get('/metrics')
  expect(text).toContain('verbatim_answers_total{by="command",command="facts",status="answered"} 1')
  expect(text).toContain('verbatim_gateway_ready 1')
  expect(text).toMatch(/^process_resident_memory_bytes \d+/m)
  expect((await get('/')).status).toBe(404)
  discord.gateway.refusal = 4000
  discord.gateway.drop()
  await expect.poll(async () => (await get('/healthz')).status).toBe(503)
  discord.gateway.refusal = 0
  await expect.poll(async () => (await get('/healthz')).status).toBe(200)
})
