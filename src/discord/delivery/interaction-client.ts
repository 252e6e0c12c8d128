import { type REST, Routes } from 'discord.js'
import type { Suggestion } from '../../answers/suggest/suggest.ts'
import { choicesBody, editBody, messageBody, type Outgoing } from './message-payload.ts'
import { codes, refusalCode } from './rest-errors.ts'

/** Where the answers to an interaction go. */
export interface Received {
  readonly id: string
  readonly token: string
  readonly applicationId: string
  /** When Discord made it, in milliseconds since 1970. */
  readonly createdTimestamp: number
}

/** How it stands after an answer was sent: `unknown` where the connection was lost before Discord said anything. */
export type Sent = 'taken' | 'late' | 'refused' | 'unknown'

/** The same for an edit; `unanswered` where there is no answer yet that could be edited. */
export type Edited = 'taken' | 'unanswered' | 'gone'

/** An answer to an interaction, by what it does. */
export type Callback =
  | { readonly does: 'message'; readonly message: Outgoing }
  | { readonly does: 'update'; readonly message: Outgoing }
  | { readonly does: 'defer-message'; readonly private: boolean }
  | { readonly does: 'defer-update' }
  | { readonly does: 'suggest'; readonly choices: readonly Suggestion[] }

/** Everything that the bot sends goes through one of these. None throws for what Discord or the network does. */
export interface Sender {
  callback(to: Received, callback: Callback): Promise<Sent>
  edit(to: Received, message: Outgoing): Promise<Edited>
  followUp(to: Received, message: Outgoing): Promise<Sent>
  /** Replies to a message in its channel. */
  reply(to: { readonly channelId: string; readonly messageId: string }, message: Outgoing): Promise<void>
}

export interface SenderOptions {
  readonly rest: REST
  readonly onTrouble: (what: string, error: unknown, about: string) => void
}

/** How long Discord waits for the first answer, in milliseconds. */
export const callbackDeadline = 3000
const minAttemptMs = 500
const tries = 2
const ephemeral = 1 << 6

function callbackBody(callback: Callback): object {
  switch (callback.does) {
    case 'message':
      return { type: 4, data: messageBody(callback.message) }
    case 'defer-message':
      return { type: 5, data: { flags: callback.private ? ephemeral : 0 } }
    case 'defer-update':
      return { type: 6 }
    case 'update':
      return { type: 7, data: editBody(callback.message) }
    case 'suggest':
      return { type: 8, data: { choices: choicesBody(callback.choices) } }
  }
}

/** A sender on a REST client. */
export function createSender({ rest, onTrouble }: SenderOptions): Sender {
  return {
    async callback(to, callback) {
      const left = to.createdTimestamp + callbackDeadline - Date.now()
      try {
        await rest.post(Routes.interactionCallback(to.id, to.token), {
          body: callbackBody(callback),
          auth: false,
          signal: AbortSignal.timeout(Math.min(callbackDeadline, Math.max(minAttemptMs, left))),
        })
        return 'taken'
      } catch (error) {
        const code = refusalCode(error)
        // An earlier try of ours came through, only its answer was lost.
        if (code === codes.alreadyAcknowledged) return 'taken'
        onTrouble(`${callback.does} was not acknowledged`, error, to.id)
        if (code === null) return 'unknown'
        return code === codes.unknownInteraction ? 'late' : 'refused'
      }
    },

    async edit(to, message) {
      for (let left = tries; ; left--) {
        try {
          await rest.patch(Routes.webhookMessage(to.applicationId, to.token), { body: editBody(message), auth: false })
          return 'taken'
        } catch (error) {
          const code = refusalCode(error)
          if (code === codes.unknownWebhook) return 'unanswered'
          onTrouble('an answer was not edited', error, to.id)
          if (code !== null || left <= 1) return 'gone'
        }
      }
    },

    async followUp(to, message) {
      try {
        await rest.post(Routes.webhook(to.applicationId, to.token), { body: messageBody(message), auth: false })
        return 'taken'
      } catch (error) {
        onTrouble('a further answer was not sent', error, to.id)
        return refusalCode(error) === null ? 'unknown' : 'refused'
      }
    },

    async reply({ channelId, messageId }, message) {
      const body = {
        ...messageBody({ ...message, pingsAsker: true }),
        message_reference: { message_id: messageId, fail_if_not_exists: false },
        // Should the answer to this request be lost, a second try makes no second message.
        nonce: messageId,
        enforce_nonce: true,
      }
      await rest
        .post(Routes.channelMessages(channelId), { body })
        .catch((error: unknown) => onTrouble('a reply was not sent', error, messageId))
    },
  }
}
