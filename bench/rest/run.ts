import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { startChild } from '../../testkit/discord/bot/child-bot.ts'
import { asDiscord, startDiscord } from '../../testkit/discord/server/server.ts'
import { root } from '../../testkit/program.ts'
import { measureProcess } from '../measured-process.ts'
import { nodeFlags } from '../node-flags.ts'
import { record, thisRun } from '../results/results.ts'

// The resident memory of the bot and of the console at rest, with the articles in seeds:
//   npm run bench -- rest

const maxBotMb = 110
const maxConsoleMb = 100
/** How long the bot rests before it is measured, in milliseconds. */
const restMs = 30_000
const flags = nodeFlags('start')

const asked = [
  ['ask', { question: 'Where did the leaders meet?' }, '/ask Where did the leaders meet?'],
  ['who-said', { words: 'security guarantees' }, '/who-said security guarantees'],
  ['facts', { topic: 'drones' }, '/facts drones'],
  ['help', {}, '/help'],
] as const

/** The resident memory of a process, in MiB. @throws Error where the system has no /proc. */
function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}

/** The memory of a bot that starts with the data folder given. */
async function botMb(dataDir: string): Promise<number> {
  const discord = await startDiscord(asDiscord)
  const bot = await startChild(discord, { program: [...flags, root], env: { DATA_DIR: dataDir } })
  try {
    for (const [name, options] of asked) await discord.slash(name, options).answered()
    await wait(restMs)
    return residentMb(bot.pid)
  } finally {
    await bot.stop()
    await discord.stop()
  }
}

function consoleMb(dataDir: string): number {
  const input = asked.map(([, , line]) => `${line}\n`).join('')
  return measureProcess([...flags, root], dataDir, { DATA_DIR: dataDir }, input).residentMb
}

const dataDir = mkdtempSync(join(tmpdir(), 'verbatim-rest-'))
try {
  const measured = [
    ['bot at rest after its first start, which reads the articles', maxBotMb, await botMb(dataDir)],
    ['bot at rest after a start with the stored index', maxBotMb, await botMb(dataDir)],
    ['console after four questions', maxConsoleMb, consoleMb(dataDir)],
  ] as const
  const run = thisRun('npm run bench -- rest')
  for (const [what, , mb] of measured) stdout.write(`${what}: ${mb.toFixed(0)} MB\n`)
  await record({
    goals: measured.map(([what, limit, mb]) => ({
      what: `memory of the ${what}, five articles`,
      limit,
      measured: mb,
      unit: ' MB',
      run,
    })),
  })
} finally {
  rmSync(dataDir, { recursive: true })
}
