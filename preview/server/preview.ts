import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { commands } from '../../commands/index.ts'
import { messageCommands } from '../../commands/message-commands.ts'
import { logSkipped } from '../../src/cli/open-log.ts'
import { runDiscord } from '../../src/discord/bot.ts'
import { openAuditLog } from '../../src/library/changes/audit-log.ts'
import { type DiscordOptions, type LoopbackDiscord, startDiscord } from '../../testkit/discord/server/server.ts'
import { testGuildId } from '../../testkit/discord/server/world.ts'
import { openRemoteAt } from '../../testkit/library/place.ts'
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
  /** Discord's patience with the bot. */
  readonly times: Required<Pick<DiscordOptions, 'ahead' | 'callbackDeadline'>>
}

/** The page, and the real bot on a loopback Discord. What moderators change is forgotten at the end. */
export interface Preview extends Site {
  readonly discord: LoopbackDiscord
}

/**
 * Starts the loopback Discord, the bot and the page, and waits until the bot has registered its commands.
 * @throws PortError if the port is in use.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { articlesDir, version, log, times, files, host, port, rateLimit } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-preview-'))
  const endings = [() => rm(dataDir, { recursive: true, force: true })]
  const stop = async (): Promise<void> => {
    for (const end of endings.reverse()) await end()
  }
  try {
    const discord = await startDiscord(times)
    endings.push(() => discord.stop())
    const { callbackDeadline: answerWithinMs } = times
    const onFault = (error: unknown) => log.error({ err: error }, 'the preview failed')
    const site = await openSite({ discord, files, host, port, answerWithinMs, onFault })
    endings.push(() => site.stop())
    const onTrouble = (warning: string) => log.warn(warning)
    const remote = await openRemoteAt({ folder: articlesDir, dataDir }, { version, onTrouble })
    endings.push(() => remote.stop())
    logSkipped(log, remote.served.skipped)
    const ending = new AbortController()
    const running = runDiscord({
      token: discord.token,
      apiUrl: discord.url,
      guildId: undefined,
      rateLimit,
      moderationGuildIds: [testGuildId],
      moderatorRoleIds: [],
      audit: openAuditLog(dataDir),
      logQuestions: false,
      healthPort: undefined,
      healthHost: '127.0.0.1',
      service: remote.service,
      commands,
      messageCommands,
      log,
      stop: ending.signal,
    })
    endings.push(() => {
      ending.abort()
      return running
    })
    const failed = running.then(() => Promise.reject(new Error('The bot stopped before it was online.')))
    await Promise.race([discord.until('the commands', () => discord.commands.list().length > 0), failed])
    failed.catch(() => undefined)
    return { discord, address: site.address, stop }
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
}
