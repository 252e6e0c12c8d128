import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js'
import { fixedText } from '../../messages/fixed-text.ts'
import { answerInteraction, says } from '../context/answer-interaction.ts'
import type { InteractionContext } from '../context/bot-context.ts'
import { guard } from '../context/guard.ts'
import type { Deferral } from '../delivery/respond-in-time.ts'
import { type AnswerAction, decodeAction } from '../message-state/answer-action.ts'
import { type AnswerMessage, readMessage } from '../message-state/message-state.ts'
import { type ModerationPress, readModerationPress } from '../render/components/moderation-buttons.ts'
import { deleteAnswer } from './gestures/delete-answer.ts'
import { performGesture, updatesAnswer } from './gestures/gestures.ts'
import { showToEveryone, whyNotShown } from './gestures/show-to-everyone.ts'
import { onModerationPress } from './moderation/moderation-button.ts'

const unknown = fixedText('refusal.unknown-button')

/** What a component of the bot's own does, and for those below an answer the message that they belong to. */
type Press =
  | { readonly of: 'moderation'; readonly press: ModerationPress; readonly interaction: ButtonInteraction }
  | { readonly of: 'answer'; readonly action: AnswerAction; readonly message: AnswerMessage }

function readPress(interaction: ButtonInteraction | StringSelectMenuInteraction): Press | undefined {
  const id = interaction.isButton() ? interaction.customId : (interaction.values[0] ?? '')
  const press = readModerationPress(id)
  if (press !== null && interaction.isButton()) return { of: 'moderation', press, interaction }
  const [action, message] = [decodeAction(id), readMessage(interaction.message)]
  return action === null || message === null ? undefined : { of: 'answer', action, message }
}

function deferralOf(press: Press | undefined): Deferral {
  if (press?.of === 'moderation') return { as: press.press.does === 'answer' ? 'update' : 'message', private: true }
  return press !== undefined && updatesAnswer(press.action)
    ? { as: 'update', private: false }
    : { as: 'message', private: true }
}

/** Does what a pressed button or a chosen menu entry says. Those that are not the bot's, or that it no longer knows, get a sentence. */
export async function onComponent(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  context: InteractionContext,
): Promise<void> {
  const { bot } = context
  const { id } = interaction.message
  const pressed = readPress(interaction)
  const admission = guard(context, { limit: bot.limits.presses, command: pressed, unknown })
  const admitted = 'command' in admission && admission.command.of === 'answer' ? admission.command : null
  if (admitted?.action.does === 'delete') return deleteAnswer(interaction, admitted.message, bot)
  const refusal = admitted?.action.does === 'show' ? whyNotShown(admitted.message, id, bot) : null
  if (admitted?.action.does === 'show' && refusal === null) return showToEveryone(interaction, admitted.message, bot)
  await answerInteraction(interaction, context, {
    admission,
    deferral: deferralOf(pressed),
    answer: async (press) => {
      if (press.of === 'moderation') return onModerationPress(press.press, press.interaction, context)
      const { action, message } = press
      if (action.does === 'show' || action.does === 'delete') return says(refusal ?? unknown)
      return performGesture(action, { message, id }, context)
    },
  })
}
