import type { Range } from '../../language/text/range.ts'

/** An article as an answer names it. */
export interface ArticleReference {
  /** The article's path below the articles' folder, with `/`. */
  readonly file: string
  readonly article: string
  /** The shortest prefix of the id that no other article shares. */
  readonly shortId: string
  readonly title: string
  readonly date: string | null
  readonly outlet: string | null
  readonly url: string | null
}

/** Where a snippet is found: article, paragraph and offsets, with a hash that shows whether the paragraph is still the same. */
export interface Citation extends Range, ArticleReference {
  /** The paragraph's number in the article, from 1. */
  readonly paragraph: number
  /** The first 16 hex digits of the SHA-256 of the paragraph's text. */
  readonly hash: string
}

/** Text of an article, unchanged, with its citation. */
export interface CitedText {
  /** The paragraph's characters from `citation.start` to `citation.end`. */
  readonly text: string
  readonly citation: Citation
}

/** A paragraph, or a sentence of one, without which a snippet cannot be understood. */
export interface ContextText extends CitedText {
  /** `above`: it introduces the snippet, as a table's header row, the sentence above a list, or the one that names "him". `below`: the snippet introduces it. */
  readonly position: 'above' | 'below'
}

/** Whole sentences of a paragraph. */
export interface Snippet extends CitedText {
  /** In the article's order; empty for most snippets. */
  readonly context: readonly ContextText[]
  /**
   * What answers the question, as offsets in `text`, in order, without overlaps: the figure, name, day or place asked for, the value on which
   * the articles disagree, the day of an entry of a timeline, or the words looked up. Empty if that is not known.
   */
  readonly highlights: readonly Range[]
}
