/** The people and places of the loopback Discord. Every server has its own copy, all with the same ids. */

export const botId = '1100000000000000001'
export const testGuildId = '1100000000000000100'
export const testChannelId = '1100000000000000101'
/** A thread of that channel, and another channel of the same server. */
export const testThreadId = '1100000000000000102'
/** A forum of that server. */
export const testForumId = '1100000000000000104'
export const quietChannelId = '1100000000000000103'
/** A server that the bot is not in: a user-installed command is used there. */
export const otherTestGuildId = '1100000000000000200'
export const otherTestChannelId = '1100000000000000201'
/** A conversation between users, without the bot. */
export const privateChannelId = '1100000000000000301'

/** The largest file that a user may attach, in bytes, as each interaction states it. */
export const maxAttachmentBytes = 10_485_760

/** A user, as Discord shows it. */
export interface User {
  readonly id: string
  readonly username: string
  readonly discriminator: string
  readonly global_name: string | null
  readonly avatar: string | null
  readonly bot: boolean
  readonly flags: number
  readonly public_flags: number
  readonly primary_guild: null
}

const person = (id: string, username: string, bot = false): User => ({
  id,
  username,
  discriminator: '0',
  global_name: bot ? null : username,
  avatar: null,
  bot,
  flags: 0,
  public_flags: 0,
  primary_guild: null,
})

export const botUser: User = person(botId, 'verbatim', true)
export const ownerUser: User = person('1100000000000000010', 'olga')
export const aliceUser: User = person('1100000000000000011', 'alice')
export const benUser: User = person('1100000000000000012', 'ben')
export const otherBotUser: User = person('1100000000000000013', 'robo', true)
export const testUsers: readonly User[] = [botUser, ownerUser, aliceUser, benUser, otherBotUser]

/** View channels, send messages, embed links, read history, use application commands. */
export const memberPermissions = String((1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 31n))
/** The same and Manage Server. */
export const managerPermissions = String(BigInt(memberPermissions) | (1n << 5n))

const everyone = {
  id: testGuildId,
  name: '@everyone',
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  permissions: memberPermissions,
  managed: false,
  mentionable: false,
  flags: 0,
}

/** A role that may be named as a moderators' one. */
export const editorsRole = { ...everyone, id: '1100000000000000150', name: 'editors', position: 1 }

/** A user as member of a server. */
export const member = (user: User) => ({
  user,
  roles: [],
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  deaf: false,
  mute: false,
  flags: 0,
})

const textChannel = (id: string, guild: string): object => ({
  id,
  type: 0,
  guild_id: guild,
  name: 'general',
  position: 0,
  permission_overwrites: [],
  nsfw: false,
  parent_id: null,
  last_message_id: null,
  rate_limit_per_user: 0,
  topic: null,
  flags: 0,
})

export const testChannel = textChannel(testChannelId, testGuildId)
export const quietChannel = textChannel(quietChannelId, testGuildId)
export const testForum = { ...testChannel, id: testForumId, type: 15, name: 'questions', available_tags: [] }

/** A thread; in a forum, a post. */
const thread = (id: string, parentId: string, name: string, ownerId: string) => ({
  ...testChannel,
  id,
  type: 11,
  name,
  parent_id: parentId,
  owner_id: ownerId,
  message_count: 1,
  member_count: 1,
  thread_metadata: {
    archived: false,
    auto_archive_duration: 1440,
    archive_timestamp: '2024-01-01T00:00:00.000000+00:00',
    locked: false,
  },
})
export const testThread = thread(testThreadId, testChannelId, 'about the harbour', aliceUser.id)
export const post = (id: string, name: string, owner: User) => thread(id, testForumId, name, owner.id)
export const otherTestChannel = textChannel(otherTestChannelId, otherTestGuildId)

/** The DM channel of the bot and this user. */
export const dmChannelId = (user: User): string => String(BigInt(user.id) + 1000n)
export const dmChannel = (user: User): object => ({
  id: dmChannelId(user),
  type: 1,
  flags: 0,
  last_message_id: null,
  recipients: [user],
})

/** The server that the bot is in, as GUILD_CREATE brings it. */
export const testGuild = {
  id: testGuildId,
  name: 'Reading room',
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: ownerUser.id,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  roles: [everyone, editorsRole],
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  preferred_locale: 'en-US',
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  safety_alerts_channel_id: null,
  joined_at: '2024-01-01T00:00:00.000000+00:00',
  large: false,
  unavailable: false,
  member_count: 4,
  voice_states: [],
  members: [member(botUser)],
  channels: [testChannel, quietChannel, testForum],
  threads: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
}

/** The bot's application, as `/applications/@me` shows it. */
export const testApplication = {
  id: botId,
  name: 'verbatim',
  icon: null,
  description: '',
  summary: '',
  type: null,
  bot: botUser,
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  owner: ownerUser,
  team: null,
  flags: 0,
  hook: true,
  is_monetized: false,
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  approximate_guild_count: 1,
  approximate_user_install_count: 0,
  integration_types_config: { '0': {}, '1': {} },
}
