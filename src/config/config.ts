import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod'
import { programRoot } from '../program/program-root.ts'
import type { configSchema } from './config-schema.ts'

/** Environment variables that cannot be used; each problem names one and says what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

type Settings = z.infer<typeof configSchema>

const variables = [
  'DISCORD_TOKEN',
  'ARTICLES_DIR',
  'DATA_DIR',
  'DATABASE_URL',
  'LOG_LEVEL',
  'DISCORD_API_URL',
  'DISCORD_GUILD_ID',
  'SHARDS',
  'RATE_LIMIT',
  'MODERATION_GUILD_IDS',
  'MODERATOR_ROLE_IDS',
  'LOG_QUESTIONS',
  'CHAT_CHANNEL_IDS',
  'FORUM_CHANNEL_IDS',
  'LOG_CHANNEL_ID',
  'KEEP_GAPS',
  'WATCH',
  'HEALTH_PORT',
  'HEALTH_HOST',
] as const satisfies readonly (keyof Settings)[]

/** The settings. */
export interface Config {
  /** The bot token; undefined: the program is a console. */
  readonly discordToken: string | undefined
  /** The folder of the articles, which is never written to. */
  readonly articlesDir: string
  /** The folder in which the program stores its own files. */
  readonly dataDir: string
  /** Whether the settings name that folder; if so, the console uses it, too. */
  readonly dataDirIsSet: boolean
  /** The URL of the PostgreSQL database that stores articles and index instead of that folder; undefined: none. */
  readonly databaseUrl: string | undefined
  readonly logLevel: NonNullable<Settings['LOG_LEVEL']>
  /** The base of Discord's HTTP API, without a version; undefined: Discord's own. */
  readonly discordApiUrl: string | undefined
  /** The only server to register the commands in; undefined: everywhere. */
  readonly discordGuildId: string | undefined
  /** The shards of the gateway that this process serves; undefined: all. */
  readonly shards: Settings['SHARDS']
  /** How many questions a user may ask within ten seconds; 0: no limit. */
  readonly rateLimit: number
  /** The servers whose moderators may run moderator commands; none: only the application's owners may. */
  readonly moderationGuildIds: readonly string[]
  /** The roles that are moderators there, besides members with "Manage Server". */
  readonly moderatorRoleIds: readonly string[]
  /** The only channels, with their threads, in which the bot answers messages; none: everywhere. */
  readonly chatChannelIds: readonly string[]
  /** The forums whose new posts the bot answers without being asked. */
  readonly forumChannelIds: readonly string[]
  /** The channel in which the bot reports changes of the articles; undefined: none. */
  readonly logChannelId: string | undefined
  /** Whether questions that went unanswered are kept. */
  readonly keepGaps: boolean
  /** Whether user ids and the text of questions are logged. */
  readonly logQuestions: boolean
  /** Whether the bot watches the articles for changes. */
  readonly watch: boolean
  /** The port of `/healthz` and `/metrics`; 0: any free one; undefined: none. */
  readonly healthPort: number | undefined
  /** The address to listen on. */
  readonly healthHost: string
}

const defaultRateLimit = 5
/** Metrics are for the operator: other machines see them only if a setting says so. */
const defaultHealthHost = '127.0.0.1'

/** Checks the variables that are set; an empty variable counts as unset. */
async function readSettings(environment: Readonly<Record<string, string | undefined>>): Promise<Settings> {
  const set = variables
    .map((name) => [name, environment[name]?.trim() ?? ''] as const)
    .filter(([, value]) => value !== '')
  // Loading zod takes as long as reading the articles, so it is loaded only if there is something to check.
  if (set.length === 0) return {}
  const { configSchema } = await import('./config-schema.ts')
  const parsed = configSchema.safeParse(Object.fromEntries(set))
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`))
}

/**
 * Checks the environment and fills in the defaults.
 * @throws ConfigError that names every variable that cannot be used.
 */
export async function readConfig(environment: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const { DISCORD_TOKEN, ARTICLES_DIR, DATA_DIR, LOG_LEVEL, ...more } = await readSettings(environment)
  return {
    discordToken: DISCORD_TOKEN,
    articlesDir: ARTICLES_DIR ?? join(programRoot, 'seeds'),
    dataDir: DATA_DIR ?? 'data',
    dataDirIsSet: DATA_DIR !== undefined,
    databaseUrl: more.DATABASE_URL,
    logLevel: LOG_LEVEL ?? 'info',
    discordApiUrl: more.DISCORD_API_URL,
    discordGuildId: more.DISCORD_GUILD_ID,
    shards: more.SHARDS,
    rateLimit: more.RATE_LIMIT ?? defaultRateLimit,
    moderationGuildIds: more.MODERATION_GUILD_IDS ?? [],
    moderatorRoleIds: more.MODERATOR_ROLE_IDS ?? [],
    chatChannelIds: more.CHAT_CHANNEL_IDS ?? [],
    forumChannelIds: more.FORUM_CHANNEL_IDS ?? [],
    logChannelId: more.LOG_CHANNEL_ID,
    keepGaps: more.KEEP_GAPS ?? false,
    watch: more.WATCH ?? false,
    logQuestions: more.LOG_QUESTIONS ?? false,
    healthPort: more.HEALTH_PORT,
    healthHost: more.HEALTH_HOST ?? defaultHealthHost,
  }
}

/** The environment of the process, with the variables of the file `.env` in the working directory. */
export async function loadEnvironment(): Promise<Readonly<Record<string, string | undefined>>> {
  if (existsSync('.env')) {
    const { config } = await import('dotenv')
    config({ quiet: true })
  }
  return process.env
}
