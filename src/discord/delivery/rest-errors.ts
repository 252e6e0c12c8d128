import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'

/** Codes of Discord's that say how it stands with the answer to an interaction. */
export const codes = {
  unknownMessage: 10_008,
  /** The interaction was never acknowledged. */
  unknownWebhook: 10_015,
  /** It is too late to acknowledge the interaction. */
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  /** The interaction's token has run out. */
  invalidWebhookToken: 50_027,
} as const

/** The code of a request that Discord refused, or null where it cannot be known whether the request took effect. */
export function refusalCode(error: unknown): number | null {
  if (!(error instanceof DiscordAPIError)) return null
  return typeof error.code === 'number' ? error.code : Number.NaN
}

/** What Discord's code for a refusal is called in its documentation; undefined where there is none. */
export function refusalName(error: unknown): string | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined
  return typeof error.code === 'number' ? RESTJSONErrorCodes[error.code] : undefined
}
