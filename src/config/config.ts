import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import type { configSchema } from './config-schema.ts'

/** The program's own folder, with a slash at its end. */
export const programFolder = fileURLToPath(new URL('../../../', import.meta.url))

/** One or more environment variables cannot be used; each problem names the variable and what it must be. */
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
  'LOG_LEVEL',
  'DISCORD_API_URL',
  'DISCORD_GUILD_ID',
  'RATE_LIMIT',
  'MODERATION_GUILD_IDS',
  'MODERATOR_ROLE_IDS',
  'LOG_QUESTIONS',
  'WATCH',
  'HEALTH_PORT',
  'HEALTH_HOST',
] as const satisfies readonly (keyof Settings)[]

/** What the environment says. */
export interface Config {
  /** Discord's token for the bot, or undefined: then the console opens. */
  readonly discordToken: string | undefined
  /** The folder of the articles; it is never written to. */
  readonly articlesDir: string
  /** The folder for what the program itself keeps. */
  readonly dataDir: string
  /** Whether the settings name that folder: then it is used by the console, too. */
  readonly dataDirIsSet: boolean
  readonly logLevel: NonNullable<Settings['LOG_LEVEL']>
  /** The base of Discord's HTTP API, without a version; undefined: Discord's own. */
  readonly discordApiUrl: string | undefined
  /** The one server in which the commands are registered; undefined: everywhere. */
  readonly discordGuildId: string | undefined
  /** Questions that one person may ask within ten seconds; 0: any number. */
  readonly rateLimit: number
  /** The servers whose moderators may do moderators' work; none: only the owner of Discord's application may. */
  readonly moderationGuildIds: readonly string[]
  /** The roles that make a moderator there, besides the permission "Manage Server". */
  readonly moderatorRoleIds: readonly string[]
  /** Whether user ids and the texts of questions are logged. */
  readonly logQuestions: boolean
  /** Whether the bot looks for itself whether articles have changed. */
  readonly watch: boolean
  /** The port of `/healthz` and `/metrics`; 0: any free one; undefined: neither is served. */
  readonly healthPort: number | undefined
  /** The address that it listens on. */
  readonly healthHost: string
}

const defaultRateLimit = 5
/** What `/metrics` tells is for whoever runs the bot: other machines see it only where that is asked for. */
const defaultHealthHost = '127.0.0.1'

/** Checks the variables that are set; an empty one counts as unset. */
async function readSettings(environment: Readonly<Record<string, string | undefined>>): Promise<Settings> {
  const set = variables
    .map((name) => [name, environment[name]?.trim() ?? ''] as const)
    .filter(([, value]) => value !== '')
  // Loading the schema takes as long as reading the articles: only where there is something to check.
  if (set.length === 0) return {}
  const { configSchema } = await import('./config-schema.ts')
  const parsed = configSchema.safeParse(Object.fromEntries(set))
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`))
}

/**
 * Checks the environment and fills in the defaults.
 * @throws ConfigError naming every variable that cannot be used.
 */
export async function readConfig(environment: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const { DISCORD_TOKEN, ARTICLES_DIR, DATA_DIR, LOG_LEVEL, ...more } = await readSettings(environment)
  return {
    discordToken: DISCORD_TOKEN,
    articlesDir: ARTICLES_DIR ?? `${programFolder}seeds`,
    dataDir: DATA_DIR ?? 'data',
    dataDirIsSet: DATA_DIR !== undefined,
    logLevel: LOG_LEVEL ?? 'info',
    discordApiUrl: more.DISCORD_API_URL,
    discordGuildId: more.DISCORD_GUILD_ID,
    rateLimit: more.RATE_LIMIT ?? defaultRateLimit,
    moderationGuildIds: more.MODERATION_GUILD_IDS ?? [],
    moderatorRoleIds: more.MODERATOR_ROLE_IDS ?? [],
    watch: more.WATCH ?? false,
    logQuestions: more.LOG_QUESTIONS ?? false,
    healthPort: more.HEALTH_PORT,
    healthHost: more.HEALTH_HOST ?? defaultHealthHost,
  }
}

/** The process's environment, with what the file `.env` of the working directory adds to it. */
export async function loadEnvironment(): Promise<Readonly<Record<string, string | undefined>>> {
  if (existsSync('.env')) {
    const { config } = await import('dotenv')
    config({ quiet: true })
  }
  return process.env
}
