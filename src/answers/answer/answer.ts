import type { Item, MatchItem, MetadataField, SentenceItem, TextItem } from './item.ts'

/** What a question asks for, if only one kind of thing can answer it. */
export type RequiredType = 'name' | 'figure' | 'percent' | 'money' | 'date' | 'place' | 'country'

/** Why there is no answer. `words` are the words of the question that the reason is about, as typed. */
export type NothingFoundReason =
  | {
      readonly code:
        | /** No text has these words; without words, no text is about the question at all. */ 'unknown-words'
        /** No sentence has these words together with the rest of the question. */
        | 'words-apart'
        /** No sentence about these names answers the question. */
        | 'name-absent'
        /** Nobody with this name says anything. */
        | 'no-speaker'
        /** They say something, but not about the topic asked for. */
        | 'other-topic'
      readonly words: readonly string[]
    }
  /** No sentence states what the question asks for. */
  | { readonly code: 'type-absent'; readonly type: RequiredType }
  /** This detail of the article with this title is not known. */
  | { readonly code: 'metadata-absent'; readonly field: MetadataField; readonly title: string }
  | {
      readonly code: /** The articles report it with the roles reversed. */
        | 'roles-reversed'
        /** No sentence matches well enough. */
        | 'weak-match'
        /** Nobody is quoted or reported as saying this. */
        | 'not-quoted'
    }

/** The articles that an answer was searched in. */
export interface SearchScope {
  /** The generation's id. */
  readonly generation: string
  /** How many articles were searched. */
  readonly articles: number
}

export interface Answered<I extends Item = TextItem> extends SearchScope {
  readonly status: 'answered'
  readonly items: readonly I[]
  /** How many items there are in all, including those left out. */
  readonly total: number
}

/** A command that shows what there is instead. */
export interface Instead {
  readonly command: 'facts' | 'quotes'
  /** Its topic or speaker, as typed or as the articles have it. */
  readonly about: string
}

export interface NothingFound extends SearchScope {
  readonly status: 'nothing-found'
  readonly reason: NothingFoundReason
  /** Commands that are known to show something, the best first; up to three. */
  readonly instead: readonly Instead[]
  /** The nearest paragraphs, which are not an answer; up to three. */
  readonly nearest: readonly SentenceItem[]
}

/** What the articles say to a question: plain data that knows neither Discord nor a terminal. */
export type Answer<I extends Item = TextItem> = Answered<I> | NothingFound

/** A short reply about the bot or its articles, to a message that asks nothing about the world. */
export interface AboutBot extends SearchScope {
  readonly status: 'about'
  readonly topic: 'greeting' | 'thanks' | 'help' | 'articles'
  /** Questions that the articles answer, up to three. */
  readonly examples: readonly string[]
  /** The articles' titles with their dates, oldest first, if the message asks about them; otherwise none. */
  readonly titles: readonly { readonly title: string; readonly date: string | null }[]
}

/** A call that the articles answer. */
export interface Example {
  readonly command: 'ask' | 'who-said' | 'quotes' | 'facts'
  /** The value of its first option. */
  readonly value: string
}

/** Calls that the articles answer, one for each command that has one. */
export interface Examples extends SearchScope {
  readonly examples: readonly Example[]
}

/** The answer to a question in the user's own words. `unsure`: the items may not answer it. */
export type AskAnswer = (Answered<Item> & { readonly unsure: boolean }) | NothingFound | AboutBot

/** What was looked up in a message. */
export interface MessageLookup {
  /** Why nothing could be looked up: the message has no text, has no words, or says too little. Null if something was looked up. */
  readonly lacks: 'text' | 'words' | 'content' | null
  /** Quotations in the message, as the message words them, that no article has. */
  readonly absent: readonly string[]
  /** Parts that are the title of an article. The article's text may not contain its title. */
  readonly titles: readonly { readonly text: string; readonly article: string }[]
  /** Whether sentences outside quotations were looked up. */
  readonly hasSentences: boolean
  /** Whether the message is too long, so that only its beginning was looked up. */
  readonly isCut: boolean
}

/** What the articles have of the text of a message. */
export type MessageAnswer = Answer<MatchItem> & { readonly lookup: MessageLookup }

/** The maximum number of items of an answer to `/ask`, of any other answer, and of `nearest`. */
export const maxAskItems = 3
export const maxItems = 25
export const maxNearest = 3
/** The maximum number of commands that are suggested instead. */
export const maxInstead = 3
