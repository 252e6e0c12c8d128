import { fixedText } from '../../messages/fixed-text.ts'
import type { InteractionContext } from './bot-context.ts'
import type { RateLimit } from './rate-limit.ts'

/** Why an interaction is not answered as asked, and the sentence that tells the user. */
export interface Refusal {
  readonly reason: 'rate-limit' | 'unknown-command'
  readonly message: string
}

export type Admission<C> = { readonly command: C } | { readonly refusal: Refusal }

export interface GuardOptions<C> {
  /** The limit that the interaction counts towards. */
  readonly limit: RateLimit
  /** What is asked for; undefined if the bot does not know it. */
  readonly command: C | undefined
  /** The sentence for what the bot does not know; default: none, for handlers that show none. */
  readonly unknown?: string
}

/** The check that every interaction passes before it is answered: not too many, and the bot knows what is asked for. */
export function guard<C>(
  { bot, user, origin }: InteractionContext,
  { limit, command, unknown = '' }: GuardOptions<C>,
): Admission<C> {
  const waitMs = limit.take(user)
  if (waitMs > 0) {
    // Suggestions that are left out are no questions turned away.
    if (origin !== 'autocomplete') bot.meter.limited()
    return { refusal: { reason: 'rate-limit', message: slowDown(waitMs) } }
  }
  return command === undefined ? { refusal: { reason: 'unknown-command', message: unknown } } : { command }
}

function slowDown(waitMs: number): string {
  return fixedText('refusal.slow-down', { count: Math.ceil(waitMs / 1000) })
}
