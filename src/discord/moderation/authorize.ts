import { type BaseInteraction, PermissionFlagsBits } from 'discord.js'
import type { ModeratorRights } from '../../../commands/support/command.ts'

/** Who is a moderator. */
export interface ModerationRule {
  /** The servers whose members with Manage Server are moderators; none: only the application's owners are. */
  readonly guildIds: readonly string[]
  /** The roles whose members are moderators in those servers, too. */
  readonly roleIds: readonly string[]
  /** Gets the ids of the application's owner or of its team's members. */
  owners(): Promise<ReadonlySet<string>>
}

const shared = 'All servers of this bot share the articles'

/** The roles of a member as Discord sent them with the interaction. */
function rolesOf(member: BaseInteraction['member']): readonly string[] {
  if (member === null) return []
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
}

/** Whether the user is a moderator here, by the permissions that Discord sends with this interaction. */
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
    if (known === null) return { allowed: false, why: 'Discord did not say who owns this bot: try again later.' }
    if (known.has(user.id)) return { allowed: true }
    return {
      allowed: false,
      why: `${shared}, so only the owner of this bot may do that. To allow the moderators of a server, the owner can set MODERATION_GUILD_IDS to the server's id.`,
    }
  }
  if (guildId === null || !guildIds.includes(guildId)) {
    return {
      allowed: false,
      why: `${shared}, so this is possible only in the servers that its owner lists in MODERATION_GUILD_IDS.`,
    }
  }
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) return { allowed: true }
  if (rolesOf(member).some((role) => roleIds.includes(role))) return { allowed: true }
  const orRole = roleIds.length === 0 ? '' : ' or a role that the owner of this bot has chosen'
  return { allowed: false, why: `You need the permission "Manage Server" here${orRole}.` }
}
