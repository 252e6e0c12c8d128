import { ChannelType, type Message, type ThreadChannel } from 'discord.js'
import ask, { questionOptions } from '../../../../commands/ask.ts'
import type { InteractionContext } from '../../context/bot-context.ts'
import { runCommand } from '../../context/run-command.ts'
import type { MessageDraft } from '../../delivery/message-payload.ts'
import { present } from '../../render/reply-message.ts'
import { chatAnswer } from './chat-answer.ts'
import { answerableQuestion } from './chat-question.ts'
import { chatRequest, isByPerson } from './chat-request.ts'
import { fetchThread } from './fetch-thread.ts'

/**
 * The post of a chosen forum that a message starts; null if it starts none. The first message of a post has the post's id. It comes
 * after the event that the post was created, and only then can others write there.
 */
export async function startedPost(
  { id, channelId, channel }: Message,
  forumIds: readonly string[],
): Promise<ThreadChannel | null> {
  if (forumIds.length === 0 || id !== channelId || !channel.isThread()) return null
  const thread = await fetchThread(channel)
  const parentType = thread?.parent?.type
  const isForum = parentType === ChannelType.GuildForum || parentType === ChannelType.GuildMedia
  return thread !== null && isForum && forumIds.includes(thread.parentId ?? '') ? thread : null
}

/** An answer that the bot is sure of; null if it has none. */
async function sureAnswer(question: string, context: InteractionContext): Promise<MessageDraft | null> {
  const options = questionOptions(question)
  const reply = await runCommand(context, ask, options)
  if (reply.kind !== 'answer' || reply.unsure) return null
  return present(reply, {
    page: 0,
    private: false,
    asker: context.user,
    query: { call: { command: ask.definition.name, options }, command: ask },
  })
}

/**
 * Answers a new post of a chosen forum, from its text if that mentions the bot, otherwise from its title. Nobody has asked the bot, unless
 * the text mentions it: it says nothing unless it is sure, and nothing when posts come too fast.
 */
export async function onForumPost(post: ThreadChannel, starter: Message, context: InteractionContext): Promise<void> {
  const { author, id, channelId } = starter
  const { limits, sender } = context.bot
  if (!isByPerson(starter)) return
  if (limits.questions.take(author.id) > 0 || limits.posts.take(post.parentId ?? '') > 0) {
    context.bot.meter.limited()
    return
  }
  const request = chatRequest(starter)
  const text = request?.asks === 'question' && request.question !== '' ? answerableQuestion(request.question) : null
  const answer =
    (text === null ? null : await sureAnswer(text, context)) ??
    (await sureAnswer(post.name, context)) ??
    (request === null || text === null ? null : await chatAnswer(request, starter, context))
  if (answer !== null) await sender.reply({ channelId, messageId: id }, answer)
}
