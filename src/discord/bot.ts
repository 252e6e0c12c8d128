import { type Client, Events } from 'discord.js'
import type { Logger } from 'pino'
import type { Command, MessageCommand } from '../../commands/support/definition/command.ts'
import { closedBy } from '../../commands/support/gaps/ask-gaps.ts'
import type { AuditLog } from '../library/changes/audit-log.ts'
import type { GapStore } from '../library/gaps/gap-store.ts'
import { errorSentence } from '../log/describe-error.ts'
import type { AnswerService } from '../service/answer-service.ts'
import { createAnsweredMessages } from './context/answered-messages.ts'
import { createPseudonyms } from './context/pseudonyms.ts'
import { createRateLimit } from './context/rate-limit.ts'
import { createRecentIds } from './context/recent-ids.ts'
import { type Clock, systemClock } from './delivery/clock.ts'
import { createSender } from './delivery/interaction-client.ts'
import { refusalName } from './delivery/rest-errors.ts'
import { createTaskTracker } from './delivery/task-tracker.ts'
import { createOwners } from './gateway/application-owners.ts'
import { createClient, type Shards, sweepChannels } from './gateway/client.ts'
import { explainClosing } from './gateway/explain-start-failure.ts'
import { isGatewayReady } from './gateway/gateway-ready.ts'
import { inviteLink } from './gateway/invite.ts'
import { login } from './gateway/login.ts'
import { StartError } from './gateway/start-error.ts'
import { handleEvents } from './handlers/index.ts'
import { fetchRules } from './moderation/fetch-attachment.ts'
import { createModeration } from './moderation/moderation-state.ts'
import { announcing, createLogChannel, type ReindexNews } from './monitoring/log-channel.ts'
import { type Meter, noMeter } from './monitoring/meter.ts'
import { fetchCommandIds } from './registration/command-ids.ts'
import { commandPayloads } from './registration/command-payloads.ts'
import { registerCommands } from './registration/sync-commands.ts'

export interface DiscordOptions {
  readonly token: string
  readonly apiUrl: string | undefined
  readonly guildId: string | undefined
  /** The shards of the gateway to serve. Default: all. Only the process with shard 0 registers the commands. */
  readonly shards?: Shards | undefined
  readonly rateLimit: number
  readonly moderationGuildIds: readonly string[]
  readonly moderatorRoleIds: readonly string[]
  readonly audit: AuditLog
  /** Keeps questions that went unanswered; null: none are kept. */
  readonly gaps: GapStore | null
  readonly chatChannelIds: readonly string[]
  readonly forumChannelIds: readonly string[]
  readonly logChannelId: string | undefined
  /** Calls a function at the end of every reindex that nobody requested from this bot. */
  readonly onOtherReindex?: (listener: (news: ReindexNews) => void) => void
  readonly logQuestions: boolean
  readonly healthPort: number | undefined
  readonly healthHost: string
  readonly service: AnswerService
  readonly commands: readonly Command[]
  readonly messageCommands: readonly MessageCommand[]
  readonly log: Logger
  /** Aborts when the bot is to stop. */
  readonly stop: AbortSignal
  /** Default: the system's. */
  readonly clock?: Clock
}

/** The window of the rate limit. */
const windowMs = 10_000
/** How long a shutdown waits for open answers. */
const maxDrainMs = 10_000
const sweepIntervalMs = 300_000
/** Turning a page is cheaper and quicker than a question, and a keystroke even more so. */
const pressesPerQuestion = 4
const suggestionsPerQuestion = 10
/** An id is needed only until the button of the private answer says that it was shown: for two requests. */
const maxShownAnswers = 10_000
/** How many messages in chat the bot remembers, and for how long, to follow their edits and deletions. */
const maxAnsweredMessages = 5000
const answeredLifetimeMs = 3_600_000
/** How many "Not it" marks are remembered, so that each reader counts once. */
const maxMarks = 10_000
/** How many servers are searched at the start for copies of the commands. */
const maxGuildsChecked = 100

/**
 * Runs the bot until `stop` aborts or the gateway closes for good.
 * @throws StartError with a sentence that says why it cannot go online or stay online.
 */
