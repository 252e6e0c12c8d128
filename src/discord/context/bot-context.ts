import type { Logger } from 'pino'
import type { Command, MessageCommand } from '../../../commands/support/command.ts'
import type { AnswerService } from '../../service/answer-service.ts'
import type { Sender } from '../delivery/interaction-client.ts'
import type { Moderation } from '../moderation/moderation-state.ts'
import type { Meter } from '../monitoring/meter.ts'
import type { FetchRules } from '../render/fetch-attachment.ts'
import type { RateLimit } from './rate-limit.ts'
import type { RecentIds } from './recent-ids.ts'

/** What everything that answers someone needs. */
export interface Desk {
  readonly service: AnswerService
  readonly commands: readonly Command[]
  readonly messageCommands: readonly MessageCommand[]
  readonly sender: Sender
  readonly log: Logger
  readonly meter: Meter
  /** Hears of what went wrong on the way to Discord; `about` is the id of the interaction or message. */
  readonly onTrouble: (what: string, error: unknown, about: string) => void
  /** How many questions, presses of buttons and suggestions one person may have. */
  readonly questions: RateLimit
  readonly presses: RateLimit
  readonly suggestions: RateLimit
  /** How often one is told to slow down in a channel, where everyone reads it. */
  readonly slowDowns: RateLimit
  /** The private answers that were shown to everyone, by their messages' ids. */
  readonly shownAnswers: RecentIds
  readonly moderation: Moderation
  readonly fetchRules: FetchRules
  /** Whether user ids and the texts of questions are logged. */
  readonly logQuestions: boolean
}
