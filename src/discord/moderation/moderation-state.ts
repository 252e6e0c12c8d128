import type { ReplyAction } from '../../../commands/support/reply.ts'
import type { AuditLog } from '../../library/changes/audit-log.ts'
import type { ModerationRule } from './authorize.ts'
import { createPending, type Pending } from './expiring-map.ts'

/** What a moderator was asked, and may still answer. */
export interface Question {
  readonly user: string
  /** The command that it is about. */
  readonly command: string
  readonly actions: readonly ReplyAction[]
}

/** What moderators' work needs. */
export interface Moderation {
  readonly rule: ModerationRule
  readonly audit: AuditLog
  readonly questions: Pending<Question>
  /** What is under way, and who may end it. */
  readonly running: Pending<{ readonly user: string; readonly stop: AbortController }>
  /** Cancels all that is under way: the bot is told to end. */
  readonly ending: AbortController
}

const maxQuestions = 20
const maxRunning = 20
/** Milliseconds: as long as an interaction can be answered. */
const life = 15 * 60_000

/** Moderators' work by a rule, with nothing under way. */
export function createModeration(rule: ModerationRule, audit: AuditLog): Moderation {
  return {
    rule,
    audit,
    questions: createPending(maxQuestions, life),
    running: createPending(maxRunning, life),
    ending: new AbortController(),
  }
}
