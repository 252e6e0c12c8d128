import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { type Lab, test } from '../../testkit/discord/bot/lab.ts'
import { asDiscord, type LoopbackDiscord } from '../../testkit/discord/server/server.ts'

/** The load that the bot must handle, and for how many seconds. */
const perSecond = 50
const seconds = 30
const warmUp = 3
const maxPongRatio = 3

const pong = fileURLToPath(new URL('../../testkit/discord/bot/pong.mjs', import.meta.url))
const callback = 'POST /interactions/:interaction/:token/callback'

const calls: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['facts', { topic: 'drones' }],
  ['ask', { question: 'How many drones did Russia launch?' }],
  ['who-said', { words: 'we have to stop making Putin too powerful' }],
  ['quotes', { speaker: 'Macron' }],
  ['facts', { topic: 'Ukraine' }],
  ['ask', { question: 'Who won the football world cup?' }],
  ['articles', {}],
]

interface Measured {
  readonly name: string
  readonly discord: LoopbackDiscord
  /** Milliseconds from the making of each command to the arrival of its first answer. */
  readonly times: number[]
  asked: number
}

/** Sends commands evenly for so many seconds, and waits until all are acknowledged. */
async function run(measured: Measured, forSeconds: number): Promise<void> {
  const { discord, times } = measured
  const interval = 1000 / perSecond
  const begun = performance.now()
  const waiting: Promise<unknown>[] = []
  for (let sent = 0; sent < perSecond * forSeconds; sent++) {
    const early = begun + sent * interval - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    const [name, options] = calls[measured.asked % calls.length] ?? ['help', {}]
    measured.asked++
    const made = Date.now()
    const exchange = discord.slash(name, options)
    waiting.push(
      exchange.acknowledged().then(() => {
        const arrived = discord.requests.findLast(({ route, path }) => route === callback && path.includes(exchange.id))
        times.push((arrived?.at ?? Date.now()) - made)
      }),
    )
  }
  await Promise.all(waiting)
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

async function start(lab: Lab, name: string, program?: readonly string[]): Promise<Measured> {
  const discord = await lab.discord(asDiscord)
  await lab.child(discord, { ...(program && { program }), env: { RATE_LIMIT: '0', LOG_LEVEL: 'warn' } })
  await discord.until('the bot to answer', () => discord.gateway.count('ready') > 0)
  return { name, discord, times: [], asked: 0 }
}

test(`${perSecond} commands a second`, async ({ lab }) => {
  const [base, own] = [await start(lab, 'pong', [pong]), await start(lab, 'verbatim')]
  const bots = [base, own]
  for (const bot of bots) await run(bot, warmUp)
  for (const bot of bots) bot.times.length = 0
  // Side by side, so that whatever else the machine does meets both.
  await Promise.all(bots.map((bot) => run(bot, seconds)))
  for (const { name, times } of bots) {
    const shown = [0.5, 0.9, 0.99, 1].map((share) => `p${share * 100} ${percentile(times, share)} ms`)
    process.stdout.write(`${name.padEnd(9)} ${times.length} commands acknowledged: ${shown.join(', ')}\n`)
  }
  const [fastest, ours] = [percentile(base.times, 0.99), percentile(own.times, 0.99)]
  const times = (ours / fastest).toFixed(2)
  process.stdout.write(`p99 of verbatim is ${times} times that of pong (at most ${maxPongRatio})\n`)
  expect(own.times).toHaveLength(perSecond * seconds)
  expect(ours).toBeLessThanOrEqual(fastest * maxPongRatio)
})
