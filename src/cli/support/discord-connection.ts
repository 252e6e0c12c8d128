import { type Config, ConfigError } from '../../config/config.ts'

/** How to reach Discord. */
export interface DiscordConnection {
  readonly token: string
  /** The base of Discord's HTTP API; undefined: Discord's own. */
  readonly apiUrl: string | undefined
  readonly guildId: string | undefined
}

/**
 * What the settings say about Discord.
 * @throws ConfigError if DISCORD_TOKEN is missing.
 */
export function discordConnection({ discordToken, discordApiUrl, discordGuildId }: Config): DiscordConnection {
  if (discordToken === undefined) throw new ConfigError(['DISCORD_TOKEN must be set to the token of your bot.'])
  return { token: discordToken, apiUrl: discordApiUrl, guildId: discordGuildId }
}
