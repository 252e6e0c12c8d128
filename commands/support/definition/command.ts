import type {
  APIApplicationCommandAttachmentOption,
  APIApplicationCommandBooleanOption,
  APIApplicationCommandStringOption,
} from 'discord-api-types/v10'
import type { Suggestion } from '../../../src/answers/suggest/suggest.ts'
import type { GapStore } from '../../../src/library/gaps/gap-store.ts'
import type { AnswerService, Progress } from '../../../src/service/answer-service.ts'
import type { Reply } from '../reply/reply.ts'

/** The option types in use, by Discord's numbers. Importing its own enum would slow down every start. */
export const optionType = { string: 3, boolean: 5, attachment: 11 } as const

/** Suggests values of an option for what the user has typed so far, the most likely first. */
export type Autocomplete = (typed: string, service: AnswerService) => Promise<readonly Suggestion[]>

type Described = 'type' | 'name' | 'description' | 'required'

/** An option in Discord's own form, except that a text says how it is completed. */
export type CommandOption =
  | (Pick<APIApplicationCommandStringOption, Described | 'min_length' | 'max_length'> & {
      readonly autocomplete?: Autocomplete
    })
  | Pick<APIApplicationCommandBooleanOption, Described>
  | Pick<APIApplicationCommandAttachmentOption, Described>

/** A file that is attached to a call; it is fetched when it is read. */
export interface Attachment {
  readonly name: string
  /** Fetches its bytes; `problem` is a sentence that says why that failed. `signal` cancels the request. */
  read(signal?: AbortSignal): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }>
}

/** A command as data. */
export interface CommandDefinition {
  readonly name: string
  readonly description: string
  /** Who may run the command. Only the user sees the reply to a moderator command. */
  readonly audience: 'everyone' | 'moderators'
  /** Whether everyone may run it, but moderators get another reply; default: no. */
  readonly variesByRights?: boolean
  readonly options?: readonly CommandOption[]
  /** In Discord, the command opens a form of its options if this one, a file, is missing; the form takes several files. */
  readonly formWithout?: string
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

/** The arguments of a command, derived from its definition, so that renaming an option breaks the compile. */
export type Args<D> = Merge<Named<OptionOf<D>>>

/** What a command may use. */
export interface CommandContext {
  readonly service: AnswerService
  /** All commands, for `/help`. */
  readonly commands: readonly Command[]
  /** The questions that went unanswered; undefined: they are not kept. */
  readonly gaps?: Pick<GapStore, 'list'>
  /** Whether the user is a moderator; default: no. */
  readonly moderator?: ModeratorRights
  /** The name of the user. */
  readonly by?: string
  /** Shows the progress of a command that takes long. */
  readonly report?: (progress: Progress) => void
  /** Cancels a command that takes long. */
  readonly signal?: AbortSignal
  /** Whether the reply can ask for a confirmation with buttons. If not, the command acts at once. */
  readonly hasButtons?: boolean
}

/** Whether the user may run moderator commands; if not, `why` is a sentence that says so. */
export type ModeratorRights = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/** The context of a user who may run moderator commands. */
export interface ModeratorContext extends CommandContext {
  readonly moderator: Extract<ModeratorRights, { readonly allowed: true }>
}

/** A command as the adapters see it. */
export interface Command {
  readonly definition: CommandDefinition
  /** Runs the command. `raw` holds the options by name. If they do not fit the definition, the reply is an error that says why. */
  run(raw: Readonly<Record<string, unknown>>, context: CommandContext): Promise<Reply>
}

/** A command on a message: its name in the message's menu, and what it answers about the text. */
export interface MessageCommand {
  readonly name: string
  run(text: string, context: CommandContext): Promise<Reply>
}
