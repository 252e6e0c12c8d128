import type { MetadataSource } from '../../corpus/article/article.ts'
import type { Range } from '../../language/text/range.ts'
import type { ArticleReference, Citation, CitedText, Snippet } from './cited-text.ts'

/** Quoted words inside a snippet: offsets in the snippet's text, quotation marks excluded. */
export interface QuotedWords extends Range {
  readonly text: string
}

/** Another wording of a statement, with every place that has it. */
export interface StatementWording extends CitedText {
  readonly alsoIn: readonly Citation[]
}

export interface Speaker {
  readonly name: string
  /** The speaker's role as the article words it, if it states one. */
  readonly role: string | null
  /** The word or phrase of the article that marks speech ("said", "made it clear"), if there is one. */
  readonly cue: string | null
  /** Other speakers that other articles name for the same words. */
  readonly others: readonly { readonly speaker: string; readonly citation: Citation }[]
}

/** Who makes a statement, and which sentences report it. */
export interface StatementSource {
  /** Null if the article does not name the speaker. */
  readonly speaker: Speaker | null
  /** The words of the snippet that say who an unnamed speaker is ("two officials"); null if there are none or the speaker is named. */
  readonly source: string | null
  /** The sentences of other places that report the statement in their own words. They are not the speaker's words. */
  readonly reports: readonly StatementWording[]
}

/** The quotation inside a snippet. */
export interface QuotedStatement extends StatementSource {
  /** `mixed`: the article attributes words of its own to the speaker, too. */
  readonly form: 'quoted' | 'mixed'
  readonly quotation: QuotedWords
  /** The same statement as other articles quote it: longer, shorter, in another translation. */
  readonly variants: readonly StatementWording[]
}

/** One version of what reports say differently. */
export interface DifferingValue extends CitedText {
  /** Where other articles have the same value. */
  readonly alsoIn: readonly Citation[]
}

/** A point on which the reports of a fact differ, with one value for each version. */
export interface ItemDifference {
  readonly kind: 'figure' | 'date' | 'negation' | 'doer' | 'place' | 'wording'
  readonly values: readonly DifferingValue[]
}

/** A source that articles cite for a fact. */
export interface Attribution {
  readonly source: CitedText
  /** How many articles cite it. */
  readonly articles: number
}

/** How well a fact is supported. */
export interface FactSupport {
  /** How many of the articles that report the fact were written independently of each other. */
  readonly independent: number
  /** Null if the reports cite no source, or different ones. */
  readonly attribution: Attribution | null
}

/**
 * How the words of a part of a message compare with those of an item's snippet: `same`: all of them, in the same order;
 * `negated`: the same, but the article's clause also has a negation; `near`: they differ only in spelling, in the form of numbers, and in
 * words that do not change the meaning; `similar`: the snippet has most of the content words.
 */
export type PartMatch = 'same' | 'negated' | 'near' | 'similar'

/** The part of a message that an item matches. */
export interface MatchedPart {
  /** Its words as the message has them, on one line. */
  readonly text: string
  readonly match: PartMatch
  /** Words of the part that the snippet does not have, as the message has them. */
  readonly onlyInMessage: readonly string[]
  /** Words of the snippet that the part does not have, or that negate it, as the snippet has them. */
  readonly onlyInSnippet: readonly string[]
  /** How many further places with the same words are not shown. */
  readonly further: number
}

interface ItemBase {
  readonly snippet: Snippet
  /** Other articles, or other paragraphs of the same article, that say the same. */
  readonly alsoIn: readonly Citation[]
}

/** Sentences that answer a question, or come closest to it. */
export interface SentenceItem extends ItemBase {
  readonly kind: 'sentence'
}

/** A quotation with its speaker. */
export interface QuotationItem extends ItemBase {
  readonly kind: 'quotation'
  readonly statement: QuotedStatement
}

/** A statement that the articles report without quoting it. The snippet has the article's words, not the speaker's. */
export interface ReportItem extends ItemBase {
  readonly kind: 'report'
  readonly statement: StatementSource
}

/** A statement with its speaker. */
export type StatementItem = QuotationItem | ReportItem

/** A fact: what one or more sentences report. */
export interface FactItem extends ItemBase {
  readonly kind: 'fact'
  /** The heading that it is listed under ("in both", or a day in ISO form); null in a list without headings. */
  readonly label: string | null
  /** The part of the snippet that reports the fact, as offsets in its text. */
  readonly focus: Range
  /** Null if only some of the articles that report the fact are considered: its support among those is not known. */
  readonly support: FactSupport | null
  readonly differences: readonly ItemDifference[]
}

/** Text that matches a part of a message. */
export interface MatchItem extends ItemBase {
  readonly kind: 'match'
  readonly part: MatchedPart
  /** The quotation that the snippet holds; null if the matching text is not quoted. */
  readonly statement: QuotedStatement | null
}

/** A detail of an article that can be asked for. */
export type MetadataField = 'author' | 'date' | 'outlet' | 'url'

/** What is known about an article: no text of it, and no citation. */
export interface MetadataItem {
  readonly kind: 'metadata'
  readonly field: MetadataField
  readonly value: string
  readonly article: ArticleReference
  /** Where the value was read. */
  readonly readFrom: MetadataSource
}

/** Text of an article with its citation. */
export type TextItem = SentenceItem | StatementItem | FactItem | MatchItem

/** One thing that an answer shows. */
export type Item = TextItem | MetadataItem

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
  /** Null if no command is known to show something. */
  readonly instead: Instead | null
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
