import { fileURLToPath } from 'node:url'
import { config as loadDotenv } from 'dotenv'
import type { z } from 'zod'
import type { configSchema } from './config-schema.ts'

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

type Settings = z.infer<typeof configSchema>

const variables = [
  'DISCORD_TOKEN',
  'ARTICLES_DIR',
  'DATA_DIR',
  'LOG_LEVEL',
] as const satisfies readonly (keyof Settings)[]

/** What the environment says. */
export interface Config {
  /** Discord's token for the bot, or undefined: then the console opens. */
  readonly discordToken: string | undefined
  /** The folder of the articles; it is never written to. */
  readonly articlesDir: string
  /** The folder for what the program itself keeps. */
  readonly dataDir: string
  readonly logLevel: NonNullable<Settings['LOG_LEVEL']>
}

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
  throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`))
}

/**
 * Checks the environment and fills in the defaults.
 * @throws ConfigError naming every variable that cannot be used.
 */
export async function readConfig(environment: Readonly<Record<string, string | undefined>>): Promise<Config> {
  const { DISCORD_TOKEN, ARTICLES_DIR, DATA_DIR, LOG_LEVEL } = await readSettings(environment)
  return {
    discordToken: DISCORD_TOKEN,
    articlesDir: ARTICLES_DIR ?? `${programFolder}seeds`,
    dataDir: DATA_DIR ?? 'data',
    logLevel: LOG_LEVEL ?? 'info',
  }
}

/** The process's environment, with what the file `.env` of the working directory adds to it. */
export function loadEnvironment(): Readonly<Record<string, string | undefined>> {
  loadDotenv({ quiet: true })
  return process.env
}
