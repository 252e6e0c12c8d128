import { InteractionResponseType, MessageFlags, type REST, Routes } from 'discord.js'
import * as z from 'zod'
import type { Suggestion } from '../../answers/suggest/suggest.ts'
import { type FormDraft, formBody } from './form-payload.ts'
import { choicesBody, editBody, type MessageDraft, messageBody, messageFiles } from './message-payload.ts'
import { codes, refusalCode } from './rest-errors.ts'

/** What identifies an interaction when Discord is sent a response. */
export interface InteractionRef {
  readonly id: string
  readonly token: string
  readonly applicationId: string
  /** When Discord created it, in milliseconds since 1970. */
  readonly createdTimestamp: number
}

/** The outcome of sending a response: `unknown` if the connection was lost before Discord replied. */
export type SendOutcome = 'accepted' | 'late' | 'refused' | 'unknown'

/** The outcome of an edit: `unanswered` if there is no response yet to edit. */
export type EditOutcome = 'accepted' | 'unanswered' | 'gone'

/** The first response to an interaction. */
export type Callback =
  | { readonly does: 'message'; readonly message: MessageDraft }
  | { readonly does: 'update'; readonly message: MessageDraft }
  | { readonly does: 'defer-message'; readonly private: boolean }
  | { readonly does: 'defer-update' }
  | { readonly does: 'form'; readonly form: FormDraft }
  | { readonly does: 'suggest'; readonly choices: readonly Suggestion[] }

/** Everything that the bot sends goes through a sender. Its methods never throw for what Discord or the network does. */
export interface Sender {
  callback(to: InteractionRef, callback: Callback): Promise<SendOutcome>
  edit(to: InteractionRef, message: MessageDraft): Promise<EditOutcome>
  followUp(to: InteractionRef, message: MessageDraft): Promise<SendOutcome>
  /** Deletes the message that was pressed, whose update was deferred. Returns whether Discord accepts that. */
  remove(to: InteractionRef): Promise<boolean>
  /** Posts a message in a channel. Returns the error if Discord does not accept it, otherwise null. */
  post(channelId: string, message: MessageDraft): Promise<unknown>
  /** Replies to a message in its channel. Returns the reply; null if it is unknown or was refused. */
  reply(to: MessageRef, message: MessageDraft): Promise<MessageRef | null>
  /** Edits a message of the bot. */
  editMessage(at: MessageRef, message: MessageDraft): Promise<void>
  /** Deletes a message of the bot. */
  deleteMessage(at: MessageRef): Promise<void>
}

/** A message and its channel. */
export interface MessageRef {
  readonly channelId: string
  readonly messageId: string
}

export interface SenderOptions {
  readonly rest: REST
  readonly onTrouble: (what: string, error: unknown, about: string) => void
}

/** How long Discord waits for the first response, in milliseconds. */
export const callbackDeadlineMs = 3000
const minAttemptMs = 500
const maxEditAttempts = 2

const sentMessage = z.object({ id: z.string() })

function callbackBody(callback: Callback): object {
  switch (callback.does) {
    case 'message':
      return { type: InteractionResponseType.ChannelMessageWithSource, data: messageBody(callback.message) }
    case 'defer-message':
      return {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: callback.private ? MessageFlags.Ephemeral : 0 },
      }
    case 'defer-update':
      return { type: InteractionResponseType.DeferredMessageUpdate }
    case 'update':
      return { type: InteractionResponseType.UpdateMessage, data: editBody(callback.message) }
    case 'form':
      return { type: InteractionResponseType.Modal, data: formBody(callback.form) }
    case 'suggest':
      return {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: choicesBody(callback.choices) },
      }
  }
}

/** Creates a sender that uses the REST client. */
export function createSender({ rest, onTrouble }: SenderOptions): Sender {
  return {
    async callback(to, callback) {
      const left = to.createdTimestamp + callbackDeadlineMs - Date.now()
      try {
        await rest.post(Routes.interactionCallback(to.id, to.token), {
          body: callbackBody(callback),
          ...('message' in callback && messageFiles(callback.message)),
          auth: false,
          signal: AbortSignal.timeout(Math.min(callbackDeadlineMs, Math.max(minAttemptMs, left))),
        })
        return 'accepted'
      } catch (error) {
        const code = refusalCode(error)
        // An earlier attempt arrived; only Discord's reply was lost.
        if (code === codes.alreadyAcknowledged) return 'accepted'
        onTrouble(`${callback.does} was not acknowledged`, error, to.id)
        if (code === null) return 'unknown'
        return code === codes.unknownInteraction ? 'late' : 'refused'
      }
    },

    async edit(to, message) {
      for (let left = maxEditAttempts; ; left--) {
        try {
          await rest.patch(Routes.webhookMessage(to.applicationId, to.token), {
            body: editBody(message),
            ...messageFiles(message),
            auth: false,
          })
          return 'accepted'
        } catch (error) {
          const code = refusalCode(error)
          if (code === codes.unknownWebhook) return 'unanswered'
          onTrouble('an answer was not edited', error, to.id)
          if (code !== null || left <= 1) return 'gone'
        }
      }
    },

    async remove(to) {
      try {
        await rest.delete(Routes.webhookMessage(to.applicationId, to.token), { auth: false })
        return true
      } catch (error) {
        if (refusalCode(error) === codes.unknownMessage) return true
        onTrouble('an answer was not deleted', error, to.id)
        return false
      }
    },

    async followUp(to, message) {
      try {
        await rest.post(Routes.webhook(to.applicationId, to.token), { body: messageBody(message), auth: false })
        return 'accepted'
      } catch (error) {
        onTrouble('a further answer was not sent', error, to.id)
        return refusalCode(error) === null ? 'unknown' : 'refused'
      }
    },

    async post(channelId, message) {
      return rest.post(Routes.channelMessages(channelId), { body: messageBody(message) }).then(
        () => null,
        (error: unknown) => error,
      )
    },

    async reply({ channelId, messageId }, message) {
      const body = {
        ...messageBody({ ...message, pingsAsker: true }),
        message_reference: { message_id: messageId, fail_if_not_exists: false },
        // If Discord's reply is lost, a second attempt does not create a second message.
        nonce: messageId,
        enforce_nonce: true,
      }
      try {
        const sent = sentMessage.safeParse(await rest.post(Routes.channelMessages(channelId), { body })).data
        return sent === undefined ? null : { channelId, messageId: sent.id }
      } catch (error) {
        onTrouble('a reply was not sent', error, messageId)
        return null
      }
    },

    async editMessage({ channelId, messageId }, message) {
      const body = editBody({ ...message, pingsAsker: true })
      try {
        await rest.patch(Routes.channelMessage(channelId, messageId), { body })
      } catch (error) {
        if (refusalCode(error) !== codes.unknownMessage) onTrouble('a reply was not edited', error, messageId)
      }
    },

    async deleteMessage({ channelId, messageId }) {
      try {
        await rest.delete(Routes.channelMessage(channelId, messageId))
      } catch (error) {
        if (refusalCode(error) !== codes.unknownMessage) onTrouble('a reply was not deleted', error, messageId)
      }
    },
  }
}
