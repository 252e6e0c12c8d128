import type { MetadataSource } from '../../corpus/article/article.ts'
import type { Range } from '../../language/text/range.ts'
import type { Difference } from '../../reading/facts/differences/difference.ts'
import type { ArticleReference, Citation, CitedText, Snippet } from './cited-text.ts'

/** Quoted words inside a snippet: offsets in the snippet's text, quotation marks excluded. */
export interface QuotedWords extends Range {
  readonly text: string
}

/** A text of an article with every place that has it: the same words, or for a figure or a time the same value. */
export interface RepeatedText extends CitedText {
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
  /** Whether who says it is what was asked. */
  readonly isAsked: boolean
  /** The sentences of other places that report the statement in their own words. They are not the speaker's words. */
  readonly reports: readonly RepeatedText[]
}

/** The quotation inside a snippet. */
export interface QuotedStatement extends StatementSource {
  /** `mixed`: the article attributes words of its own to the speaker, too. */
  readonly form: 'quoted' | 'mixed'
  readonly quotation: QuotedWords
  /** The same statement as other articles quote it: longer, shorter, in another translation. */
  readonly variants: readonly RepeatedText[]
}

/** A point on which the reports of a fact differ, with one value for each version. */
export interface ItemDifference {
  readonly kind: Difference['kind']
  readonly values: readonly RepeatedText[]
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
  /** The points asked for on which articles contradict the snippet. */
  readonly differences: readonly ItemDifference[]
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
