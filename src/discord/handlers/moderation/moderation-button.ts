import type { ButtonInteraction } from 'discord.js'
import { changeArticles, doesOf, filesText } from '../../../../commands/support/articles/change-articles.ts'
import type { ReplyAction } from '../../../../commands/support/reply/reply.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { says } from '../../context/answer-interaction.ts'
import type { InteractionContext } from '../../context/bot-context.ts'
import type { InteractionReply, OpenForm } from '../../delivery/respond-in-time.ts'
import { actionRows, type ModerationPress } from '../../render/components/moderation-buttons.ts'
import { sentence } from '../../render/reply-message.ts'
import { editForm } from './article-form.ts'
import { openModeratorSession } from './moderator-session.ts'

const expired = fixedText('moderation.expired')
const ended = fixedText('moderation.ended')
const notYours = fixedText('moderation.not-yours')
const cancelling = fixedText('moderation.cancelling')
const unchanged = fixedText('moderation.unchanged')

type Press<T extends ModerationPress['does']> = Extract<ModerationPress, { readonly does: T }>

async function cancel(
  { token }: Press<'stop'>,
  interaction: ButtonInteraction,
  context: InteractionContext,
): Promise<InteractionReply> {
  const session = openModeratorSession(interaction, context, { command: 'cancel', options: {}, by: 'button' })
  const rights = await session.authorize()
  if (!rights.allowed) return says(rights.why)
  const running = context.bot.moderation.running.get(token)
  if (running === undefined) return says(ended)
  if (running.user !== context.user) return { as: 'message', message: await session.refuse(notYours) }
  running.stop.abort()
  return { as: 'message', message: await session.audit(cancelling, sentence(cancelling)) }
}

/** How the audit log records an action. */
function optionsOf(action: ReplyAction): Readonly<Record<string, string>> {
  const pressed = action.label
  if (action.does !== 'change') return { pressed }
  return { pressed, does: doesOf(action.change), file: filesText(action.change) }
}

async function confirm(
  { token, choice }: Press<'answer'>,
  interaction: ButtonInteraction,
  context: InteractionContext,
): Promise<InteractionReply | OpenForm> {
  const { questions } = context.bot.moderation
  const question = questions.get(token)
  const action = question?.actions[choice]
  const session = openModeratorSession(interaction, context, {
    command: question?.command ?? 'unknown',
    options: action === undefined ? {} : optionsOf(action),
    by: 'button',
  })
  const rights = await session.authorize()
  if (!rights.allowed) return says(rights.why)
  if (question === undefined || action === undefined) return says(expired)
  if (question.user !== context.user) return { as: 'message', message: await session.refuse(notYours) }
  if (action.does === 'edit') return editForm(action, token, choice)
  // After all waiting, and in one step: of two presses at the same time, only one gets it.
  if (questions.take(token) === undefined) return says(expired)
  if (action.does === 'cancel') return { as: 'update', message: await session.audit(unchanged, sentence(unchanged)) }
  const { status, message } = await session.run((moderator) => changeArticles(action.change, moderator))
  if (status !== 'error') return { as: 'update', message }
  // What failed now can be tried again.
  return { as: 'update', message: { ...message, rows: actionRows(question.actions, questions.add(question)) } }
}

/** Does what a button of a moderator's message says, if the same user presses it and is still a moderator. */
export function onModerationPress(
  press: ModerationPress,
  interaction: ButtonInteraction,
  context: InteractionContext,
): Promise<InteractionReply | OpenForm> {
  return press.does === 'stop' ? cancel(press, interaction, context) : confirm(press, interaction, context)
}
