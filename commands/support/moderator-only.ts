import type { CommandContext, CommandDefinition } from './command.ts'
import { errorReply, type Reply } from './reply.ts'

const manageServer = '32'
const guildOnly = 0

/** What the definitions of moderators' commands share: Discord hides them from others, and shows them in servers alone. */
export const forModerators: Pick<CommandDefinition, 'default_member_permissions' | 'contexts' | 'integration_types'> = {
  default_member_permissions: manageServer,
  contexts: [guildOnly],
  integration_types: [guildOnly],
}

/** The reply to one who may not do what moderators do. */
export function notAllowed(command: string, moderator: CommandContext['moderator']): Reply {
  return errorReply(command, moderator?.allowed === false ? moderator.why : 'Only moderators may do that.')
}
