import { fileURLToPath } from 'node:url'
import { config as loadDotenv } from 'dotenv'
import { z } from 'zod'

/** The program's own folder, with a slash at its end. */
export const programFolder = fileURLToPath(new URL('../../', import.meta.url))

/** One or more environment variables cannot be used; each problem names the variable and what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** An empty variable counts as unset. */
const unsetIfEmpty = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const variable = <T extends z.ZodType>(schema: T) => z.preprocess(unsetIfEmpty, schema)

const schema = z.object({
  DISCORD_TOKEN: variable(
    z
      .string()
      .trim()
      .regex(/^\S+$/, 'must be the bot token from the Discord Developer Portal, without blanks')
      .optional(),
  ),
  ARTICLES_DIR: variable(z.string().default(`${programFolder}seeds`)),
  DATA_DIR: variable(z.string().default('data')),
  LOG_LEVEL: variable(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info')),
})

/** What the environment says. */
export interface Config {
  /** Discord's token for the bot, or undefined: then the console opens. */
  readonly discordToken: string | undefined
  /** The folder of the articles; it is never written to. */
  readonly articlesDir: string
  /** The folder for what the program itself keeps. */
  readonly dataDir: string
  readonly logLevel: (typeof logLevels)[number]
}

/**
 * Checks the environment.
 * @throws ConfigError naming every variable that cannot be used.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(environment)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`))
  }
  const { DISCORD_TOKEN, ARTICLES_DIR, DATA_DIR, LOG_LEVEL } = parsed.data
  return { discordToken: DISCORD_TOKEN, articlesDir: ARTICLES_DIR, dataDir: DATA_DIR, logLevel: LOG_LEVEL }
}

/** The process's environment, with what the file `.env` of the working directory adds to it. */
export function loadEnvironment(): Readonly<Record<string, string | undefined>> {
  loadDotenv({ quiet: true })
  return process.env
}
