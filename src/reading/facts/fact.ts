import type { Article, Paragraph } from '../../corpus/article.ts'
import type { Range } from '../../text/range.ts'
import type { Sentence } from '../read-sentences.ts'

/** One report of a fact: a sentence of an article, and the part of it that is meant. */
export interface Report {
  readonly article: Article
  readonly paragraph: Paragraph
  readonly sentence: Sentence
  /** Offsets in the sentence's text: all of it, or the clause with this fact's figure. */
  readonly focus: Range
  readonly termSet: ReadonlySet<string>
  /** The values of the figures in the focus. */
  readonly values: ReadonlySet<number>
}

/** What one or more sentences report, in the order of the articles. */
export interface Fact {
  readonly reports: readonly [Report, ...Report[]]
}
