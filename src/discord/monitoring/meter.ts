import type { Reply } from '../../../commands/support/reply.ts'

/** What is counted for `/metrics`. */
export interface Meter {
  /** A command was answered so many seconds after it arrived; `by` is how it was asked. */
  answered(by: 'command' | 'chat' | 'menu' | 'button', command: string, status: Reply['status'], seconds: number): void
  /** A question was turned away because its author asks too many. */
  limited(): void
  /** Something that the bot sent did not arrive, or not for sure. */
  trouble(): void
}

/** Counts nothing. */
export const noMeter: Meter = { answered: () => undefined, limited: () => undefined, trouble: () => undefined }
