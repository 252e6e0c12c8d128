import { createConnection } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect } from 'vitest'
import type { ChildBot } from '../../../testkit/discord/bot/child-bot.ts'
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

async function portOf(bot: ChildBot): Promise<number> {
  return Number(/served on port (\d+)/.exec(await bot.says('served on port'))?.[1])
}

describe('health and metrics', () => {
  test('are served to this machine alone', async ({ lab }) => {
    const bot = await lab.child(await lab.discord(), { env: { HEALTH_PORT: '0' } })
    const port = await portOf(bot)
    expect(bot.log()).toContain(`"host":"127.0.0.1","port":${port}`)
    expect(await connects('127.0.0.1', port)).toBe(true)
    for (const host of others) expect(await connects(host, port)).toBe(false)
  })

  test('are served on all interfaces where HEALTH_HOST says so', async ({ lab }) => {
    const bot = await lab.child(await lab.discord(), { env: { HEALTH_PORT: '0', HEALTH_HOST: '0.0.0.0' } })
    const port = await portOf(bot)
    for (const host of ['127.0.0.1', ...others]) expect(await connects(host, port)).toBe(true)
  })

  test.for([
    [
      { HEALTH_HOST: '192.0.2.1' },
      /^Port 0 at 192\.0\.2\.1 cannot be listened on \(EADDRNOTAVAIL\): .*HEALTH_HOST.*\.$/m,
    ],
    [{ HEALTH_HOST: 'everywhere' }, /^ {2}HEALTH_HOST must be an IP address .*\.$/m],
  ] as const)('that cannot be had end the start with a sentence: %j', async ([env, sentence], { lab }) => {
    const bot = await lab.child(await lab.discord(), { env: { HEALTH_PORT: '0', ...env }, online: false })
    expect(await bot.ended()).toEqual({ code: 1, signal: null })
    expect(bot.log()).toMatch(sentence)
  })

  test('name the port that is in use', async ({ lab }) => {
    const first = await lab.child(await lab.discord(), { env: { HEALTH_PORT: '0' } })
    const port = await portOf(first)
    const second = await lab.child(await lab.discord(), { env: { HEALTH_PORT: String(port) }, online: false })
    expect(await second.ended()).toEqual({ code: 1, signal: null })
    expect(second.log()).toMatch(new RegExp(`^Port ${port} is in use at 127\\.0\\.0\\.1: .*HEALTH_PORT.*\\.$`, 'm'))
  })
})
