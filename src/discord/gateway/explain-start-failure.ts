import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { StartError } from './start-error.ts'

const discord = 'https://discord.com/api'
const unreachable: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
  'CERT_HAS_EXPIRED',
])

const wrongToken =
  'Discord refuses the bot token: copy it again from the Developer Portal (your application, Bot, Reset Token) into DISCORD_TOKEN.'

/** The gateway's close codes after which it makes no sense to try again. */
const closings: Readonly<Record<number, string>> = {
  4004: wrongToken,
  4010: 'Discord refuses the number of this shard: start one process of the bot only.',
  4011: 'The bot is in too many servers for one connection: Discord asks for more shards.',
  4012: 'Discord no longer knows this version of its gateway: update Verbatim.',
  4013: 'Discord refuses the intents that the bot asks for: update Verbatim.',
  4014: 'Discord refuses the intents that the bot asks for: it needs none of the privileged ones, so check in the Developer Portal that the application is not limited.',
}

/** The sentence for a close code of the gateway that is final, or null for one after which it connects again. */
export function explainClosing(code: number): string | null {
  return closings[code] ?? null
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

/** What made the start fail, as a sentence where it is known; otherwise the error itself. */
export function explainFailure(error: unknown, apiUrl = discord): unknown {
  if (error instanceof StartError) return error
  const code = codeOf(error)
  if (code === 'TokenInvalid') return new StartError(wrongToken)
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return new StartError(wrongToken)
    if (error.status === 403)
      return new StartError(
        `Discord does not allow that (${error.message}): check DISCORD_GUILD_ID and that the bot is in that server.`,
      )
    return new StartError(`Discord refuses a request (${error.status}, ${error.message}).`)
  }
  if (error instanceof HTTPError)
    return new StartError(`Discord at ${apiUrl} is out of order (${error.status}): try again later.`)
  if (error instanceof RateLimitError)
    return new StartError('Discord asks to wait before the next start: try again later.')
  if (unreachable.has(code) || (error instanceof Error && error.name === 'AbortError')) {
    return new StartError(
      `Discord cannot be reached at ${apiUrl} (${code || 'no answer in time'}): check the network, and DISCORD_API_URL if it is set.`,
    )
  }
  return error
}
