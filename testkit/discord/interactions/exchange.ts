import { loading, type Message } from '../messages/messages.ts'
import type { Choice, Form } from '../schema/limits.ts'
import type { Signal } from '../server/signal.ts'

/** One thing that the bot sent about an interaction or a chat message, and that Discord accepted. */
export interface Response {
  readonly kind: 'callback' | 'edit' | 'follow-up' | 'delete' | 'reply'
  /** The type of a callback: 4 message, 5 and 6 deferred, 7 edit of the pressed message, 8 choices, 9 a form. */
  readonly type?: number
  /** The body as the bot sent it. */
  readonly body: unknown
  /** The message that it made or changed. */
  readonly messageId?: string | undefined
  /** Milliseconds since Discord made the interaction or message. */
  readonly after: number
}

/** Something a user did, and everything that the bot answers to it. */
export interface Exchange {
  readonly id: string
  /** What the bot sent, in order. */
  readonly responses: readonly Response[]
  /** The message that answers, in its present state: the response, or the reply to a chat message. */
  message(): Message | undefined
  /** The further messages, in their present state. */
  followUps(): readonly Message[]
  /** Waits for the first sign of the bot. */
  acknowledged(): Promise<Response>
  /** Waits until the bot has said something (a deferral is nothing said), and returns that message. */
  answered(): Promise<Message>
  /** Waits for a form to open. */
  opened(): Promise<OpenedForm>
  /** Waits for the choices of an autocomplete. */
  suggested(): Promise<readonly Choice[]>
}

/** A form that the bot opened, and the message whose button opened it. */
export interface OpenedForm extends Form {
  readonly message?: Message
}

/** What the server keeps of an exchange. */
export interface OpenExchange {
  readonly id: string
  /** When it was made; and when its id says so, from which deadlines count. Milliseconds since 1970. */
  readonly createdAt: number
  readonly issuedAt: number
  readonly channelId: string
  readonly guildId?: string | undefined
  /** Of an interaction: its type, its token, who asked, and the message whose button was pressed. */
  readonly interaction?: {
    readonly type: number
    readonly token: string
    readonly metadata: object
    readonly source?: string
  }
  readonly responses: Response[]
  readonly followUps: string[]
  acknowledged: boolean
  choices?: readonly Choice[]
  form?: Form
  /** The message that answers. */
  original?: string | undefined
}

/** The view of an exchange that tests get. */
export function viewExchange(open: OpenExchange, messages: ReadonlyMap<string, Message>, signal: Signal): Exchange {
  const what = (missing: string): string =>
    `${missing} to ${open.interaction ? 'interaction' : 'message'} ${open.id}; so far: ${JSON.stringify(open.responses)}`
  const said = ({ kind, type, messageId }: Response): Message | undefined => {
    if (kind === 'delete' || (kind === 'callback' && type !== 4 && type !== 7)) return undefined
    const message = messages.get(messageId ?? '')
    return message && (message.flags & loading) === 0 ? message : undefined
  }
  return {
    id: open.id,
    responses: open.responses,
    message: () => messages.get(open.original ?? ''),
    followUps: () => open.followUps.flatMap((id) => messages.get(id) ?? []),
    acknowledged: () => signal.until(what('an answer'), () => open.responses[0]),
    answered: () => signal.until(what('a message'), () => open.responses.map(said).find(Boolean)),
    opened: () =>
      signal.until(what('a form'), () => {
        const message = messages.get(open.interaction?.source ?? '')
        return open.form && { ...open.form, ...(message && { message }) }
      }),
    suggested: () => signal.until(what('choices'), () => open.choices),
  }
}
