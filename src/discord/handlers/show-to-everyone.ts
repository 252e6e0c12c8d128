import type { ButtonInteraction } from 'discord.js'
import type { BotContext } from '../context/bot-context.ts'
import type { Outgoing, Row } from '../delivery/message-payload.ts'
import { isShowButton, readAction, shownButton } from '../render/answer-buttons.ts'
import type { OwnMessage } from '../render/parse-own-message.ts'
import { sentence } from '../render/reply-message.ts'

const nothingToShow = 'There is no answer to show: ask again.'
const visible = 'Everyone can see this answer already.'
const shownBefore = 'This answer has already been shown to everyone.'
const refused = 'That answer cannot be shown here.'
const unconfirmed = 'Discord did not confirm that it was shown: check whether it is there before you press again.'

/** Whether a private answer was shown to everyone: its button says so, or it was pressed just now. */
export function isShown({ rows }: OwnMessage, id: string, { shownAnswers }: BotContext): boolean {
  const buttons = rows.flatMap(({ components }) => components)
  return shownAnswers.has(id) || buttons.some((button) => isShowButton(button) && button.disabled === true)
}

/** Why an answer is not shown to everyone, or null where it can be. */
export function whyNotShown(message: OwnMessage, id: string, bot: BotContext): string | null {
  if (!message.private) return visible
  if (isShown(message, id, bot)) return shownBefore
  return message.rows.some(({ components }) => components.some(isShowButton)) ? null : nothingToShow
}

/** The same embed with other rows, of which empty ones are left out. */
function withRows({ embed }: OwnMessage, rows: readonly Row[]): Outgoing {
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
    rows: rows.filter(({ components }) => components.length > 0),
  }
}

/**
 * Shows a private answer to everyone, once: the private one then says so on its button. Discord takes a public message as the
 * second answer to a press alone where the first is a change of the private one, so that is deferred first.
 */
export async function showToEveryone(
  interaction: ButtonInteraction,
  message: OwnMessage,
  bot: BotContext,
): Promise<void> {
  const { sender, shownAnswers } = bot
  const { id } = interaction.message
  shownAnswers.add(id)
  const acknowledged = await sender.callback(interaction, { does: 'defer-update' })
  if (acknowledged === 'late' || acknowledged === 'refused') return shownAnswers.remove(id)
  const others = message.rows.map((row) => ({
    ...row,
    components: row.components.filter((one) => readAction(one.custom_id) !== null && !isShowButton(one)),
  }))
  const sent = await sender.followUp(interaction, withRows(message, others))
  if (sent !== 'accepted') {
    shownAnswers.remove(id)
    await sender.followUp(interaction, sentence(sent === 'unknown' ? unconfirmed : refused))
    return
  }
  const marked = message.rows.map((row) => ({
    ...row,
    components: row.components.map((one) => (isShowButton(one) ? shownButton(one) : one)),
  }))
  await sender.edit(interaction, withRows(message, marked))
}
