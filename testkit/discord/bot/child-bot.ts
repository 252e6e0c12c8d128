import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../program.ts'
import type { LoopbackDiscord } from '../server/server.ts'
import { createSignal } from '../server/signal.ts'
import { type GuardOptions, leaksIn } from './log-guard.ts'

export interface BotOptions {
  /** What node runs: default the program itself, without a command, i.e. the Discord bot. */
  readonly program?: readonly string[]
  /** Further environment variables; undefined takes one of the defaults away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Whether to wait until the bot is online; default true. False for bots that are to fail. */
  readonly online?: boolean
  /** What the bot may both answer and log: sentences of its own about itself. */
  readonly mayLog?: RegExp
}

export interface Exit {
  /** null when a signal ended the process. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A bot that runs as a child process, started as a user starts it. */
export interface Bot {
  readonly pid: number
  /** The temporary folder that it runs in; DATA_DIR is inside. It is removed when the bot has ended. */
  readonly home: string
  /** Everything written so far. */
  stdout(): string
  stderr(): string
  /** Waits until the output holds `text`, `times` times (default once). */
  says(text: string | RegExp, times?: number): Promise<string>
  /** Waits for the process to end by itself. @throws Error where it wrote down what it should not. */
  ended(): Promise<Exit>
  /** Sends SIGTERM (or another signal), and waits for the end. @throws Error where it wrote down what it should not. */
  stop(signal?: NodeJS.Signals): Promise<Exit>
}

/** What a child process needs of the environment to run at all; nothing else of the developer's is handed on. */
const neededVariables = ['PATH', 'SystemRoot', 'TEMP', 'TMPDIR']
/** A bot that does not end within this time of a signal is killed; in milliseconds. */
const endPatienceMs = 180_000

/** Starts the bot on the loopback Discord, in a folder of its own, so that no `.env` is read, and waits until it is online. */
export async function startBot(discord: LoopbackDiscord, options: BotOptions = {}): Promise<Bot> {
  const home = await mkdtemp(join(tmpdir(), 'verbatim-bot-'))
  const env = {
    ...Object.fromEntries(neededVariables.map((name) => [name, process.env[name]])),
    HOME: home,
    NODE_ENV: 'test',
    DOTENV_CONFIG_PATH: join(home, 'no.env'),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DATA_DIR: join(home, 'data'),
    ...options.env,
  }
  const before = discord.gateway.count('ready')
  const child = spawn(process.execPath, [...(options.program ?? [root])], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const guard: GuardOptions = { logsQuestions: options.env?.['LOG_QUESTIONS'] === 'true', allowed: options.mayLog }
  const bot = watch(child, home, (output) => leaksIn(output, discord.confidential(), guard))
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
    throw new Error(`The bot did not start.\n${bot.stdout()}\n${bot.stderr()}`, { cause })
  }
}

function watch(child: ChildProcess, home: string, leaks: (output: string) => readonly string[]): Bot {
  const signal = createSignal()
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      written[name] += chunk
      signal.notify()
    })
  }
  const closed = once(child, 'close').then(async () => {
    await rm(home, { recursive: true, force: true })
    const found = leaks(written.stdout + written.stderr)
    if (found.length > 0) throw new Error(`The bot wrote down what it should not:\n${found.join('\n')}`)
    return { code: child.exitCode, signal: child.signalCode }
  })
  // Whoever waits for the end hears of a failed start; nobody else has to.
  closed.catch(() => undefined)
  return {
    pid: child.pid ?? -1,
    home,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    says: (text, times = 1) =>
      signal.until(`the bot to write ${text}`, () => {
        const all = written.stdout + written.stderr
        return all.split(text).length > times && all
      }),
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
