import type { ReplyStatus } from '../../../commands/support/reply/reply.ts'

/** An answer that was given. */
export interface Answered {
  /** How the user asked. */
  readonly by: string
  readonly command: string
  readonly status: ReplyStatus
  /** How long making the answer took. */
  readonly seconds: number
}

/** What is counted for `/metrics`. */
export interface Meter {
  answered(answer: Answered): void
  /** A question was refused because its user asks too many. */
  limited(): void
  /** Somebody marked an answer of a command "Not it". */
  marked(command: string): void
  /** Discord did not accept a message, or did not say whether it did. */
  trouble(): void
}

/** Counts nothing. */
export const noMeter: Meter = {
  answered: () => undefined,
  limited: () => undefined,
  marked: () => undefined,
  trouble: () => undefined,
}
