import type { Logger } from 'pino'
import type { Command, MessageCommand } from '../../../commands/support/definition/command.ts'
import type { GapStore } from '../../library/gaps/gap-store.ts'
import type { AnswerService } from '../../service/answer-service.ts'
import type { Clock } from '../delivery/clock.ts'
import type { Sender } from '../delivery/interaction-client.ts'
import type { FetchRules } from '../moderation/fetch-attachment.ts'
import type { Moderation } from '../moderation/moderation-state.ts'
import type { Meter } from '../monitoring/meter.ts'
import type { AnsweredMessages } from './answered-messages.ts'
import type { RateLimit } from './rate-limit.ts'
import type { RecentIds } from './recent-ids.ts'

/** How many of each one user may have within the window of the rate limit. */
export interface RateLimits {
  readonly questions: RateLimit
  readonly presses: RateLimit
  readonly suggestions: RateLimit
  /** New posts of a forum that are answered, counted by forum. */
  readonly posts: RateLimit
  /** Requests to slow down that are posted in a channel, for everyone to read. */
  readonly slowDowns: RateLimit
}

/** What all interactions with one bot share. */
export interface BotContext {
  readonly service: AnswerService
  readonly commands: readonly Command[]
  readonly messageCommands: readonly MessageCommand[]
  /** The ids of the registered slash commands by name; empty until they are known. */
  readonly commandIds: ReadonlyMap<string, string>
  readonly sender: Sender
  readonly clock: Clock
  readonly log: Logger
  readonly meter: Meter
  /** Called when a message may not have reached Discord; `about` is the id of the interaction or message. */
  readonly onTrouble: (what: string, error: unknown, about: string) => void
  readonly limits: RateLimits
  /** The ids of the private answers that were shown to everyone. */
  readonly shownAnswers: RecentIds
  readonly answered: AnsweredMessages
  readonly moderation: Moderation
  readonly fetchRules: FetchRules
  /** The answers that were marked "Not it", as pseudonyms of reader and question. */
  readonly marks: RecentIds
  /** Keeps questions that went unanswered; null: none are kept. */
  readonly gaps: GapStore | null
  /** The pseudonym of a text, such as a user id, while this process runs. */
  readonly pseudonymOf: (text: string) => string
  /** Runs a task that no answer waits for, but the shutdown does. */
  readonly inBackground: (task: () => Promise<void>) => void
  /** The only channels, with their threads, in which it answers messages; none: everywhere. */
  readonly chatChannelIds: readonly string[]
  /** The forums whose new posts it answers without being asked. */
  readonly forumChannelIds: readonly string[]
  /** Whether user ids and the text of questions are logged. */
  readonly logQuestions: boolean
  /** Aborts when the bot is to stop. */
  readonly stop: AbortSignal
}

/** How the user addresses the bot. */
export type Origin = 'command' | 'menu' | 'button' | 'autocomplete' | 'chat' | 'forum' | 'form'

/** One interaction, or one message in a chat, and the bot that answers it. */
export interface InteractionContext {
  readonly bot: BotContext
  /** Adds the id of the interaction and the shard to each line. */
  readonly log: Logger
  /** The id of the user. */
  readonly user: string
  readonly origin: Origin
  /** Whether it happens in a server, and not in a direct message or another conversation. */
  readonly isInServer: boolean
}
