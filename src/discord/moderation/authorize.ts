import { type BaseInteraction, PermissionFlagsBits } from 'discord.js'
import type { ModeratorRights } from '../../../commands/support/command.ts'

/** Who may do moderators' work. */
export interface ModerationRule {
  /** The servers whose members with Manage Server may; none: only who owns the application. */
  readonly guildIds: readonly string[]
  /** The roles whose members may in those servers, too. */
  readonly roleIds: readonly string[]
  /** The ids of the application's owner, or of its team's members. */
  owners(): Promise<ReadonlySet<string>>
}

const shared = 'The articles are shared by every server that I am in'

/** The roles of a member as Discord sent them with the interaction. */
function rolesOf(member: BaseInteraction['member']): readonly string[] {
  if (member === null) return []
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
}

/**
 * Whether the one who asks may do moderators' work here, by what Discord says of him in this very interaction; and the sentence for one
 * who may not.
 */
export async function moderatorRights(
  {
    user,
    guildId,
    memberPermissions,
    member,
  }: Pick<BaseInteraction, 'user' | 'guildId' | 'memberPermissions' | 'member'>,
  { guildIds, roleIds, owners }: ModerationRule,
): Promise<ModeratorRights> {
  if (guildIds.length === 0) {
    const known = await owners().catch(() => null)
    if (known === null)
      return { allowed: false, why: 'Discord does not say at present who owns this bot: try again later.' }
    if (known.has(user.id)) return { allowed: true }
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
  if (rolesOf(member).some((role) => roleIds.includes(role))) return { allowed: true }
  const orRole = roleIds.length === 0 ? '' : ', or a role that the owner of this bot has named'
  return { allowed: false, why: `That takes the permission "Manage Server" here${orRole}.` }
}
