import { bodies } from '../schema/schema.ts'
import type { Handler, Reply, Routes } from '../server/http.ts'
import { publish, refusal, type State, shownTo, unpublish, withBody } from '../server/state.ts'
import {
  botId,
  botUser,
  dmChannel,
  dmChannelId,
  quietChannel,
  quietChannelId,
  testChannel,
  testChannelId,
  testThread,
  testThreadId,
  testUsers,
} from '../server/world.ts'
import { createMessage, editMessage, guildOf, isPrivate, type Message } from './messages.ts'

const channels = new Map<string, object>([
  [testChannelId, testChannel],
  [testThreadId, testThread],
  [quietChannelId, quietChannel],
  ...testUsers.map((user): [string, object] => [dmChannelId(user), dmChannel(user)]),
])

/** The routes of channels and their messages, as far as a bot that answers needs them. */
export function channelRoutes(state: State): Routes {
  const channelOf = (id = ''): object | undefined => channels.get(id) ?? state.posts.get(id)
  const onMessage =
    (own: boolean, handle: (message: Message, call: Parameters<Handler>[0]) => Reply): Handler =>
    (call) => {
      const message = state.messages.get(call.params.message ?? '')
      if (!message || message.channel_id !== call.params.channel || isPrivate(message)) {
        return refusal(404, 10008, 'Unknown Message')
      }
      if (own && message.author.id !== botId)
        return refusal(403, 50005, 'Cannot edit a message authored by another user')
      return handle(message, call)
    }

  const send: Handler = (call) => {
    const channel = call.params.channel ?? ''
    if (!channelOf(channel)) return refusal(404, 10003, 'Unknown Channel')
    if (state.posts.has(channel) && !state.messages.has(channel))
      return refusal(400, 40058, 'Cannot message this thread until after the post author has sent an initial message.')
    return withBody(state, bodies.message, call, (body) => {
      const twice = body.enforce_nonce === true ? state.nonces.get(`${channel} ${String(body.nonce)}`) : undefined
      const known = state.messages.get(twice ?? '')
      if (known) return { status: 200, body: known }
      const asked = body.message_reference && state.messages.get(body.message_reference.message_id)
      if (body.message_reference && !asked && body.message_reference.fail_if_not_exists !== false) {
        return refusal(400, 50035, 'Invalid Form Body')
      }
      const message = createMessage(botUser, channel, body, {
        ...(asked && {
          type: 19,
          message_reference: { type: 0, message_id: asked.id, channel_id: channel },
          referenced_message: asked,
          mentions: body.allowed_mentions.replied_user ? [asked.author] : [],
        }),
      })
      if (body.enforce_nonce === true) state.nonces.set(`${channel} ${String(body.nonce)}`, message.id)
      publish(state, 'MESSAGE_CREATE', message)
      noteReply(state, message, call.body)
      return { status: 200, body: message }
    })
  }

  return {
    'POST /users/@me/channels': (call) =>
      withBody(state, bodies.dmChannel, call, ({ recipient_id }) => {
        const user = testUsers.find(({ id }) => id === recipient_id)
        return user ? { status: 200, body: dmChannel(user) } : refusal(400, 50033, 'Invalid Recipient(s)')
      }),
    'GET /channels/:channel': ({ params }) => {
      const channel = channelOf(params.channel)
      return channel ? { status: 200, body: channel } : refusal(404, 10003, 'Unknown Channel')
    },
    'POST /channels/:channel/typing': () => ({ status: 204 }),
    'POST /channels/:channel/messages': send,
    'GET /channels/:channel/messages/:message': onMessage(false, (message) => ({
      status: 200,
      // What REST shows depends on the application, which has no message content intent, not on the session.
      body: shownTo({ intents: 0 }, message, guildOf(message.channel_id) === undefined),
    })),
    'PATCH /channels/:channel/messages/:message': onMessage(true, (message, call) =>
      withBody(state, bodies.editedMessage, call, (body) => {
        const edited = editMessage(message, body)
        publish(state, 'MESSAGE_UPDATE', edited)
        return { status: 200, body: edited }
      }),
    ),
    'DELETE /channels/:channel/messages/:message': onMessage(true, (message) => {
      unpublish(state, message)
      return { status: 204 }
    }),
  }
}

/** A reply belongs to the exchange that its reference, or else its channel, points to. */
function noteReply(state: State, message: Message, body: unknown): void {
  const chats = state.exchanges.filter((e) => !e.interaction && e.channelId === message.channel_id)
  const open = message.message_reference
    ? chats.find((e) => e.id === message.message_reference?.message_id)
    : chats.findLast((e) => !e.acknowledged)
  if (!open) return
  if (open.original === undefined) open.original = message.id
  else open.followUps.push(message.id)
  open.acknowledged = true
  open.responses.push({ kind: 'reply', body, messageId: message.id, after: Date.now() - open.createdAt })
  state.signal.notify()
}
