import type { OpenExchange } from '../interactions/exchange.ts'
import { ephemeral, guildOf, type Message } from '../messages/messages.ts'
import { examine, invalidForm, type Kind } from '../schema/schema.ts'
import type { Gateway } from './gateway.ts'
import type { Call, Reply } from './http.ts'
import type { Signal } from './signal.ts'
import { botId } from './world.ts'

/** How far the ids of interactions are ahead of this machine's clock. Milliseconds; negative: behind it. */
export interface Clock {
  ahead: number
}

/** How strict Discord is with the time of answers. Milliseconds. */
export interface Deadlines {
  /** The first answer to an interaction comes within this time of when its id says that it was made, else 10062. */
  readonly callback: number
  /** An interaction's token is good for this long, else 50027. */
  readonly token: number
}

/** What the parts of the server share. */
export interface State {
  readonly gateway: Gateway
  readonly signal: Signal
  readonly clock: Clock
  readonly deadlines: Deadlines
  readonly messages: Map<string, Message>
  readonly exchanges: OpenExchange[]
  readonly violations: string[]
  /** The posts of the forum, by id, as channels. */
  readonly posts: Map<string, object>
  /** The messages that were made with a nonce to be used but once, by channel and nonce. */
  readonly nonces: Map<string, string>
  /** What users wrote: options, what they typed so far, and messages. */
  readonly written: string[]
}

/** An answer that says no, with Discord's own code. */
export const refusal = (status: number, code: number, message: string): Reply => ({ status, body: { message, code } })

/** Checks the body of a call; a body that Discord would refuse is noted as a violation and answered with a 400. */
export function withBody<T>(state: State, kind: Kind<T>, call: Call, then: (body: T) => Reply): Reply {
  const examined = examine(kind, call.body)
  if (examined.ok) return then(examined.value)
  for (const { path, message } of examined.problems) {
    state.violations.push(`${kind.name}: ${path.map(String).join('.') || 'body'}: ${message}`)
  }
  return { status: 400, body: invalidForm(examined.problems) }
}

const guildMessages = 1 << 9
const directMessages = 1 << 12
const messageContent = 1 << 15

/** The message as the gateway shows it to the bot: without the content intent it reads its own, its DMs and mentions. */
export function shownTo(bot: { readonly intents: number }, message: Message, isDm: boolean): Message {
  const readable =
    isDm ||
    (bot.intents & messageContent) !== 0 ||
    message.author.id === botId ||
    message.mentions.some((user) => user.id === botId)
  const seen: Message = readable ? message : { ...message, content: '', embeds: [], components: [], attachments: [] }
  return seen.referenced_message ? { ...seen, referenced_message: shownTo(bot, seen.referenced_message, isDm) } : seen
}

/** Stores a message, and sends it to the bot through the gateway, as Discord also does with the bot's own messages. */
export function publish(
  state: State,
  event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: Message,
  more: object = {},
): void {
  state.messages.set(message.id, message)
  state.signal.notify()
  if ((message.flags & ephemeral) !== 0) return
  const guildId = guildOf(message.channel_id)
  const seen = shownTo({ intents: state.gateway.intents(guildId) }, message, guildId === undefined)
  const d = { ...seen, ...(guildId === undefined ? {} : { guild_id: guildId }), ...more }
  state.gateway.dispatch(event, d, { guildId, intents: guildId === undefined ? directMessages : guildMessages })
}

/** Removes a message, and tells the bot through the gateway. */
export function unpublish(state: State, { id, channel_id, flags }: Message): void {
  state.messages.delete(id)
  state.signal.notify()
  if ((flags & ephemeral) !== 0) return
  const guildId = guildOf(channel_id)
  const d = { id, channel_id, ...(guildId === undefined ? {} : { guild_id: guildId }) }
  state.gateway.dispatch('MESSAGE_DELETE', d, {
    guildId,
    intents: guildId === undefined ? directMessages : guildMessages,
  })
}
