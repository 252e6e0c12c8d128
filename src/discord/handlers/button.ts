import type { ButtonInteraction } from 'discord.js'
import { replyGeneration } from '../../../commands/support/reply.ts'
import type { InteractionContext } from '../context/bot-context.ts'
import { guard } from '../context/guard.ts'
import { runCommand } from '../context/run-command.ts'
import type { Deferral, InteractionReply } from '../delivery/respond-in-time.ts'
import { type ButtonAction, decodeAction } from '../message-state/button-action.ts'
import { type AnswerMessage, callOf, readMessage } from '../message-state/message-state.ts'
import { renderContext } from '../render/context-embed.ts'
import { type ModerationPress, readModerationPress } from '../render/moderation-buttons.ts'
import { present } from '../render/reply-message.ts'
import { answerInteraction, says } from './answer-interaction.ts'
import { onModerationPress } from './moderation-button.ts'
import { isShown, showToEveryone, whyNotShown } from './show-to-everyone.ts'

const changed = 'The articles have changed since this answer was given: ask again to see what they say now.'
const unknown = 'This button no longer works: ask again.'
const noSuchPage = 'There is no such page: ask again.'

/** A button of the bot's own, and for those below an answer the message that they belong to. */
type Press =
  | { readonly of: 'moderation'; readonly press: ModerationPress }
  | { readonly of: 'answer'; readonly action: ButtonAction; readonly message: AnswerMessage }

function readPress({ customId, message: sent }: ButtonInteraction): Press | undefined {
  const press = readModerationPress(customId)
  if (press !== null) return { of: 'moderation', press }
  const [action, message] = [decodeAction(customId), readMessage(sent)]
  return action === null || message === null ? undefined : { of: 'answer', action, message }
}

async function showContext(key: string, { bot }: InteractionContext): Promise<InteractionReply> {
  const found = await bot.service.context(key)
  if (found.status === 'gone') return says(changed)
  return { as: 'message', message: { embeds: [renderContext(found)], private: true } }
}

interface PageTurn {
  readonly action: Extract<ButtonAction, { readonly does: 'previous' | 'next' }>
  readonly message: AnswerMessage
  /** Whether the answer was shown to everyone. */
  readonly isShown: boolean
}

async function turnPage(
  { action: { generation, page, titleIsOption }, message, isShown: wasShown }: PageTurn,
  context: InteractionContext,
): Promise<InteractionReply> {
  const { commands } = context.bot
  const query = callOf(message, titleIsOption, commands)
  if (query === null || query.command.definition.audience !== 'everyone') return says(unknown)
  const reply = await runCommand(context, query.command, query.call.options)
  if (reply.kind === 'error') return says(unknown)
  if (replyGeneration(reply) !== generation) return says(changed)
  const shown = present(reply, { page, private: message.isPrivate, isShown: wasShown, query })
  return shown === null ? says(noSuchPage) : { as: 'update', message: shown }
}

function deferralOf(press: Press | undefined): Deferral {
  if (press?.of === 'moderation') return { as: press.press.does === 'answer' ? 'update' : 'message', private: true }
  const turnsPage = press?.action.does === 'previous' || press?.action.does === 'next'
  return turnsPage ? { as: 'update', private: false } : { as: 'message', private: true }
}

/** Does what a pressed button says. Buttons that are not the bot's, or that it no longer knows, get a sentence. */
export async function onButton(interaction: ButtonInteraction, context: InteractionContext): Promise<void> {
  const { bot } = context
  const { id } = interaction.message
  const pressed = readPress(interaction)
  const admission = guard(context, { limit: bot.limits.presses, command: pressed, unknown })
  const refusal =
    pressed?.of === 'answer' && pressed.action.does === 'show' ? whyNotShown(pressed.message, id, bot) : null
  if ('command' in admission && pressed?.of === 'answer' && pressed.action.does === 'show' && refusal === null)
    return showToEveryone(interaction, pressed.message, bot)
  await answerInteraction(interaction, context, {
    admission,
    deferral: deferralOf(pressed),
    answer: async (press) => {
      if (press.of === 'moderation') return onModerationPress(press.press, interaction, context)
      const { action, message } = press
      if (action.does === 'show') return says(refusal ?? unknown)
      if (action.does === 'context') return showContext(action.shown.key, context)
      return turnPage({ action, message, isShown: isShown(message, id, bot) }, context)
    },
  })
}
