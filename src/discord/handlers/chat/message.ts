import type { Message } from 'discord.js'
import ask from '../../../../commands/ask.ts'
import type { AnsweredMessage } from '../../context/answered-messages.ts'
import type { BotContext, InteractionContext } from '../../context/bot-context.ts'
import { guard } from '../../context/guard.ts'
import { sentence } from '../../render/reply-message.ts'
import { chatAnswer } from './chat-answer.ts'
import { isChatPlace } from './chat-place.ts'
import { type ChatRequest, chatRequest } from './chat-request.ts'

/** Answers a message that asks the bot something, as a reply to it. */
export async function onMessage(message: Message, context: InteractionContext): Promise<void> {
  const request = chatRequest(message)
  const { answered, limits, sender, chatChannelIds } = context.bot
  if (request === null || !(await isChatPlace(message, chatChannelIds))) return
  const { author, channelId, id } = message
  const admission = guard(context, { limit: limits.questions, command: ask })
  const isRefused = 'refusal' in admission
  if (isRefused && limits.slowDowns.take(author.id) > 0) return
  const entry: AnsweredMessage = {
    channelId,
    answer: null,
    pending: null,
    editedAt: message.editedTimestamp,
    isBusy: true,
    isDeleted: false,
  }
  answered.add(id, entry)
  await whileBusy(entry, context, async () => {
    if (!isRefused) return show(request, message, entry, context)
    const notice = { ...sentence(admission.refusal.message), private: false }
    entry.answer = await sender.reply({ channelId, messageId: id }, notice)
  })
}

/**
 * Answers the new version of a message that the bot replied to. Edits count towards the rate limit like questions; those that come too
 * fast wait, and only the latest is answered.
 */
export async function onMessageEdit(message: Message, context: InteractionContext): Promise<void> {
  const entry = context.bot.answered.get(message.id)
  // Discord also sends an update when it adds the preview of a link, or when somebody pins the message.
  if (entry === undefined || message.editedTimestamp === entry.editedAt) return
  entry.editedAt = message.editedTimestamp
  entry.pending = message
  if (!entry.isBusy) await whileBusy(entry, context, async () => undefined)
}

/** Deletes the reply to a message that was deleted: it shows the question. */
export async function onMessageDelete(id: string, { answered, sender }: BotContext): Promise<void> {
  const entry = answered.get(id)
  if (entry === undefined) return
  answered.remove(id)
  entry.isDeleted = true
  if (entry.answer !== null) await sender.deleteMessage(entry.answer)
}

/** Does `work`, and then answers the versions of the message that came meanwhile. */
async function whileBusy(
  entry: AnsweredMessage,
  context: InteractionContext,
  work: () => Promise<void>,
): Promise<void> {
  const { clock, limits, stop } = context.bot
  entry.isBusy = true
  try {
    await work()
    while (entry.pending !== null && !entry.isDeleted && !stop.aborted) {
      const request = chatRequest(entry.pending)
      const waitMs = request === null ? 0 : limits.questions.take(context.user)
      if (waitMs > 0) {
        await clock.wait(waitMs, stop).catch(() => undefined)
        continue
      }
      const latest = entry.pending
      entry.pending = null
      await show(request, latest, entry, context)
    }
  } finally {
    entry.isBusy = false
  }
}

/** Shows the answer to one version of a message; null if it no longer asks anything, which deletes the reply. */
async function show(
  request: ChatRequest | null,
  message: Message,
  entry: AnsweredMessage,
  context: InteractionContext,
): Promise<void> {
  const { answered, sender } = context.bot
  const { channelId, id } = message
  const draft = request === null ? null : await chatAnswer(request, message, context)
  if (entry.isDeleted) return
  if (draft === null) {
    answered.remove(id)
    if (entry.answer !== null) await sender.deleteMessage(entry.answer)
  } else if (entry.answer !== null) {
    await sender.editMessage(entry.answer, draft)
  } else {
    entry.answer = await sender.reply({ channelId, messageId: id }, draft)
    // It was deleted while the reply was on its way.
    if (entry.isDeleted && entry.answer !== null) await sender.deleteMessage(entry.answer)
  }
}
