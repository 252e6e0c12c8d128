import { z } from 'zod'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** What each environment variable must be, where it is set. */
export const configSchema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S+$/, 'must be the bot token from the Discord Developer Portal, without blanks')
    .optional(),
  ARTICLES_DIR: z.string().optional(),
  DATA_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).optional(),
})
