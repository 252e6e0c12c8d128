import { PermissionFlagsBits } from 'discord.js'
import { fixedText } from '../../../messages/fixed-text.ts'
import type { BotContext } from '../../context/bot-context.ts'
import type { InteractionRef } from '../../delivery/interaction-client.ts'
import type { AnswerMessage } from '../../message-state/message-state.ts'
import { type InteractionUser, moderatorRights } from '../../moderation/authorize.ts'
import { sentence } from '../../render/reply-message.ts'

/**
 * Whether the user may delete an answer: they asked, they may delete any message here, or they are a moderator of the articles. Who
 * asked is read from the message, which only the bot writes, and not from what was chosen.
 */
async function mayDelete(
  interaction: InteractionUser,
  { asker }: AnswerMessage,
  { moderation }: BotContext,
): Promise<boolean> {
  const { user, memberPermissions } = interaction
  if (asker === null) return false
  if (user.id === asker || memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true) return true
  return (await moderatorRights(interaction, moderation.rule)).allowed
}

/** Deletes an answer, or says in private why not. */
export async function deleteAnswer(
  interaction: InteractionRef & InteractionUser,
  message: AnswerMessage,
  bot: BotContext,
): Promise<void> {
  const { sender } = bot
  if (!(await mayDelete(interaction, message, bot))) {
    await sender.callback(interaction, { does: 'message', message: sentence(fixedText('delete.not-yours')) })
    return
  }
  const acknowledged = await sender.callback(interaction, { does: 'defer-update' })
  if (acknowledged === 'late' || acknowledged === 'refused') return
  if (!(await sender.remove(interaction))) await sender.followUp(interaction, sentence(fixedText('delete.refused')))
}
