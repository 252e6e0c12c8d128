import { Client, GatewayIntentBits, Options, Partials, type RESTOptions } from 'discord.js'

export interface ClientSettings {
  /** The base of Discord's HTTP API; undefined: Discord's own. */
  readonly apiUrl: string | undefined
}

const minute = 60_000

/** How requests are made; shared by the bot and by the registering of commands. */
export function restOptions({ apiUrl }: ClientSettings): Partial<RESTOptions> {
  return {
    ...(apiUrl !== undefined && { api: apiUrl }),
    timeout: 10_000,
    retries: 3,
    // Every interaction has a queue of its own, which is of no use once it has been answered.
    handlerSweepInterval: minute,
  }
}

/** A client that needs no privileged intent, and keeps nothing of the traffic that passes it. */
export function createClient(settings: ClientSettings): Client {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits
  const self = ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id
  return new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    // Direct messages come in channels that the bot has not heard of.
    partials: [Partials.Channel],
    shards: 'auto',
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

/** Forgets the channels of direct messages and of places that the bot is not in; they come again with what is said there. */
export function sweepChannels(client: Client): void {
  client.channels.cache.sweep((channel) => channel.isDMBased() || !('guild' in channel) || channel.guild === null)
}
