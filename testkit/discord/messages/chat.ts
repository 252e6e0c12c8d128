import { type Exchange, type OpenExchange, viewExchange } from '../interactions/exchange.ts'
import { publish, type State } from '../server/state.ts'
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

/** Posts a message that the bot may receive; the exchange holds the bot's replies. */
export function say(state: State, content: string, options: ChatOptions = {}): Exchange & { readonly said: Message } {
  const message = write(content, options)
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
  state.written.push(content)
  const { user: _, ...asMember } = member(message.author)
  const isDm = open.guildId === undefined
  const more = {
    channel_type: isDm ? 1 : message.channel_id === testThreadId ? 11 : 0,
    ...(!isDm && !options.webhook && { member: asMember }),
  }
  publish(state, 'MESSAGE_CREATE', message, more)
  return { ...viewExchange(open, state.messages, state.signal), said: message }
}
