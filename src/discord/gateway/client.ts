import { Client, type ClientOptions, GatewayIntentBits, Options, Partials, type RESTOptions } from 'discord.js'

/** The shards of the gateway that a process serves: from `first` to `last`, of `total`. */
export interface Shards {
  readonly first: number
  readonly last: number
  readonly total: number
}

export interface ClientSettings {
  /** The base of Discord's HTTP API; undefined: Discord's own. */
  readonly apiUrl: string | undefined
}

const minute = 60_000

/** The options for HTTP requests, shared by the bot and by `register`. */
export function restOptions({ apiUrl }: ClientSettings): Partial<RESTOptions> {
  return {
    ...(apiUrl !== undefined && { api: apiUrl }),
    timeout: 10_000,
    retries: 3,
    // discord.js keeps a queue for each interaction, which is useless after the answer.
    handlerSweepInterval: minute,
  }
}

/** Which shards a client connects: those given, or all of as many as Discord recommends. */
function shardOptions(shards: Shards | undefined): Pick<ClientOptions, 'shards' | 'shardCount'> {
  if (shards === undefined) return { shards: 'auto' }
  const { first, last, total } = shards
  return { shards: Array.from({ length: last - first + 1 }, (_, at) => first + at), shardCount: total }
}

/** A client without privileged intents that caches no messages, users or members. */
export function createClient(settings: ClientSettings & { readonly shards?: Shards | undefined }): Client {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits
  const self = ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id
  return new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    // Direct messages come from channels that are not cached, edits and deletions of messages that are not.
    partials: [Partials.Channel, Partials.Message],
    ...shardOptions(settings.shards),
    allowedMentions: { parse: [], repliedUser: true },
    rest: restOptions(settings),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: self },
      GuildMemberManager: { maxSize: 0, keepOverLimit: self },
      ThreadMemberManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildBanManager: 0,
      GuildInviteManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
      ApplicationCommandManager: 0,
    }),
    sweepers: { ...Options.DefaultSweeperSettings, threads: { interval: 3600, lifetime: 14_400 } },
  })
}

/**
 * Removes the channels of direct messages and of unknown servers from the cache, except those in `needed`: each new message
 * brings its channel again, but an edit or a deletion does not.
 */
export function sweepChannels(client: Client, needed: ReadonlySet<string>): void {
  client.channels.cache.sweep(
    (channel) => !needed.has(channel.id) && (channel.isDMBased() || !('guild' in channel) || channel.guild === null),
  )
}
