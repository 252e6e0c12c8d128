import type {
  Answered,
  Example,
  Instead,
  NothingFound,
  NothingFoundReason,
  SearchScope,
} from '../../../src/answers/answer/answer.ts'
import type { Item, SentenceItem } from '../../../src/answers/answer/item.ts'
import type { ArticleChange, Refused, Upload, UploadPreview } from '../../../src/service/answer-service.ts'
import type { LineText } from './line-text.ts'
import { type Note, noteText } from './note.ts'
import { nothingFoundNote } from './nothing-found.ts'

/** A line of a list. */
export interface ReplyLine {
  readonly label: string
  readonly text: LineText
  readonly detail?: LineText
}

/** A file that may be added, and what it would become. */
export interface UploadDraft {
  readonly upload: Upload
  readonly preview: UploadPreview
}

/** A button under a reply. */
export type ReplyAction = {
  readonly label: string
  readonly style: 'plain' | 'main' | 'danger'
} & (
  | { readonly does: 'change'; readonly change: ArticleChange }
  | { readonly does: 'cancel' }
  /** Opens a form with what was read of the draft at this place. */
  | { readonly does: 'edit'; readonly drafts: readonly UploadDraft[]; readonly at: number }
)

/** Text of articles with citations, or what is known about articles. */
export interface AnswerReply {
  readonly kind: 'answer'
  /** The query as typed, or what the command shows without one. */
  readonly heading: string
  readonly note: string | null
  /** A remark below the items. */
  readonly footnote: string | null
  readonly items: readonly Item[]
  /** How many items there are in all, including those left out. */
  readonly total: number
  /** Whether the items may not answer the query. */
  readonly unsure: boolean
  /** Whether the first item is the answer, and the others only come close to it. */
  readonly bestFirst: boolean
  readonly scope: SearchScope
}

/** A list about the articles or the program. */
export interface ListReply {
  readonly kind: 'list'
  readonly heading: string
  readonly note: string | null
  readonly lines: readonly ReplyLine[]
  /** What the list covers; null if it does not depend on the articles. */
  readonly scope: SearchScope | null
  /** The same content for programs. */
  readonly data: unknown
  /** What can be done next. */
  readonly actions: readonly ReplyAction[]
  /** The same content as a file. */
  readonly file?: { readonly name: string; readonly text: string }
}

/** The articles do not answer the query. */
export interface NothingReply {
  readonly kind: 'nothing'
  readonly heading: string
  /** Why there is no answer. */
  readonly note: Note
  readonly reason: NothingFoundReason
  /** The nearest sentences, which are not an answer. */
  readonly nearest: readonly SentenceItem[]
  /** Commands that show what there is instead, the best first. */
  readonly instead: readonly Instead[]
  /** Null if there was nothing to search for. */
  readonly scope: SearchScope | null
}

/** The command could not be run. */
export interface ErrorReply {
  readonly kind: 'error'
  readonly heading: string
  /** What was wrong and what to do, as a sentence. */
  readonly message: string
  /** The generation that could not answer; null if none was asked. */
  readonly generation: string | null
}

/** A question to the user. Nothing has been done yet. */
export interface ConfirmationReply {
  readonly kind: 'confirmation'
  readonly heading: string
  readonly note: string
  readonly lines: readonly ReplyLine[]
  /** The same content for programs. */
  readonly data: unknown
  readonly actions: readonly ReplyAction[]
}

/** What can be asked. */
export interface HelpReply {
  readonly kind: 'help'
  readonly heading: string
  readonly note: string
  /** Calls that the articles answer. */
  readonly examples: readonly Example[]
  /** The commands that the user may run. */
  readonly commands: readonly {
    readonly name: string
    readonly audience: 'everyone' | 'moderators'
    /** How it is written: "/ask question [article:…]". */
    readonly usage: string
    readonly description: string
  }[]
  /** What the examples are from. */
  readonly scope: SearchScope
}

/** What a command answers: plain data that every adapter can show. */
export type Reply = AnswerReply | ListReply | NothingReply | ErrorReply | ConfirmationReply | HelpReply

/** The outcome of a command as programs and metrics know it. */
export type ReplyStatus = 'answered' | 'nothing-found' | 'error'

/** The status of a reply. */
export function replyStatus({ kind }: Reply): ReplyStatus {
  switch (kind) {
    case 'nothing':
      return 'nothing-found'
    case 'error':
      return 'error'
    default:
      return 'answered'
  }
}

/** The id of the generation that a reply was made from, or null if it does not depend on the articles. */
export function replyGeneration(reply: Reply): string | null {
  switch (reply.kind) {
    case 'error':
      return reply.generation
    case 'confirmation':
      return null
    default:
      return reply.scope?.generation ?? null
  }
}

/** The files that an item cites. */
export function citedFiles(item: Item): readonly string[] {
  const places = item.kind === 'metadata' ? [item.article] : [item.snippet.citation, ...item.alsoIn]
  return places.map(({ file }) => file)
}

/** How many articles some items are from. */
export function citedArticles(items: readonly Item[]): number {
  return new Set(items.flatMap(citedFiles)).size
}

/** What a moderator can do next. */
export function replyActions(reply: Reply): readonly ReplyAction[] {
  return reply.kind === 'list' || reply.kind === 'confirmation' ? reply.actions : []
}

/** The outcome of a command in a sentence, for the audit log. */
export function replySummary(reply: Reply): string {
  switch (reply.kind) {
    case 'confirmation':
      return `asked for confirmation: ${reply.heading}`
    case 'error':
      return reply.message
    case 'nothing':
      return noteText(reply.note)
    default:
      return reply.note ?? reply.heading
  }
}

/** A reply that says what was wrong with the input. */
export function errorReply(heading: string, message: string, generation: string | null = null): ErrorReply {
  return { kind: 'error', heading, message, generation }
}

/** An answer as a reply. */
export function answerReply(
  heading: string,
  answer: Answered<Item> | NothingFound | Refused,
): AnswerReply | NothingReply | ErrorReply {
  if (answer.status === 'error') return errorReply(heading, answer.message, answer.generation)
  const scope = { generation: answer.generation, articles: answer.articles }
  if (answer.status === 'nothing-found') {
    const { nearest, reason, instead } = answer
    return { kind: 'nothing', heading, note: nothingFoundNote(answer), reason, nearest, instead, scope }
  }
  const { items, total } = answer
  return { kind: 'answer', heading, note: null, footnote: null, items, total, unsure: false, bestFirst: false, scope }
}

/** A list as a reply. */
export function listReply(
  heading: string,
  lines: readonly ReplyLine[],
  more: Pick<ListReply, 'note' | 'scope' | 'data'> & Partial<Pick<ListReply, 'actions' | 'file'>>,
): ListReply {
  return { kind: 'list', heading, lines, actions: [], ...more }
}
