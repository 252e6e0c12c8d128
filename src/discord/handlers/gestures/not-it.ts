import { fixedText } from '../../../messages/fixed-text.ts'
import type { InteractionContext } from '../../context/bot-context.ts'
import type { CommandCall } from '../../message-state/call-text.ts'

/** An answer that a reader marks "Not it". */
export interface MarkedAnswer {
  readonly call: CommandCall
  /** The id of the user who asked; null if the answer is private. */
  readonly asker: string | null
}

/** Counts a "Not it" mark, once for each reader and question, and keeps the question as a gap. Returns what to say. */
export function markAnswer({ call, asker }: MarkedAnswer, { bot, user, isInServer }: InteractionContext): string {
  const { marks, meter, gaps, pseudonymOf, inBackground } = bot
  // Only a hash is kept of who marked what, and only in memory.
  if (!marks.add(pseudonymOf(JSON.stringify([user, call])))) return fixedText('not-it.known')
  meter.marked(call.command)
  if (gaps !== null && isInServer && asker !== null)
    inBackground(() => gaps.add({ why: 'marked', call, asker: pseudonymOf(asker) }))
  return fixedText('not-it.noted')
}
