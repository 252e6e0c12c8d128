import { type Exchange, type OpenExchange, viewExchange } from '../interactions/exchange.ts'
import { publish, type State, unpublish } from '../server/state.ts'
import {
  aliceUser,
  dmChannelId,
  member,
  quietChannelId,
  testChannelId,
  testThreadId,
  type User,
} from '../server/world.ts'
import { createMessage, guildOf, type Message, mentioned } from './messages.ts'

export interface ChatOptions {
  /** Default: alice. */
  readonly author?: User
  /** Default: the channel of the bot's server. */
  readonly place?: 'guild' | 'thread' | 'quiet channel' | 'dm'
  /** The message that this one replies to. */
  readonly replyTo?: Message
  /** Whether the reply pings the author of that message (default true, as in Discord's client). */
  readonly ping?: boolean
  /** Sent by a webhook: no member, and a webhook's id. */
  readonly webhook?: boolean
  readonly embeds?: Message['embeds']
}

const serverChannels = { guild: testChannelId, thread: testThreadId, 'quiet channel': quietChannelId } as const

const textChannels: ReadonlySet<string> = new Set([testChannelId, quietChannelId])

/** A message as a user would write it; the bot does not receive it. */
export function write(content: string, options: ChatOptions = {}): Message {
  const { author = aliceUser, place = 'guild', replyTo, ping = true, webhook = false, embeds = [] } = options
  const channelId = place === 'dm' ? dmChannelId(author) : serverChannels[place]
  const pinged = replyTo && ping ? [replyTo.author] : []
  const named = mentioned(content).filter((user) => pinged[0]?.id !== user.id)
  const message = createMessage(
    author,
    channelId,
    { content },
    {
      mentions: [...named, ...pinged],
      mention_roles: [...content.matchAll(/<@&(\d+)>/g)].flatMap((found) => found[1] ?? []),
      mention_everyone: /@(everyone|here)/.test(content),
      embeds,
      ...(webhook && { webhook_id: author.id }),
      ...(replyTo && {
        type: 19,
        message_reference: { type: 0, message_id: replyTo.id, channel_id: channelId },
        referenced_message: replyTo,
      }),
    },
  )
  return message
}

/** The fields of a message's event besides the message. */
function eventFields(message: Message): object {
  const { user: _, ...asMember } = member(message.author)
  const isDm = guildOf(message.channel_id) === undefined
  const channelType = isDm ? 1 : textChannels.has(message.channel_id) ? 0 : 11
  return { channel_type: channelType, ...(!isDm && message.webhook_id === undefined && { member: asMember }) }
}

/** Posts a message that the bot may receive; the exchange holds the bot's replies. */
export function say(state: State, content: string, options: ChatOptions = {}): Exchange & { readonly said: Message } {
  return send(state, write(content, options))
}

/** Publishes a message; the exchange holds the bot's replies. */
export function send(state: State, message: Message): Exchange & { readonly said: Message } {
  const createdAt = Date.now()
  const open: OpenExchange = {
    id: message.id,
    createdAt,
    issuedAt: createdAt,
    channelId: message.channel_id,
    guildId: guildOf(message.channel_id),
    responses: [],
    followUps: [],
    acknowledged: false,
  }
  state.exchanges.push(open)
  state.written.push(message.content)
  publish(state, 'MESSAGE_CREATE', message, eventFields(message))
  return { ...viewExchange(open, state.messages, state.signal), said: message }
}

let lastEdit = 0

/** A time after that of any edit before, so that two edits within a millisecond differ. */
function editTime(): string {
  lastEdit = Math.max(Date.now(), lastEdit + 1)
  return new Date(lastEdit).toISOString()
}

/** A message after its author edited it. The ping of a reply stays; other mentions are those of the new text. */
function edited(message: Message, content: string): Message {
  const pinged = message.referenced_message?.author.id
  const kept = message.mentions.filter(({ id }) => id === pinged)
  const named = mentioned(content).filter(({ id }) => id !== pinged)
  return { ...message, content, mentions: [...named, ...kept], edited_timestamp: editTime() }
}

/** What users do to messages in a channel or a DM; the bot may receive it. */
export interface MessageChanges {
  /** Edits a message as its author does. */
  edit(message: Message, content: string): Message
  /** Updates a message without an edit, as Discord does to add the preview of a link. */
  unfurl(message: Message, description: string): Message
  /** Deletes a message. */
  remove(message: Message): void
  /** Deletes several messages in one event, as moderators do. */
  purge(messages: readonly Message[]): void
}

/** The preview of a link. */
function preview(description: string): Message['embeds'][number] {
  const none = { title: undefined, url: undefined, image: undefined, fields: undefined }
  return { type: 'link', ...none, description, footer: undefined, author: undefined }
}

export function createMessageChanges(state: State): MessageChanges {
  const now = ({ id }: Message): Message => {
    const message = state.messages.get(id)
    if (message === undefined) throw new RangeError(`There is no message ${id}.`)
    return message
  }
  const update = (message: Message): Message => {
    publish(state, 'MESSAGE_UPDATE', message, eventFields(message))
    return message
  }
  return {
    edit: (message, content) => {
      state.written.push(content)
      return update(edited(now(message), content))
    },
    unfurl: (message, description) => update({ ...now(message), embeds: [preview(description)] }),
    remove: (message) => unpublish(state, now(message)),
    purge: (messages) => {
      const [channelId] = messages.map(({ channel_id }) => channel_id)
      for (const { id } of messages) state.messages.delete(id)
      state.signal.notify()
      const guildId = guildOf(channelId ?? '')
      const d = { ids: messages.map(({ id }) => id), channel_id: channelId, guild_id: guildId }
      state.gateway.dispatch('MESSAGE_DELETE_BULK', d, { guildId, intents: 1 << 9 })
    },
  }
}
