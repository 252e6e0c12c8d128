import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath, stdout } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startChild } from '../../testkit/discord/bot/child-bot.ts'
import { asDiscord, startDiscord } from '../../testkit/discord/server/server.ts'
import { root } from '../../testkit/program.ts'
import { readBotMetrics } from '../load/bot-metrics.ts'
import { record, thisRun } from '../results/results.ts'

// The resident memory of the bot and of the console at rest, with the articles in seeds:
//   npm run bench -- rest

const maxBotMb = 110
const maxConsoleMb = 100
/** How long the bot rests before it is measured, in milliseconds. */
const restMs = 10_000
/** What `npm start` tells Node. */
const flags = ['--max-semi-space-size=4']

const asked = [
  ['ask', { question: 'Where did the leaders meet?' }, '/ask Where did the leaders meet?'],
  ['who-said', { words: 'security guarantees' }, '/who-said security guarantees'],
  ['facts', { topic: 'drones' }, '/facts drones'],
  ['help', {}, '/help'],
] as const

async function botMb(): Promise<number> {
  const discord = await startDiscord(asDiscord)
  const bot = await startChild(discord, { program: [...flags, root], env: { HEALTH_PORT: '0', LOG_LEVEL: 'info' } })
  try {
    for (const [name, options] of asked) await discord.slash(name, options).answered()
    await wait(restMs)
    return (await readBotMetrics(bot)).residentMb
  } finally {
    await bot.stop()
    await discord.stop()
  }
}

function consoleMb(): number {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-rest-'))
  try {
    const atExit = fileURLToPath(new URL('./rss-at-exit.js', import.meta.url))
    const { status, output } = spawnSync(execPath, [...flags, '--import', atExit, root], {
      cwd: folder,
      env: { PATH: env['PATH'], DATA_DIR: join(folder, 'data') },
      input: asked.map(([, , line]) => `${line}\n`).join(''),
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`the console ended with ${status}`)
    return Number(output[3]) / 2 ** 20
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [bot, console] = [await botMb(), consoleMb()]
stdout.write(`bot ${bot.toFixed(0)} MB, console ${console.toFixed(0)} MB\n`)
const run = thisRun('npm run bench -- rest')
await record({
  goals: [
    { what: 'memory of the bot at rest, five articles', limit: maxBotMb, measured: bot, unit: ' MB', run },
    {
      what: 'memory of the console after four questions, five articles',
      limit: maxConsoleMb,
      measured: console,
      unit: ' MB',
      run,
    },
  ],
})
