import { createMessage, editMessage, ephemeral, isPrivate, loading, type Message } from '../messages/messages.ts'
import type { MessageBody } from '../schema/limits.ts'
import { bodies } from '../schema/schema.ts'
import type { Call, Handler, Reply, Routes } from '../server/http.ts'
import { publish, refusal, type State, unpublish, withBody } from '../server/state.ts'
import { botId, botUser } from '../server/world.ts'
import type { OpenExchange, Response } from './exchange.ts'

const autocompleteType = 4
const component = 3
const modalSubmit = 5

/** The routes by which a bot answers interactions: the callback, and the webhook of the interaction's token. */
export function interactionRoutes(state: State): Routes {
  const callback: Handler = (call) => {
    const { exchanges, deadlines } = state
    const open = exchanges.find((e) => e.id === call.params.interaction && e.interaction?.token === call.params.token)
    if (!open) return refusal(404, 10062, 'Unknown interaction')
    if (open.acknowledged) return refusal(400, 40060, 'Interaction has already been acknowledged.')
    if (Date.now() - open.issuedAt > deadlines.callback) return refusal(404, 10062, 'Unknown interaction')
    return acknowledge(state, open, call)
  }

  /** Finds the exchange of a webhook's token, and the message that the path names. */
  const onMessage =
    (handle: (open: OpenExchange, message: Message, call: Call) => Reply): Handler =>
    (call) =>
      onToken(state, call, (open) => {
        const id = call.params.message ?? open.original
        const known = id !== undefined && (id === open.original || open.followUps.includes(id))
        const message = known ? state.messages.get(id) : undefined
        return message ? handle(open, message, call) : refusal(404, 10008, 'Unknown Message')
      })

  const fetch = onMessage((_, message) => ({ status: 200, body: message }))
  const edit = onMessage((open, message, call) =>
    withBody(state, bodies.editedResponse, call, (body) => {
      const edited = editMessage(message, body)
      publish(state, 'MESSAGE_UPDATE', edited)
      note(state, open, { kind: 'edit', body: call.body, messageId: edited.id })
      return { status: 200, body: edited }
    }),
  )
  const remove = onMessage((open, message, call) => {
    unpublish(state, message)
    note(state, open, { kind: 'delete', body: call.body, messageId: message.id })
    return { status: 204 }
  })
  const followUp: Handler = (call) =>
    onToken(state, call, (open) =>
      withBody(state, bodies.followUp, call, (body) => {
        const waiting = state.messages.get(open.original ?? '')
        // The first follow-up to a deferred answer fills that answer, and is as private as it.
        const fills = waiting !== undefined && (waiting.flags & loading) !== 0
        const message = fills ? editMessage(waiting, body) : respond(open, body)
        if (!fills) open.followUps.push(message.id)
        publish(state, fills ? 'MESSAGE_UPDATE' : 'MESSAGE_CREATE', message)
        note(state, open, { kind: 'follow-up', body: call.body, messageId: message.id })
        return { status: 200, body: message }
      }),
    )

  const webhook = '/webhooks/:application/:token'
  return {
    'POST /interactions/:interaction/:token/callback': callback,
    [`POST ${webhook}`]: followUp,
    [`GET ${webhook}/messages/@original`]: fetch,
    [`PATCH ${webhook}/messages/@original`]: edit,
    [`DELETE ${webhook}/messages/@original`]: remove,
    [`GET ${webhook}/messages/:message`]: fetch,
    [`PATCH ${webhook}/messages/:message`]: edit,
    [`DELETE ${webhook}/messages/:message`]: remove,
  }
}

function onToken(state: State, { params }: Call, then: (open: OpenExchange) => Reply): Reply {
  const open = state.exchanges.find((e) => e.interaction?.token === params.token)
  const tooLate = open && Date.now() - open.issuedAt > state.deadlines.token
  if (!open || tooLate || params.application !== botId) return refusal(401, 50027, 'Invalid Webhook Token')
  return open.acknowledged ? then(open) : refusal(404, 10015, 'Unknown Webhook')
}

/** A message that the bot makes by answering an interaction. */
const respond = (open: OpenExchange, body: Parameters<typeof createMessage>[2]): Message =>
  createMessage(botUser, open.channelId, body, {
    type: 20,
    application_id: botId,
    webhook_id: botId,
    ...(open.interaction && { interaction_metadata: open.interaction.metadata }),
  })

function note(state: State, open: OpenExchange, response: Omit<Response, 'after'>): void {
  open.responses.push({ ...response, after: Date.now() - open.createdAt })
  state.signal.notify()
}

function acknowledge(state: State, open: OpenExchange, call: Call): Reply {
  return withBody(state, bodies.callback, call, (answer) => {
    const isComponent = open.interaction?.type === component
    const isForm = open.interaction?.type === modalSubmit
    const isAutocomplete = open.interaction?.type === autocompleteType
    const hasMessage = isComponent || (isForm && open.interaction?.source !== undefined)
    const isUpdate = answer.type === 6 || answer.type === 7
    if ((answer.type === 8) !== isAutocomplete || (isUpdate && !hasMessage) || (answer.type === 9 && isForm)) {
      state.violations.push(`interaction callback: type ${answer.type} does not answer this interaction`)
      return refusal(400, 50035, 'Invalid Form Body')
    }
    const pressed = state.messages.get(open.interaction?.source ?? '')
    let message: Message | undefined
    if (answer.type === 8) open.choices = answer.data.choices
    else if (answer.type === 9) open.form = answer.data
    else if (answer.type === 4) message = respond(open, answer.data)
    else if (answer.type === 5) message = respond(open, { flags: loading | ((answer.data?.flags ?? 0) & ephemeral) })
    else message = answer.type === 7 && pressed ? editMessage(pressed, answer.data ?? noChange) : pressed
    open.acknowledged = true
    open.original = message?.id
    if (message && answer.type !== 6) publish(state, answer.type === 7 ? 'MESSAGE_UPDATE' : 'MESSAGE_CREATE', message)
    note(state, open, { kind: 'callback', type: answer.type, body: call.body, messageId: message?.id })
    if (call.query.get('with_response') !== 'true') return { status: 204 }
    return { status: 200, body: callbackResponse(open, answer.type, message) }
  })
}

const noChange: MessageBody = { allowed_mentions: { parse: [] } }

const callbackResponse = (open: OpenExchange, type: number, message: Message | undefined): object => ({
  interaction: {
    id: open.id,
    type: open.interaction?.type,
    channel_id: open.channelId,
    ...(open.guildId !== undefined && { guild_id: open.guildId }),
    ...(message && {
      response_message_id: message.id,
      response_message_loading: (message.flags & loading) !== 0,
      response_message_ephemeral: isPrivate(message),
    }),
  },
  ...(message && { resource: { type, message } }),
})
