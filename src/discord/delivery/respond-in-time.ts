import { type Clock, systemClock } from './clock.ts'
import { callbackDeadline, type Received, type Sender } from './interaction-client.ts'
import type { Outgoing } from './message-payload.ts'

/** What an interaction is answered with: a message of its own, or a change of the message whose button was pressed. */
export interface Response {
  readonly as: 'message' | 'update'
  readonly message: Outgoing
}

/** What Discord is told while the answer is being made. A deferral is as private as what comes of it. */
export interface Deferral {
  readonly as: 'message' | 'update'
  readonly private: boolean
}

export interface RespondOptions {
  readonly to: Received
  readonly deferral: Deferral
  /** Makes the answer; where that fails, an apology is the answer. */
  readonly work: () => Promise<Response>
  readonly sender: Sender
  /** Whether to defer before the work begins, because it will take long; default false. */
  readonly atOnce?: boolean | undefined
  readonly onTrouble: (what: string, error: unknown, about: string) => void
  /** Default: the system's. */
  readonly clock?: Clock
}

/** An answer that takes longer than this is deferred, in milliseconds. */
const patience = 1500
/** An interaction that is this old when it arrives is deferred at once. */
const oldOnArrival = 1000
/** An interaction's token is good for fifteen minutes; the last seconds are left to the way. */
const lastEdit = 15 * 60_000 - 5000

/** The answer if the program itself is at fault. */
export const apology = 'Something went wrong inside Verbatim. It has been logged; please try again later.'
const cannotBeShown: Outgoing = { content: 'That answer cannot be shown here.', private: true }

/** Answers an interaction in time, whatever happens on the way, and never twice. */
export async function respond(options: RespondOptions): Promise<void> {
  const { to, deferral, work, sender, onTrouble, atOnce, clock = systemClock } = options
  const make = () =>
    work().catch((error: unknown): Response => {
      onTrouble('an answer could not be made', error, to.id)
      return { as: 'message', message: { content: apology, private: true } }
    })
  const age = () => clock.now() - to.createdTimestamp
  const started = atOnce || age() > oldOnArrival ? null : make()
  if (started !== null) {
    const timer = new AbortController()
    const quick = await Promise.race([started, clock.wait(patience, timer.signal).then(() => null)])
    timer.abort()
    if (quick !== null) return answerAtOnce(quick)
  }
  const deferred =
    deferral.as === 'update'
      ? ({ does: 'defer-update' } as const)
      : ({ does: 'defer-message', private: deferral.private } as const)
  if ((await sender.callback(to, deferred)) === 'late') return
  return complete(await (started ?? make()))

  async function answerAtOnce({ as, message }: Response): Promise<void> {
    const sent = await sender.callback(to, { does: as, message })
    if (sent === 'refused') await sender.callback(to, { does: 'message', message: cannotBeShown })
    // The connection was lost: an edit changes nothing where the answer stands, and tells whether it does.
    if (sent === 'unknown' && (await sender.edit(to, message)) === 'unanswered') await again({ as, message })
  }

  async function complete({ as, message }: Response): Promise<void> {
    if (age() > lastEdit) return onTrouble('an answer came too late to be shown', null, to.id)
    if (as === 'message' && deferral.as === 'update') return void (await sender.followUp(to, message))
    if ((await sender.edit(to, message)) === 'unanswered') await again({ as, message })
  }

  async function again({ as, message }: Response): Promise<void> {
    if (age() < callbackDeadline) await sender.callback(to, { does: as, message })
    else onTrouble('an interaction could not be acknowledged in time', null, to.id)
  }
}