export async function runDiscord(options: DiscordOptions): Promise<void> {
  const { log, rateLimit, service, commands, gaps, clock = systemClock } = options
  const client = createClient(options)
  const { meter, stopHealth } = await openHealth(client, options)
  const tasks = createTaskTracker((error) => log.error({ err: error }, 'a task failed'), clock)
  const end = endOf(client, options)
  const onTrouble = (what: string, error: unknown, about: string): void => {
    meter.trouble()
    log.warn({ ...(error !== null && { err: error, reason: refusalName(error) }), about }, what)
  }
  const rule = {
    guildIds: options.moderationGuildIds,
    roleIds: options.moderatorRoleIds,
    owners: createOwners(client),
  }
  const inBackground = (task: () => Promise<void>) => tasks.run(0, task)
  const moderation = createModeration(rule, options.audit)
  const sender = createSender({ rest: client.rest, onTrouble })
  const announce = createLogChannel({
    channelId: options.logChannelId,
    sender,
    log,
    closedBy: (files) => closedBy(files, { service, commands, ...(gaps !== null && { gaps }) }),
    run: inBackground,
  })
  options.onOtherReindex?.(announce)
  const commandIds = new Map<string, string>()
  const answered = createAnsweredMessages(maxAnsweredMessages, answeredLifetimeMs, clock.now)
  handleEvents(
    client,
    {
      ...options,
      commandIds,
      service: announcing(service, announce),
      clock,
      meter,
      onTrouble,
      sender,
      limits: {
        questions: createRateLimit(rateLimit, windowMs, clock.now),
        presses: createRateLimit(rateLimit * pressesPerQuestion, windowMs, clock.now),
        suggestions: createRateLimit(rateLimit * suggestionsPerQuestion, windowMs, clock.now),
        posts: createRateLimit(rateLimit, windowMs, clock.now),
        slowDowns: createRateLimit(1, windowMs, clock.now),
      },
      shownAnswers: createRecentIds(maxShownAnswers),
      answered,
      moderation,
      fetchRules: fetchRules(options.apiUrl),
      marks: createRecentIds(maxMarks),
      pseudonymOf: createPseudonyms(),
      inBackground,
    },
    tasks,
  )
  client.once(Events.ClientReady, (ready) => {
    log.info({ shards: ready.ws.shards.size, servers: ready.guilds.cache.size }, `online as ${ready.user.username}`)
    log.info(`add the bot to a server: ${inviteLink(ready.application.id)}`)
    void register(ready, options, commandIds)
    ready.on(Events.GuildCreate, ({ id }) => {
      if (id === options.guildId || options.moderationGuildIds.includes(id)) void register(ready, options, commandIds)
    })
  })
  const sweeping = setInterval(() => {
    sweepChannels(client, answered.channels())
    void gaps?.sweep()
  }, sweepIntervalMs)
  try {
    await Promise.race([login(client, options.token, options.apiUrl), end.failed, end.requested])
    await Promise.race([end.requested, end.failed])
    log.info('shutting down: finishing open answers')
    // A running change of the articles is rolled back in time, not left half done.
    moderation.shutdown.abort()
    if ((await tasks.drain(maxDrainMs)) === 'timed out') log.warn('some answers were not finished in time')
  } finally {
    clearInterval(sweeping)
    await stopHealth()
    await client.destroy().catch((error: unknown) => log.debug({ err: error }, 'closing the gateway connection failed'))
  }
}

async function openHealth(
  client: Client,
  { healthPort, healthHost, log }: DiscordOptions,
): Promise<{ readonly meter: Meter; readonly stopHealth: () => Promise<void> }> {
  if (healthPort === undefined) return { meter: noMeter, stopHealth: async () => undefined }
  const [{ createMetrics }, { serveHealth }] = await Promise.all([
    import('./monitoring/metrics.ts'),
    import('./monitoring/health-server.ts'),
  ])
  const isReady = () => isGatewayReady(client)
  const metrics = createMetrics(isReady)
  const health = await serveHealth({ host: healthHost, port: healthPort, isReady, metrics })
  const { host, port } = health
  log.info({ host, port }, `health and metrics are served on port ${port} of ${host}`)
  return { meter: metrics, stopHealth: health.stop }
}

/** Registers the commands, if that is this process's task, and fills `commandIds`. A failure is logged, and the bot answers nevertheless. */
async function register(client: Client<true>, options: DiscordOptions, commandIds: Map<string, string>): Promise<void> {
  const { commands, messageCommands, guildId, moderationGuildIds, shards, log } = options
  const readIds = async () => {
    for (const [name, id] of await fetchCommandIds(client.rest, client.application.id, guildId))
      commandIds.set(name, id)
  }
  try {
    // Of several processes, one writes.
    if (shards !== undefined && shards.first > 0) return await readIds()
    const { created, changed, removed, failed } = await registerCommands({
      rest: client.rest,
      applicationId: client.application.id,
      payloads: commandPayloads(commands, messageCommands),
      guildId,
      moderationGuildIds,
      guilds: [...client.guilds.cache.keys()].slice(0, maxGuildsChecked),
    })
    for (const { guild, error } of failed)
      log.warn({ err: error, guild, reason: refusalName(error) }, 'the commands of a server could not be registered')
    await readIds()
    log.info({ created, changed, removed }, 'commands registered')
  } catch (error) {
    log.error(
      { err: error, reason: refusalName(error) },
      'commands could not be registered; those that Discord already has keep working',
    )
  }
}

/** How the bot ends: a signal requests it, or the gateway closes for good. */
function endOf(
  client: Client,
  { log, stop }: DiscordOptions,
): { readonly requested: Promise<void>; readonly failed: Promise<never> } {
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'))
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, reason: errorSentence(error) }, 'gateway connection lost'),
  )
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'gateway reconnecting'))
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'gateway resumed'))
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.warn({ code, shard }, 'gateway connection closed')
  })
  const requested = new Promise<void>((resolve) => {
    if (stop.aborted) resolve()
    stop.addEventListener('abort', () => resolve(), { once: true })
  })
  const failed = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const closing = explainClosing(code)
      if (closing !== null && client.isReady()) reject(new StartError(closing))
    })
  })
  // Nothing awaits it yet, which must not count as unhandled.
  failed.catch(() => undefined)
  return { requested, failed }
}
