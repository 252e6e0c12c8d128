import type { ReplyAction } from '../../../commands/support/reply/reply.ts'
import type { AuditLog } from '../../library/changes/audit-log.ts'
import type { ModerationRule } from './authorize.ts'
import { createExpiringMap, type ExpiringMap } from './expiring-map.ts'

/** A message with buttons that waits for its moderator. */
export interface Question {
  readonly user: string
  /** The command that the message answers. */
  readonly command: string
  readonly actions: readonly ReplyAction[]
}

/** What the interactions of moderators share. */
export interface Moderation {
  readonly rule: ModerationRule
  readonly audit: AuditLog
  readonly questions: ExpiringMap<Question>
  /** Commands that are running, and who may cancel them. */
  readonly running: ExpiringMap<{ readonly user: string; readonly stop: AbortController }>
  /** Cancels all of them when the bot shuts down. */
  readonly shutdown: AbortController
}

const maxQuestions = 20
const maxRunning = 20
/** As long as an interaction can be answered, in milliseconds. */
const lifetimeMs = 15 * 60_000

export function createModeration(rule: ModerationRule, audit: AuditLog): Moderation {
  return {
    rule,
    audit,
    questions: createExpiringMap(maxQuestions, lifetimeMs),
    running: createExpiringMap(maxRunning, lifetimeMs),
    shutdown: new AbortController(),
  }
}
