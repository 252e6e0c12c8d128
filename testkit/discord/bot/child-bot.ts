import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../program.ts'
import type { LoopbackDiscord } from '../server/server.ts'
import { createSignal } from '../server/signal.ts'
import { botEnv, guardLog, makeHome, type RunningBot, type StartOptions, saysIn } from './bot.ts'

export interface ChildOptions extends StartOptions {
  /** What node runs: default the program itself, without a command, i.e. the Discord bot. */
  readonly program?: readonly string[]
  /** Whether to wait until the bot is online; default true. False for bots that are to fail. */
  readonly online?: boolean
}

export interface Exit {
  /** null when a signal ended the process. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A bot that runs as a child process, started as a user starts it. */
export interface ChildBot extends RunningBot {
  readonly pid: number
  /** Waits for the process to end by itself. @throws Error if it logged what it should not. */
  ended(): Promise<Exit>
  /** Sends SIGTERM (or another signal), and waits for the end. @throws Error if it logged what it should not. */
  stop(signal?: NodeJS.Signals): Promise<Exit>
}

/** What a child process needs of the environment to run at all; nothing else of the developer's is handed on. */
const neededVariables = ['PATH', 'SystemRoot', 'TEMP', 'TMPDIR']
/** A bot that does not end within this time of a signal is killed; in milliseconds. */
const endPatienceMs = 180_000

/** Starts the bot on the loopback Discord, in a folder of its own, so that no `.env` is read, and waits until it is online. */
export async function startChild(discord: LoopbackDiscord, options: ChildOptions = {}): Promise<ChildBot> {
  const home = await makeHome()
  const env = {
    ...Object.fromEntries(neededVariables.map((name) => [name, process.env[name]])),
    HOME: home,
    NODE_ENV: 'test',
    DOTENV_CONFIG_PATH: join(home, 'no.env'),
    ...botEnv(discord, home),
    ...options.env,
  }
  const before = discord.gateway.count('ready')
  const child = spawn(process.execPath, [...(options.program ?? [root])], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const bot = watch(child, home, (output) => guardLog(output, discord, options))
  if (options.online === false) return bot
  try {
    await Promise.race([
      discord.until('the bot to be online', () => discord.gateway.count('ready') > before),
      bot
        .ended()
        .then(({ code }) => Promise.reject(new Error(`The bot ended with code ${code} before it was online.`))),
    ])
    return bot
  } catch (cause) {
    await bot.stop('SIGKILL')
    throw new Error(`The bot did not start.\n${bot.log()}`, { cause })
  }
}

function watch(child: ChildProcess, home: string, guard: (output: string) => void): ChildBot {
  const signal = createSignal()
  let written = ''
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk
      signal.notify()
    })
  }
  const closed = once(child, 'close').then(async () => {
    await rm(home, { recursive: true, force: true })
    guard(written)
    return { code: child.exitCode, signal: child.signalCode }
  })
  // Whoever waits for the end sees a failed start; nobody else has to.
  closed.catch(() => undefined)
  return {
    pid: child.pid ?? -1,
    home,
    log: () => written,
    says: saysIn(signal, () => written),
    ended: () => closed,
    stop: async (sent = 'SIGTERM') => {
      child.kill(sent)
      const timer = setTimeout(() => child.kill('SIGKILL'), endPatienceMs)
      try {
        return await closed
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
