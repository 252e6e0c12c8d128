import type { InteractionRef } from '../delivery/interaction-client.ts'
import { type Deferral, type InteractionReply, type OpenForm, respond } from '../delivery/respond-in-time.ts'
import { sentence } from '../render/reply-message.ts'
import type { InteractionContext } from './bot-context.ts'
import type { Admission } from './guard.ts'

interface AnswerOptions<C> {
  readonly admission: Admission<C>
  readonly deferral: Deferral
  /** Whether the answer takes so long that it is always deferred; default false. */
  readonly isSlow?: boolean
  readonly answer: (command: C) => Promise<InteractionReply | OpenForm>
}

/** One private sentence as the response. */
export function says(text: string): InteractionReply {
  return { as: 'message', message: sentence(text) }
}

/** Answers an interaction that passed the guard; for any other, says why not. */
export async function answerInteraction<C>(
  interaction: InteractionRef,
  { bot: { sender, onTrouble, clock } }: InteractionContext,
  { admission, deferral, isSlow = false, answer }: AnswerOptions<C>,
): Promise<void> {
  if ('command' in admission) {
    const work = () => answer(admission.command)
    return respond({ to: interaction, deferral, work, sender, onTrouble, clock, isSlow })
  }
  const { reason, message } = admission.refusal
  const refused = reason === 'rate-limit' ? ({ as: 'message', private: true } as const) : deferral
  await respond({ to: interaction, deferral: refused, work: async () => says(message), sender, onTrouble, clock })
}
