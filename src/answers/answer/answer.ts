import type { Range } from '../../language/text/range.ts'

/** Where a snippet stands: article, paragraph, offsets, and a hash that tells whether the paragraph is still the same. */
export interface Citation extends Range {
  /** The article's path below the articles' folder, with `/`. */
  readonly file: string
  /** The article's id. */
  readonly article: string
  /** The shortest beginning of the id that no other article's shares. */
  readonly shortId: string
  readonly title: string
  readonly date: string | null
  readonly outlet: string | null
  readonly url: string | null
  /** The paragraph's number in the article, from 1. */
  readonly paragraph: number
  /** The first 16 hex digits of the SHA-256 of the paragraph's text. */
  readonly hash: string
}

/** Whole sentences of a paragraph, unchanged. */
export interface Snippet {
  /** The paragraph's characters from `citation.start` to `citation.end`. */
  readonly text: string
  readonly citation: Citation
  /** The words that matched, as offsets in `text`, in order and apart. */
  readonly highlights: readonly Range[]
}

/** A quoted stretch inside a snippet; offsets in the snippet's text, marks excluded. */
export interface QuotedWords extends Range {
  readonly text: string
}

/** Words of an article with where they stand. */
export interface CitedText {
  /** The paragraph's characters from `citation.start` to `citation.end`. */
  readonly text: string
  readonly citation: Citation
}

/** Another wording of a quotation, with every place that has it. */
export interface QuotationVariant extends CitedText {
  readonly alsoIn: readonly Citation[]
}

/** A point in which the reports of a fact differ: one value for each thing that they say. */
export interface ItemDifference {
  readonly kind: 'figure' | 'date' | 'negation' | 'wording'
  readonly values: readonly CitedText[]
}

/**
 * How the words of a part of a message compare with those of an item's snippet: `same`: all of them, in the same row; `negated`:
 * the same, but the clause of the article has a negation beside them; `near`: they differ in spelling, in the form of numbers, and in words that change
 * nothing; `similar`: the snippet has most of those that tell something.
 */
export type PartMatch = 'same' | 'negated' | 'near' | 'similar'

/** The part of a message that an item answers. */
export interface AnsweredPart {
  /** Its words as the message has them, on one line. */
  readonly text: string
  readonly match: PartMatch
  /** Words of the part that the snippet does not have, as the message has them. */
  readonly onlyInMessage: readonly string[]
  /** Words that the snippet has among those of the part, or which negate them, as the snippet has them. */
  readonly onlyInSnippet: readonly string[]
  /** How many further places with the same words are not shown. */
  readonly further: number
}

/** One thing an answer shows. */
export interface AnswerItem {
  readonly snippet: Snippet
  /** Where other articles, or other places of this one, say the same. */
  readonly alsoIn: readonly Citation[]
  /** Who said it, where the item is a quotation: null when the speaker is unclear, absent when it is none. */
  readonly speaker?: string | null
  /** The speaker's role as the article words it. */
  readonly role?: string | null
  /** The word of the article that marks speech ("said"). */
  readonly cue?: string | null
  /** Other speakers whom other articles name for the same words. */
  readonly otherSpeakers?: readonly { readonly speaker: string; readonly citation: Citation }[]
  readonly quotation?: QuotedWords
  /** The same utterance as other articles word it: longer, shorter, in another translation. */
  readonly variants?: readonly QuotationVariant[]
  /** Under what it is listed: "in both", or a day in ISO form. */
  readonly label?: string
  /** The part of the snippet that reports the fact, as offsets in its text. */
  readonly focus?: Range
  /** How many of the articles that report the fact were written apart from one another. */
  readonly independent?: number
  /** Whom the reports cite, or null where they cite nobody or not the same. */
  readonly attributedTo?: CitedText | null
  /** In how many articles the reports cite it. */
  readonly citedBy?: number
  /** Where the reports of the fact differ. */
  readonly differences?: readonly ItemDifference[]
  /** What of a message it answers. */
  readonly part?: AnsweredPart
}

/** Why there is no answer: a code for programs and a few words for people. */
export interface NothingFoundReason {
  readonly code: /** No text has the words at all. */
    | 'unknown-words'
    /** The words stand only apart from the rest of the question. */
    | 'words-apart'
    | 'name-absent'
    | 'type-absent'
    | 'roles-reversed'
    | 'weak-match'
    | 'not-quoted'
    | 'no-speaker'
  /** The words of the question that it is about, as typed. */
  readonly words: readonly string[]
}

interface Searched {
  /** The generation's id. */
  readonly generation: string
  readonly articles: number
}

export interface Answered extends Searched {
  readonly status: 'answered'
  readonly items: readonly AnswerItem[]
  /** How many items there are in all, those left out included. */
  readonly total: number
  /** How many quotations were left out because their speaker is unclear. */
  readonly unclear?: number
}

export interface NothingFound extends Searched {
  readonly status: 'nothing-found'
  readonly reason: NothingFoundReason
  /** The nearest paragraphs, which are not an answer; up to three. */
  readonly nearest: readonly AnswerItem[]
}

/** What was looked up of a message. */
export interface LookedUp {
  /** `text`: nothing, the message holds no text; `words`: nothing, it holds no words; `enough`: nothing, it says too little. */
  readonly lacks: 'text' | 'words' | 'enough' | null
  /** Quotations of the message, in its own words, that no article has. */
  readonly absent: readonly string[]
  /** Parts that are the title of an article, whose text need not have them. */
  readonly titles: readonly { readonly text: string; readonly article: string }[]
  /** Whether sentences that are no quotations were looked up. */
  readonly hasSentences: boolean
  /** Whether the message holds more than is looked up. */
  readonly isCut: boolean
}

/** What the articles hold of a message. */
export type FoundInArticles = Answer & { readonly lookedUp: LookedUp }

/** What the articles say to a question: a plain value that knows neither Discord nor a terminal. */
export type Answer = Answered | NothingFound

/** The most items of an answer to `/ask`, of any other answer, and of `nearest`. */
export const maxAskItems = 3
export const maxItems = 25
export const maxNearest = 3
