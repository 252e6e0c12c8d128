import { type Reply, replyGeneration } from '../../../../commands/support/reply/reply.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { says } from '../../context/answer-interaction.ts'
import type { InteractionContext } from '../../context/bot-context.ts'
import { runCommand } from '../../context/run-command.ts'
import type { MessageDraft } from '../../delivery/message-payload.ts'
import type { InteractionReply } from '../../delivery/respond-in-time.ts'
import type { AnswerAction } from '../../message-state/answer-action.ts'
import { type AnswerMessage, callOf } from '../../message-state/message-state.ts'
import { renderAbout } from '../../render/embeds/about-embed.ts'
import { renderContext } from '../../render/embeds/context-embed.ts'
import { type Presentation, present, presentMore, presentNearest, presentSources } from '../../render/reply-message.ts'
import { markAnswer } from './not-it.ts'
import { isShown } from './show-to-everyone.ts'

const changed = fixedText('refusal.articles-changed')
const unknown = fixedText('refusal.unknown-button')
const noSuchPage = fixedText('refusal.no-page')

/** The answer below which a gesture was made. */
export interface AnsweredMessage {
  readonly message: AnswerMessage
  readonly id: string
}

type Gesture = Exclude<AnswerAction, { readonly does: 'show' | 'delete' }>
type GestureOf<D extends Gesture['does']> = Gesture & { readonly does: D }
type Perform<A> = (action: A, answer: AnsweredMessage, context: InteractionContext) => Promise<InteractionReply>
type PageAction = Extract<Gesture, { readonly page: number }>

const toReader = (message: MessageDraft): InteractionReply => ({
  as: 'message',
  message: { ...message, private: true },
})

/** Makes the call of an answer again, and shows the reply unless the articles have changed. */
async function again(
  { call, generation }: PageAction,
  { message }: AnsweredMessage,
  context: InteractionContext,
  show: (reply: Reply, query: NonNullable<Presentation['query']>) => MessageDraft | null,
): Promise<InteractionReply> {
  const query = callOf(message, call, context.bot.commands)
  if (query === null || query.command.definition.audience !== 'everyone') return says(unknown)
  const reply = await runCommand(context, query.command, query.call.options)
  if (reply.kind === 'error') return says(unknown)
  if (replyGeneration(reply) !== generation) return says(changed)
  const shown = show(reply, query)
  return shown === null ? says(noSuchPage) : toReader(shown)
}

const turnPage: Perform<PageAction> = async (action, answer, context) => {
  const { message, id } = answer
  const { asker, isPrivate } = message
  const shown = { private: isPrivate, isShown: isShown(message, id, context.bot), asker }
  const { page } = action
  const turned = await again(action, answer, context, (reply, query) => present(reply, { page, query, ...shown }))
  return turned.message.embeds === undefined ? turned : { as: 'update', message: turned.message }
}

/** What each gesture does. All but those that turn a page answer the reader alone. */
const performs: { readonly [D in Gesture['does']]: Perform<GestureOf<D>> } = {
  previous: turnPage,
  next: turnPage,
  sources: (action, answer, context) =>
    again(action, answer, context, (reply, query) => presentSources(reply, action.page, query)),
  more: (action, answer, context) => again(action, answer, context, presentMore),
  nearest: (action, answer, context) => again(action, answer, context, presentNearest),
  async 'not-it'({ call }, { message }, context) {
    const query = callOf(message, call, context.bot.commands)
    if (query === null || query.command.definition.audience !== 'everyone') return says(unknown)
    return says(markAnswer({ call: query.call, asker: message.asker }, context))
  },
  async context({ shown: { key } }, _, { bot }) {
    const found = await bot.service.context(key)
    return found.status === 'gone' ? says(changed) : toReader({ embeds: [renderContext(found)] })
  },
  async about({ generation }, _, { bot }) {
    const { generation: current, articles } = await bot.service.status()
    return toReader({ embeds: [renderAbout({ generation, current, articles })] })
  },
  async try({ command: name, value }, _, context) {
    const command = context.bot.commands.find(({ definition }) => definition.name === name)
    const option = command?.definition.options?.[0]
    if (command?.definition.audience !== 'everyone' || option === undefined) return says(unknown)
    const options = { [option.name]: value }
    const reply = await runCommand(context, command, options)
    const query = { call: { command: name, options }, command }
    const shown = present(reply, { page: 0, private: true, query })
    return shown === null ? says(unknown) : toReader(shown)
  },
}

/** Whether a gesture changes the answer itself, for everyone who reads it. */
export function updatesAnswer({ does }: AnswerAction): boolean {
  return does === 'previous' || does === 'next'
}

/** Does what a gesture below an answer asks for. */
export function performGesture<D extends Gesture['does']>(
  action: GestureOf<D>,
  answer: AnsweredMessage,
  context: InteractionContext,
): Promise<InteractionReply> {
  return performs[action.does](action, answer, context)
}
