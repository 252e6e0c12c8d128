import { fixedText } from '../../../messages/fixed-text.ts'
import type { BotContext } from '../../context/bot-context.ts'
import type { InteractionRef } from '../../delivery/interaction-client.ts'
import type { MessageDraft, Row } from '../../delivery/message-payload.ts'
import type { AnswerMessage } from '../../message-state/message-state.ts'
import { withDelete, withoutShowButton, withUsedShowButton } from '../../render/components/answer-rows.ts'
import { sentence } from '../../render/reply-message.ts'

/** Whether a private answer was shown to everyone: its button says so, or it was pressed just now. */
export function isShown({ showButton }: AnswerMessage, id: string, { shownAnswers }: BotContext): boolean {
  return shownAnswers.has(id) || showButton === 'used'
}

/** Why an answer cannot be shown to everyone, or null if it can. */
export function whyNotShown(message: AnswerMessage, id: string, bot: BotContext): string | null {
  if (!message.isPrivate) return fixedText('show.visible')
  if (isShown(message, id, bot)) return fixedText('show.shown-before')
  return message.showButton === 'absent' ? fixedText('show.no-answer') : null
}

/** The same embed with other rows. */
function withRows({ embed }: AnswerMessage, rows: readonly Row[]): MessageDraft {
  const { author, title, url, description, color, footer } = embed
  return {
    embeds: [
      {
        ...(color !== undefined && { color }),
        ...(author !== undefined && { author }),
        ...(title !== undefined && { title }),
        ...(url !== undefined && { url }),
        ...(description !== undefined && { description }),
        ...(footer !== undefined && { footer }),
      },
    ],
    rows,
  }
}

/**
 * Shows a private answer to everyone, once; the button of the private one then says so. Discord accepts a public message as the
 * second response to a press only if the first is an update of the private message, so an update is deferred first.
 */
export async function showToEveryone(
  interaction: InteractionRef & { readonly message: { readonly id: string }; readonly user: { readonly id: string } },
  message: AnswerMessage,
  bot: BotContext,
): Promise<void> {
  const { sender, shownAnswers } = bot
  const { id } = interaction.message
  const asker = interaction.user.id
  shownAnswers.add(id)
  const acknowledged = await sender.callback(interaction, { does: 'defer-update' })
  if (acknowledged === 'late' || acknowledged === 'refused') return shownAnswers.remove(id)
  const sent = await sender.followUp(interaction, withRows(message, withDelete(withoutShowButton(message.rows), asker)))
  if (sent !== 'accepted') {
    shownAnswers.remove(id)
    await sender.followUp(
      interaction,
      sentence(fixedText(sent === 'unknown' ? 'show.unconfirmed' : 'delivery.refused')),
    )
    return
  }
  await sender.edit(interaction, withRows(message, withUsedShowButton(message.rows)))
}
