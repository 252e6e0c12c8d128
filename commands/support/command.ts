import type {
  APIApplicationCommandAttachmentOption,
  APIApplicationCommandBooleanOption,
  APIApplicationCommandStringOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { AnswerService, Progress } from '../../src/service/answer-service.ts'
import type { Reply } from './reply.ts'

/** The kinds of option in use, by Discord's numbers. Its own enum would cost every start the loading of the package. */
export const optionType = { string: 3, boolean: 5, attachment: 11 } as const

/** An option of a kind in use, in Discord's own form. */
export type CommandOption =
  | APIApplicationCommandStringOption
  | APIApplicationCommandBooleanOption
  | APIApplicationCommandAttachmentOption

/** A file that comes with a call, and is fetched when it is wanted. */
export interface Attachment {
  readonly name: string
  /** Its bytes, or a sentence that says why they cannot be had. `signal` ends the fetching. */
  read(signal?: AbortSignal): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }>
}

/** A command's definition in Discord's own form. */
export type CommandDefinition = Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'options'> & {
  readonly options?: readonly CommandOption[]
}

interface Values {
  readonly [optionType.string]: string
  readonly [optionType.boolean]: boolean
  readonly [optionType.attachment]: Attachment
}

type ValueOf<T> = T extends keyof Values ? Values[T] : never

type OptionOf<D> = D extends { readonly options: readonly (infer O)[] } ? O : never

type Named<O> = O extends { readonly name: infer N extends string; readonly type: infer T }
  ? O extends { readonly required: true }
    ? { readonly [K in N]: ValueOf<T> }
    : { readonly [K in N]?: ValueOf<T> | undefined }
  : never

type Merge<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never

/** The arguments of a command, derived from its definition: renaming an option breaks the compile where it is read. */
export type Args<D> = Merge<Named<OptionOf<D>>>

/** What a command may use. */
export interface CommandContext {
  readonly service: AnswerService
  /** Every command there is, for `/help`. */
  readonly commands: readonly Command[]
  /** Whether who asks may do what moderators do; absent: not. */
  readonly moderator?: ModeratorRights
  /** Who asks, for people to read. */
  readonly by?: string
  /** Shows how far something is that takes long; absent: nobody looks. */
  readonly report?: (progress: Progress) => void
  /** Ends such a thing before its time. */
  readonly signal?: AbortSignal
  /** Whether who asks can be asked back by the buttons of a reply; where not, what is asked for is done. */
  readonly hasButtons?: boolean
}

/** Whether who asks may do what moderators do, and if not, the sentence that says why. */
export type ModeratorRights = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/** A command as the faces see it. */
export interface Command {
  readonly definition: CommandDefinition
  /** Who may run it, and who sees the answer: by default everyone. A moderators' command answers in private. */
  readonly audience?: 'moderators'
  /** Runs the command. `raw` holds the options by name; one that is missing or of another kind gives a reply that says so. */
  run(raw: Readonly<Record<string, unknown>>, context: CommandContext): Promise<Reply>
}

/** A command on a message: what it is called in the message's menu, and what it answers about the text. */
export interface MessageCommand {
  readonly name: string
  run(text: string, context: CommandContext): Promise<Reply>
}
