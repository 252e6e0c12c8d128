import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { commands } from '../../../commands/index.ts'
import { messageCommands } from '../../../commands/message-commands.ts'
import { logSkipped } from '../../../src/cli/support/open-log.ts'
import { readConfig } from '../../../src/config/config.ts'
import { runDiscord } from '../../../src/discord/bot.ts'
import { openAuditLog } from '../../../src/library/changes/audit-log.ts'
import { openGaps } from '../../../src/library/gaps/open-gaps.ts'
import type { ReadingOptions } from '../../../src/library/reader/file-reader.ts'
import { createLog } from '../../../src/log/log.ts'
import { createAnswerService } from '../../../src/service/answer-service.ts'
import { checkGeneration } from '../../../src/service/self-check.ts'
import { seeds } from '../../articles/articles.ts'
import { createTestClock, type TestClock } from '../../clock.ts'
import { openAt } from '../../library/place.ts'
import type { LoopbackDiscord } from '../server/server.ts'
import { createSignal, type Signal } from '../server/signal.ts'
import { type GuardOptions, leaksIn } from './log-guard.ts'

/** What a bot is started with, in this process or as a child. */
export interface StartOptions {
  /** Environment variables besides those that every bot is given; undefined takes one of those away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What the bot may both answer and log: sentences of its own about itself. */
  readonly mayLog?: RegExp
}

export interface BotOptions extends StartOptions {
  /** Called before a new generation becomes the current one, which waits for it. */
  readonly onCheck?: () => Promise<void>
  /** How files are read. Default: as the program does. */
  readonly reading?: ReadingOptions
}

/** A bot on a loopback Discord. */
export interface RunningBot {
  /** The bot's own temporary folder; DATA_DIR is inside. It is removed when the bot has stopped. */
  readonly home: string
  /** Everything logged so far. */
  log(): string
  /** Waits until the output holds `text`, `times` times (default once). */
  says(text: string | RegExp, times?: number): Promise<string>
  /** Stops the bot as a signal does. @throws Error if it logged what it should not. */
  stop(): Promise<unknown>
}

/** A bot that runs in the process of the test. */
export interface Bot extends RunningBot {
  /** The bot's time. */
  readonly clock: TestClock
}

/** The environment of every bot in a test. */
export const botEnv = (discord: LoopbackDiscord, home: string): Readonly<Record<string, string | undefined>> => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.url,
  DATA_DIR: join(home, 'data'),
})

/** A new temporary folder for a bot. */
export const makeHome = (): Promise<string> => mkdtemp(join(tmpdir(), 'verbatim-bot-'))

/** Fails when a bot's output holds what no log may hold. */
export function guardLog(output: string, discord: LoopbackDiscord, { env, mayLog }: StartOptions): void {
  const options: GuardOptions = { logsQuestions: env?.['LOG_QUESTIONS'] === 'true', allowed: mayLog }
  const found = leaksIn(output, discord.confidential(), options)
  if (found.length > 0) throw new Error(`The bot wrote down what it should not:\n${found.join('\n')}`)
}

/** Waits until a text is in an output that grows. */
export function saysIn(signal: Signal, output: () => string): RunningBot['says'] {
  return (text, times = 1) =>
    signal.until(`the bot to write ${text}`, () => {
      const all = output()
      return all.split(text).length > times && all
    })
}

/** The files that a library keeps of the program's own articles: read once, so that not every bot has to read the articles. */
const kept = new Map<string, Buffer>()

async function rememberKept(dataDir: string): Promise<void> {
  if (kept.size > 0) return
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    kept.set(relative(dataDir, path), await readFile(path))
  }
}

async function writeKept(dataDir: string): Promise<void> {
  for (const [file, bytes] of kept) {
    await mkdir(dirname(join(dataDir, file)), { recursive: true })
    await writeFile(join(dataDir, file), bytes)
  }
}

/** In milliseconds, longer than a stopping bot waits for what may be on its way from Discord. */
const onTheWayMs = 1000

/**
 * Starts the bot in this process and waits until it is online. It is the program's own, but for two parts: a library in this process
 * answers in place of the worker thread, and a test may set its clock forward.
 */
export async function startBot(discord: LoopbackDiscord, options: BotOptions = {}): Promise<Bot> {
  const home = await makeHome()
  const signal = createSignal()
  const clock = createTestClock()
  const stop = new AbortController()
  let written = ''
  const destination = {
    write: (line: string) => {
      written += line
      signal.notify()
    },
  }
  const config = await readConfig({ ...botEnv(discord, home), ARTICLES_DIR: seeds, ...options.env })
  const { articlesDir: folder, dataDir } = config
  const isOnSeeds = folder === seeds && dataDir === join(home, 'data')
  if (isOnSeeds) await writeKept(dataDir)
  const log = createLog({ level: config.logLevel, forPeople: false, destination })
  const library = await openAt(
    { folder, dataDir },
    {
      onTrouble: (warning) => log.warn(warning),
      ...(options.reading && { reading: options.reading }),
      check: async (generation) => {
        checkGeneration(generation)
        await options.onCheck?.()
      },
    },
  )
  if (isOnSeeds) await rememberKept(dataDir)
  logSkipped(log, library.current.skipped)
  const before = discord.gateway.count('ready')
  const running = runDiscord({
    ...config,
    token: config.discordToken ?? '',
    apiUrl: config.discordApiUrl,
    guildId: config.discordGuildId,
    service: createAnswerService(library),
    commands,
    messageCommands,
    audit: openAuditLog(dataDir),
    gaps: await openGaps(config.keepGaps, { dataDir, now: clock.now, onTrouble: (warning) => log.warn(warning) }),
    log,
    stop: stop.signal,
    clock,
  })
  const ended = running.finally(() => rm(home, { recursive: true, force: true }))
  ended.catch(() => undefined)
  try {
    await Promise.race([
      discord.until('the bot to be online', () => discord.gateway.count('ready') > before),
      ended.then(() => Promise.reject(new Error('The bot stopped before it was online.'))),
    ])
  } catch (error) {
    guardLog(written, discord, options)
    throw error
  }
  return {
    home,
    clock,
    log: () => written,
    says: saysIn(signal, () => written),
    stop: async () => {
      stop.abort()
      await turn()
      clock.advance(onTheWayMs)
      await ended
      guardLog(written, discord, options)
    },
  }
}
