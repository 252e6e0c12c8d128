import { type BaseInteraction, PermissionFlagsBits } from 'discord.js'
import type { ModeratorRights } from '../../../commands/support/definition/command.ts'
import { fixedText } from '../../messages/fixed-text.ts'

/** Who is a moderator. */
export interface ModerationRule {
  /** The servers whose members with Manage Server are moderators; none: only the application's owners are. */
  readonly guildIds: readonly string[]
  /** The roles whose members are moderators in those servers, too. */
  readonly roleIds: readonly string[]
  /** Gets the ids of the application's owner or of its team's members. */
  owners(): Promise<ReadonlySet<string>>
}

/** What Discord says in an interaction about its user. */
export type InteractionUser = Pick<BaseInteraction, 'user' | 'guildId' | 'memberPermissions' | 'member'>

/** The roles of a member as Discord sent them with the interaction. */
function rolesOf(member: BaseInteraction['member']): readonly string[] {
  if (member === null) return []
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
}

/** Whether the user is a moderator here, by the permissions that Discord sends with this interaction. */
export async function moderatorRights(
  { user, guildId, memberPermissions, member }: InteractionUser,
  { guildIds, roleIds, owners }: ModerationRule,
): Promise<ModeratorRights> {
  if (guildIds.length === 0) {
    const known = await owners().catch(() => null)
    if (known === null) return { allowed: false, why: fixedText('rights.owners-unknown') }
    if (known.has(user.id)) return { allowed: true }
    return {
      allowed: false,
      why: fixedText('rights.owner-only'),
    }
  }
  if (guildId === null || !guildIds.includes(guildId)) {
    return {
      allowed: false,
      why: fixedText('rights.elsewhere'),
    }
  }
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) return { allowed: true }
  if (rolesOf(member).some((role) => roleIds.includes(role))) return { allowed: true }
  const why = roleIds.length === 0 ? 'rights.permission' : 'rights.permission-or-role'
  return { allowed: false, why: fixedText(why) }
}
