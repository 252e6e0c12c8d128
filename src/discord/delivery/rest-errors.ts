import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'

/** Discord's error codes for the response to an interaction. */
export const codes = {
  unknownMessage: 10_008,
  /** The interaction has no response yet. */
  unknownWebhook: 10_015,
  /** It is too late to acknowledge the interaction. */
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  /** The interaction's token has expired. */
  invalidWebhookToken: 50_027,
} as const

/** The code with which Discord rejected a request; null if it is unknown whether the request took effect. */
export function refusalCode(error: unknown): number | null {
  if (!(error instanceof DiscordAPIError)) return null
  return typeof error.code === 'number' ? error.code : Number.NaN
}

/** The name of Discord's error code in its documentation; undefined if it has none. */
export function refusalName(error: unknown): string | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined
  return typeof error.code === 'number' ? RESTJSONErrorCodes[error.code] : undefined
}
