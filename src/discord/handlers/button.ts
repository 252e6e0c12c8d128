import type { ButtonInteraction } from 'discord.js'
import type { Desk } from '../context/bot-context.ts'
import { runCommand, slowDown } from '../context/run-command.ts'
import { type Deferral, type Response, respond } from '../delivery/respond-in-time.ts'
import { type Action, readAction } from '../render/answer-buttons.ts'
import { renderContext } from '../render/context-embed.ts'
import { type ModerationPress, readModerationPress } from '../render/moderation-buttons.ts'
import { type OwnMessage, readOwnMessage } from '../render/parse-own-message.ts'
import { readAsked } from '../render/query-in-embed.ts'
import { present, sentence } from '../render/reply-message.ts'
import { onModerationPress } from './moderation-button.ts'
import { isShown, showToEveryone, whyNotShown } from './show-to-everyone.ts'

const changed = 'The articles have changed since this answer was given: ask again to see what they say now.'
const unknown = 'This button does nothing any more: ask again.'
const nothingMore = 'There is no such page: ask again.'

const says = (text: string): Response => ({ as: 'message', message: sentence(text) })

async function context(paragraph: string, { service }: Desk): Promise<Response> {
  const found = await service.context(paragraph)
  if (found.status === 'gone') return says(changed)
  return { as: 'message', message: { embeds: [renderContext(found)], private: true } }
}

type PageTurn = Extract<Action, { readonly does: 'previous' | 'next' }>

async function turnPage(
  { generation, page, titleIsAsked }: PageTurn,
  message: OwnMessage,
  isShownToEveryone: boolean,
  desk: Desk,
  asking: Parameters<typeof runCommand>[3],
): Promise<Response> {
  const call = message.shown === null ? null : readAsked({ ...message.shown, titleIsAsked }, desk.commands)
  const command = desk.commands.find(({ definition }) => definition.name === call?.command)
  if (call === null || command === undefined || command.definition.audience !== 'everyone') return says(unknown)
  const reply = await runCommand(command, call.options, desk, asking)
  if (reply.footer?.generation !== generation) return says(reply.status === 'error' ? unknown : changed)
  const shown = present(reply, {
    page,
    private: message.private,
    isShown: isShownToEveryone,
    asked: { call, command },
  })
  return shown === null ? says(nothingMore) : { as: 'update', message: shown }
}

function deferralOf(action: Action | null, moderators: ModerationPress | null): Deferral {
  if (moderators !== null) return { as: moderators.does === 'answer' ? 'update' : 'message', private: true }
  if (action?.does === 'previous' || action?.does === 'next') return { as: 'update', private: false }
  return { as: 'message', private: true }
}

/** Does what a pressed button says; one that is none of the bot's, or from before a change, is answered in a sentence. */
export async function onButton(interaction: ButtonInteraction, desk: Desk, log: Desk['log']): Promise<void> {
  const user = interaction.user.id
  const action = readAction(interaction.customId)
  const moderators = readModerationPress(interaction.customId)
  const waiting = desk.presses.take(user)
  if (waiting > 0) desk.meter.limited()

  const message = readOwnMessage(interaction.message)
  const { id } = interaction.message
  const refusal = action?.does === 'show' && message !== null ? whyNotShown(message, id, desk) : null
  if (action?.does === 'show' && message !== null && refusal === null && waiting === 0)
    return showToEveryone(interaction, message, desk)

  const work = async (): Promise<Response> => {
    if (waiting > 0) return says(slowDown(waiting))
    if (moderators !== null) return onModerationPress(moderators, interaction, desk, log)
    if (action === null || message === null) return says(unknown)
    if (action.does === 'show') return says(refusal ?? unknown)
    if (action.does === 'context') return context(action.paragraph, desk)
    return turnPage(action, message, isShown(message, id, desk), desk, { by: 'button', user, log })
  }
  const deferral = waiting > 0 ? ({ as: 'message', private: true } as const) : deferralOf(action, moderators)
  const { sender, onTrouble } = desk
  await respond({ to: interaction, deferral, work, sender, onTrouble })
}
