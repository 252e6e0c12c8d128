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
  'Discord rejects the bot token: copy it again from the Developer Portal (your application, Bot, Reset Token) into DISCORD_TOKEN.'

/** The gateway's close codes after which reconnecting cannot help. */
const finalCloseCodes: Readonly<Record<number, string>> = {
  4004: wrongToken,
  4010: 'Discord rejects the shard: run only one process of the bot.',
  4011: 'The bot is in too many servers for one connection: Discord requires more shards.',
  4012: 'Discord no longer supports this version of its gateway: update Verbatim.',
  4013: 'Discord rejects the intents of the bot: update Verbatim.',
  4014: 'Discord rejects the intents of the bot: it needs no privileged intent, so check in the Developer Portal that the application is not restricted.',
}

/** The sentence for a final close code of the gateway; null for a code after which the client reconnects. */
export function explainClosing(code: number): string | null {
  return finalCloseCodes[code] ?? null
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

/** A StartError that says why the start failed, if that is known; otherwise the error itself. */
export function explainFailure(error: unknown, apiUrl = discord): unknown {
  if (error instanceof StartError) return error
  const code = codeOf(error)
  if (code === 'TokenInvalid') return new StartError(wrongToken)
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return new StartError(wrongToken)
    if (error.status === 403)
      return new StartError(
        `Discord denies access (${error.message}): check DISCORD_GUILD_ID and that the bot is in that server.`,
      )
    return new StartError(`Discord rejects a request (${error.status}, ${error.message}).`)
  }
  if (error instanceof HTTPError)
    return new StartError(`Discord at ${apiUrl} is unavailable (${error.status}): try again later.`)
  if (error instanceof RateLimitError)
    return new StartError('Discord limits how often the bot may start: try again later.')
  if (unreachable.has(code) || (error instanceof Error && error.name === 'AbortError')) {
    return new StartError(
      `Discord cannot be reached at ${apiUrl} (${code || 'no answer in time'}): check the network, and DISCORD_API_URL if it is set.`,
    )
  }
  return error
}
