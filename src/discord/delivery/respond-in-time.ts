import { fixedText } from '../../messages/fixed-text.ts'
import { type Clock, systemClock } from './clock.ts'
import type { FormDraft } from './form-payload.ts'
import { callbackDeadlineMs, type InteractionRef, type Sender } from './interaction-client.ts'
import type { MessageDraft } from './message-payload.ts'

/** The response to an interaction: a new message, or an update of the message whose button was pressed. */
export interface InteractionReply {
  readonly as: 'message' | 'update'
  readonly message: MessageDraft
}

/** A form that opens as the response. Discord opens none after a deferral. */
export interface OpenForm {
  readonly as: 'form'
  readonly form: FormDraft
}

/** What Discord shows while the answer is being made. A deferral must be as private as its answer. */
export interface Deferral {
  readonly as: 'message' | 'update'
  readonly private: boolean
}

export interface RespondOptions {
  readonly to: InteractionRef
  readonly deferral: Deferral
  /** Makes the answer. If it rejects, the answer is an apology. */
  readonly work: () => Promise<InteractionReply | OpenForm>
  readonly sender: Sender
  /** Whether to defer before the work starts, because it takes long; default false. */
  readonly isSlow?: boolean | undefined
  readonly onTrouble: (what: string, error: unknown, about: string) => void
  /** Default: the system's. */
  readonly clock?: Clock
}

/** An answer that takes longer than this is deferred, in milliseconds. */
const deferAfterMs = 1500
/** An interaction that is older than this when it arrives is deferred at once, in milliseconds. */
const lateArrivalMs = 1000
/** An interaction's token is valid for fifteen minutes; the last seconds are reserved for the request. */
const maxEditAgeMs = 15 * 60_000 - 5000

/** The answer if the program itself is at fault. */
export const apology = fixedText('delivery.apology')
const tooLateForForm: InteractionReply = {
  as: 'message',
  message: { content: fixedText('delivery.too-late-for-form'), private: true },
}
const rejected: MessageDraft = { content: fixedText('delivery.refused'), private: true }

/** Responds to an interaction within Discord's deadline, and exactly once. */
export async function respond(options: RespondOptions): Promise<void> {
  const { to, deferral, work, sender, onTrouble, isSlow, clock = systemClock } = options
  const make = () =>
    work().catch((error: unknown): InteractionReply | OpenForm => {
      onTrouble('an answer failed', error, to.id)
      return { as: 'message', message: { content: apology, private: true } }
    })
  const age = () => clock.now() - to.createdTimestamp
  const started = isSlow || age() > lateArrivalMs ? null : make()
  if (started !== null) {
    const timer = new AbortController()
    const quick = await Promise.race([started, clock.wait(deferAfterMs, timer.signal).then(() => null)])
    timer.abort()
    if (quick?.as === 'form') return void (await sender.callback(to, { does: 'form', form: quick.form }))
    if (quick !== null) return answerAtOnce(quick)
  }
  const deferred =
    deferral.as === 'update'
      ? ({ does: 'defer-update' } as const)
      : ({ does: 'defer-message', private: deferral.private } as const)
  if ((await sender.callback(to, deferred)) === 'late') return
  const late = await (started ?? make())
  return complete(late.as === 'form' ? tooLateForForm : late)

  async function answerAtOnce({ as, message }: InteractionReply): Promise<void> {
    const sent = await sender.callback(to, { does: as, message })
    if (sent === 'refused') await sender.callback(to, { does: 'message', message: rejected })
    // The connection was lost. An edit shows whether the answer arrived, and changes nothing if it did.
    if (sent === 'unknown' && (await sender.edit(to, message)) === 'unanswered') await again({ as, message })
  }

  async function complete({ as, message }: InteractionReply): Promise<void> {
    if (age() > maxEditAgeMs) return onTrouble('an answer came too late to be shown', null, to.id)
    if (as === 'message' && deferral.as === 'update') return void (await sender.followUp(to, message))
    if ((await sender.edit(to, message)) === 'unanswered') await again({ as, message })
  }

  async function again({ as, message }: InteractionReply): Promise<void> {
    if (age() < callbackDeadlineMs) await sender.callback(to, { does: as, message })
    else onTrouble('an interaction could not be acknowledged in time', null, to.id)
  }
}
