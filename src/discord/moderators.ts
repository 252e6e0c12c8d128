import { type BaseInteraction, PermissionFlagsBits } from 'discord.js'
import type { ModeratorRights } from '../../commands/command.ts'

/** Who may do moderators' work. */
export interface ModerationRule {
  /** The servers whose members with Manage Server may; none: only who owns the application. */
  readonly guildIds: readonly string[]
  /** The ids of the application's owner, or of its team's members. */
  owners(): Promise<ReadonlySet<string>>
}

const shared = 'The articles are shared by every server that I am in'

/** Whether the one who asks may do moderators' work here, and the sentence for one who may not. */
export async function moderatorRights(
  { user, guildId, memberPermissions }: Pick<BaseInteraction, 'user' | 'guildId' | 'memberPermissions'>,
  { guildIds, owners }: ModerationRule,
): Promise<ModeratorRights> {
  if (guildIds.length === 0) {
    if ((await owners()).has(user.id)) return { allowed: true }
    return {
      allowed: false,
      why: `${shared}, so only the owner of this bot may do that. To let the moderators of a server do it, the owner sets MODERATION_GUILD_IDS to the server's id.`,
    }
  }
  if (guildId === null || !guildIds.includes(guildId)) {
    return {
      allowed: false,
      why: `${shared}, so that is done only in the servers that its owner has named in MODERATION_GUILD_IDS.`,
    }
  }
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) return { allowed: true }
  return { allowed: false, why: 'That takes the permission "Manage Server" here.' }
}
