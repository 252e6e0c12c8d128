import type { Message } from 'discord.js'
import type { MessageRef } from '../delivery/interaction-client.ts'

/** A message for the bot, and the bot's reply to it. */
export interface AnsweredMessage {
  readonly channelId: string
  /** The reply; null if there is none. */
  answer: MessageRef | null
  /** The latest version that is still to be answered; null if there is none. */
  pending: Message | null
  /** When its author last edited it, in milliseconds since 1970; null: never. */
  editedAt: number | null
  /** Whether a version of it is being answered. */
  isBusy: boolean
  isDeleted: boolean
}

/** The latest messages for the bot, by id. Of their text nothing stays once they are answered. */
export interface AnsweredMessages {
  get(id: string): AnsweredMessage | undefined
  add(id: string, message: AnsweredMessage): void
  remove(id: string): void
  /** The ids of the channels that the messages are in. */
  channels(): ReadonlySet<string>
}

/** Keeps the latest `maxSize` messages, each for `lifetimeMs`. */
export function createAnsweredMessages(
  maxSize: number,
  lifetimeMs: number,
  now: () => number = Date.now,
): AnsweredMessages {
  // In the order of their times.
  const kept = new Map<string, { readonly message: AnsweredMessage; readonly addedAt: number }>()
  const sweep = (): void => {
    for (const [id, { addedAt }] of kept) {
      if (kept.size <= maxSize && addedAt > now() - lifetimeMs) return
      kept.delete(id)
    }
  }
  return {
    get(id) {
      sweep()
      return kept.get(id)?.message
    },
    add(id, message) {
      kept.set(id, { message, addedAt: now() })
      sweep()
    },
    remove: (id) => void kept.delete(id),
    channels() {
      sweep()
      return new Set([...kept.values()].map(({ message }) => message.channelId))
    },
  }
}
