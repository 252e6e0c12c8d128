import { type Client, Events, type Interaction, type Message, ShardClientUtil } from 'discord.js'
import type { BotContext, InteractionContext, Origin } from '../context/bot-context.ts'
import type { TaskTracker } from '../delivery/task-tracker.ts'
import { onAutocomplete } from './autocomplete.ts'
import { onForumPost, startedPost } from './chat/forum-post.ts'
import { onMessage, onMessageDelete, onMessageEdit } from './chat/message.ts'
import { onCommand, onMessageCommand } from './command.ts'
import { onComponent } from './component.ts'
import { onForm } from './moderation/article-form.ts'

function shardOf(client: Client, guildId: string | null): number {
  return guildId === null
    ? 0
    : ShardClientUtil.shardIdForGuildId(guildId, client.options.shardCount ?? Math.max(1, client.ws.shards.size))
}

async function answer(interaction: Interaction, bot: BotContext): Promise<void> {
  const { id, guildId, client, user } = interaction
  const log = bot.log.child({ shard: shardOf(client, guildId), interaction: id })
  const from = (origin: Origin): InteractionContext => ({
    bot,
    log,
    user: user.id,
    origin,
    isInServer: guildId !== null,
  })
  if (interaction.isChatInputCommand()) return onCommand(interaction, from('command'))
  if (interaction.isAutocomplete()) return onAutocomplete(interaction, from('autocomplete'))
  if (interaction.isButton() || interaction.isStringSelectMenu()) return onComponent(interaction, from('button'))
  if (interaction.isMessageContextMenuCommand()) return onMessageCommand(interaction, from('menu'))
  if (interaction.isModalSubmit()) return onForm(interaction, from('form'))
  log.warn({ type: interaction.type }, 'unknown type of interaction')
}

/** Answers interactions and messages as they come in. */
export function handleEvents(client: Client, bot: BotContext, tasks: TaskTracker): void {
  client.on(Events.InteractionCreate, (interaction) => {
    tasks.run(interaction.createdTimestamp, () => answer(interaction, bot))
  })
  const inChat = ({ id, guildId, author }: Message): InteractionContext => {
    const log = bot.log.child({ shard: shardOf(client, guildId), message: id })
    return { bot, log, user: author.id, origin: 'chat', isInServer: guildId !== null }
  }
  client.on(Events.MessageCreate, (message) => {
    tasks.run(message.createdTimestamp, async () => {
      const context = inChat(message)
      const post = await startedPost(message, bot.forumChannelIds)
      if (post === null) await onMessage(message, context)
      else await onForumPost(post, message, { ...context, origin: 'forum' })
    })
  })
  client.on(Events.MessageUpdate, (_, message) => {
    if (message.partial) return
    tasks.run(message.editedTimestamp ?? message.createdTimestamp, () => onMessageEdit(message, inChat(message)))
  })
  client.on(Events.MessageDelete, ({ id }) => {
    tasks.run(bot.clock.now(), () => onMessageDelete(id, bot))
  })
  client.on(Events.MessageBulkDelete, (messages) => {
    for (const id of messages.keys()) tasks.run(bot.clock.now(), () => onMessageDelete(id, bot))
  })
}
