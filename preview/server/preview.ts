import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { logSkipped } from '../../src/cli/support/open-log.ts'
import { openAuditLog } from '../../src/library/changes/audit-log.ts'
import { openGapStore } from '../../src/library/gaps/gap-store.ts'
import type { AnswerService } from '../../src/service/answer-service.ts'
import { type CallMethods, callMethods } from '../../src/service/calls.ts'
import {
  asDiscord,
  type DiscordOptions,
  type LoopbackDiscord,
  startDiscord,
} from '../../testkit/discord/server/server.ts'
import { testGuildId } from '../../testkit/discord/server/world.ts'
import { bundledWorker } from '../../testkit/program.ts'
import { createFeed } from './feed.ts'
import { createGate } from './gate.ts'
import { createListener } from './http.ts'
import type { PageFiles } from './page-files.ts'
import type { Cause } from './shown-message.ts'
import { createUser } from './user.ts'

export interface SiteOptions {
  readonly discord: LoopbackDiscord
  readonly files: PageFiles
  /** The address to listen on: of this machine only, or, in a container, of all interfaces. */
  readonly host: '127.0.0.1' | '0.0.0.0'
  /** 0: any free one. */
  readonly port: number
  /** Milliseconds within which a bot is to answer an interaction. */
  readonly answerWithinMs: number
  readonly onFault: (error: unknown) => void
}

/** The page on a loopback Discord, whatever bot is on it. */
export interface Site {
  /** The address of the page, with the token. */
  readonly address: string
  stop(): Promise<void>
}

/** The port is in use by another program. */
export class PortError extends Error {
  override readonly name = 'PortError'
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new PortError(`Port ${port} cannot be used. Choose another: npm run preview -- --port ${port + 1}`, {
      cause: error,
    })
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

/**
 * Serves the page for a loopback Discord.
 * @throws PortError if the port is in use.
 */
export async function openSite({ discord, files, host, port, answerWithinMs, onFault }: SiteOptions): Promise<Site> {
  const server = createServer()
  const gate = createGate(await listen(server, port, host))
  const causes = new Map<string, Cause>()
  const feed = createFeed(discord, causes)
  const user = createUser({ discord, feed, causes, answerWithinMs })
  server.on('request', createListener({ gate, user, feed, files, onFault }))
  return {
    address: `http://127.0.0.1:${gate.port}/#token=${gate.token}`,
    stop: async () => {
      feed.stop()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

export interface PreviewOptions extends Pick<SiteOptions, 'files' | 'host' | 'port'> {
  readonly articlesDir: string
  /** The program's version, which shapes the ids of generations. */
  readonly version: string
  /** Questions per user in 10 seconds; 0: no limit. */
  readonly rateLimit: number
  readonly log: Logger
  /** Discord's patience with the bot. Default: as Discord's own. */
  readonly times?: Required<Pick<DiscordOptions, 'ahead' | 'callbackDeadline'>>
}

/** The page, and the real bot on a loopback Discord. What moderators change is forgotten at the end. */
export interface Preview extends Site {
  readonly discord: LoopbackDiscord
  /** Waits until the bot has registered its commands. @throws Error if it cannot start, e.g. because there are no articles. */
  readonly online: Promise<void>
}

/** A service that answers as soon as the worker that serves it is open. */
function whenOpen(opening: Promise<{ readonly service: AnswerService }>): AnswerService {
  return {
    ...callMethods((name) => async (...args) => {
      const methods: CallMethods = (await opening).service
      return methods[name](...args)
    }),
    reindex: async (request) => (await opening).service.reindex(request),
  }
}

/**
 * Serves the page, and starts the bot behind it.
 * @throws PortError if the port is in use.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { log, times = asDiscord, files, host, port } = options
  const discord = await startDiscord(times)
  const { callbackDeadline: answerWithinMs } = times
  const onFault = (error: unknown) => log.error({ err: error }, 'the preview failed')
  const site = await openSite({ discord, files, host, port, answerWithinMs, onFault }).catch(async (error: unknown) => {
    await discord.stop()
    throw error
  })
  const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-preview-'))
  const bot = startBot(discord, dataDir, options)
  return {
    discord,
    address: site.address,
    online: bot.online,
    stop: async () => {
      await bot.stop()
      await site.stop()
      await discord.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The bot as the program runs it, with a worker that answers. Its code is loaded while the page is already served. */
function startBot(
  discord: LoopbackDiscord,
  dataDir: string,
  { articlesDir, version, rateLimit, log }: PreviewOptions,
): Pick<Preview, 'online' | 'stop'> {
  const stop = new AbortController()
  const onTrouble = (warning: string) => log.warn(warning)
  const opening = import('../../testkit/library/place.ts').then(({ openRemoteAt }) =>
    openRemoteAt({ folder: articlesDir, dataDir }, { file: bundledWorker, version, onTrouble }),
  )
  const opened = opening.then(({ served }) => logSkipped(log, served.skipped))
  async function run(): Promise<void> {
    const [{ runDiscord }, { commands }, { messageCommands }] = await Promise.all([
      import('../../src/discord/bot.ts'),
      import('../../commands/index.ts'),
      import('../../commands/message-commands.ts'),
    ])
    await runDiscord({
      token: discord.token,
      apiUrl: discord.url,
      guildId: undefined,
      rateLimit,
      moderationGuildIds: [testGuildId],
      moderatorRoleIds: [],
      audit: openAuditLog(dataDir),
      gaps: openGapStore({ dataDir, onTrouble }),
      chatChannelIds: [],
      forumChannelIds: [],
      logChannelId: undefined,
      logQuestions: false,
      healthPort: undefined,
      healthHost: '127.0.0.1',
      service: whenOpen(opening),
      commands,
      messageCommands,
      log,
      stop: stop.signal,
    })
  }
  const running = run()
  const registered = discord.until(
    'the commands',
    () => discord.commands.list().length > 0 && discord.commands.list(testGuildId).length > 0,
  )
  const ended = running.then(() => Promise.reject(new Error('The bot stopped before it was online.')))
  const online = Promise.all([opened, Promise.race([registered, ended])]).then(() => undefined)
  // Whoever waits for the bot sees why it failed; nobody has to wait.
  for (const promise of [ended, online]) promise.catch(() => undefined)
  return {
    online,
    stop: async () => {
      // A bot that is stopped while it registers its commands would call that an error.
      await Promise.allSettled([online])
      stop.abort()
      await Promise.allSettled([running, opening.then((remote) => remote.stop())])
    },
  }
}
