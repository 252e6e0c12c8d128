import * as z from 'zod'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const idRule =
  'must be an id of 17 to 20 digits (in Discord: Settings, Advanced, Developer Mode; then right-click, "Copy ID")'
const id = z.string().regex(/^\d{17,20}$/, idRule)

function wholeNumber(min: number, max: number) {
  const rule = `must be a whole number from ${min} to ${max}`
  return z
    .string()
    .regex(/^\d{1,6}$/, rule)
    .transform(Number)
    .pipe(z.number().min(min, rule).max(max, rule))
}

function ids(of: string) {
  return z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((part) => part !== ''))
    .pipe(z.array(z.string().regex(/^\d{17,20}$/, `must be comma-separated ids of ${of}`)))
}

const databaseRule = 'must be a URL such as postgres://user:password@host:5432/database'
const shardsRule = 'must be a range and the number of all shards, such as 0-3/16, with the numbers counted from 0'
const shards = z
  .string()
  .regex(/^\d{1,5}(?:-\d{1,5})?\/\d{1,5}$/, shardsRule)
  .transform((text) => {
    const [range = '', total = ''] = text.split('/')
    const [first = '', last = first] = range.split('-')
    return { first: Number(first), last: Number(last), total: Number(total) }
  })
  .refine(({ first, last, total }) => first <= last && last < total, shardsRule)

const yesOrNo = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true')

/** What each environment variable must be if it is set. */
export const configSchema = z
  .object({
    DISCORD_TOKEN: z
      .string()
      .regex(/^\S+$/, 'must be the bot token from the Discord Developer Portal, without spaces')
      .optional(),
    ARTICLES_DIR: z.string().optional(),
    DATA_DIR: z.string().optional(),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(?:ql)?:\/\/\S+$/, databaseRule)
      .refine((url) => URL.canParse(url), databaseRule)
      .optional(),
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).optional(),
    DISCORD_API_URL: z
      .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address such as https://discord.com/api' })
      .transform((url) => url.replace(/(?:\/v\d+)?\/*$/, ''))
      .optional(),
    DISCORD_GUILD_ID: id.optional(),
    SHARDS: shards.optional(),
    RATE_LIMIT: wholeNumber(0, 1000).optional(),
    MODERATION_GUILD_IDS: ids('servers').optional(),
    MODERATOR_ROLE_IDS: ids('roles').optional(),
    CHAT_CHANNEL_IDS: ids('channels').optional(),
    FORUM_CHANNEL_IDS: ids('forums').optional(),
    LOG_CHANNEL_ID: id.optional(),
    KEEP_GAPS: yesOrNo.optional(),
    LOG_QUESTIONS: yesOrNo.optional(),
    WATCH: yesOrNo.optional(),
    HEALTH_PORT: wholeNumber(0, 65_535).optional(),
    HEALTH_HOST: z
      .union(
        [z.ipv4(), z.ipv6(), z.literal('localhost')],
        'must be an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all',
      )
      .optional(),
  })
  .refine((set) => set.MODERATOR_ROLE_IDS === undefined || set.MODERATION_GUILD_IDS !== undefined, {
    message: 'needs MODERATION_GUILD_IDS as well, the servers of these roles',
    path: ['MODERATOR_ROLE_IDS'],
  })
  .refine((set) => set.SHARDS === undefined || set.DATABASE_URL !== undefined, {
    message: 'needs DATABASE_URL as well: the processes see there which shards are taken',
    path: ['SHARDS'],
  })
