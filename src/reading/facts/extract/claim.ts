import type { Article, Paragraph } from '../../../corpus/article/article.ts'
import type { Sentence } from '../../../language/analysis/sentence.ts'
import type { Range } from '../../../language/text/range.ts'
import type { Content } from './claim-content.ts'

/** What an article is about, for clauses that do not repeat it. */
export interface Setting {
  /** The keys of all names in the article. */
  readonly mentioned: ReadonlySet<string>
  /** Names in its first sentences, or that recur often. */
  readonly central: ReadonlySet<string>
}

/** The source that a report cites, as the article words it. */
export interface CitedSource {
  readonly text: string
  readonly paragraph: Paragraph
  /** Offsets in the paragraph's text. */
  readonly range: Range
  /** What it is compared by: the keys of its names, or else its content words. */
  readonly terms: ReadonlySet<string>
}

/** One report of a fact: a sentence of an article, or a part of it. */
export interface Claim {
  readonly article: Article
  /** Its index among the reports of its article. A copy with another focus or content keeps it. */
  readonly index: number
  readonly paragraph: Paragraph
  readonly sentence: Sentence
  /** Offsets in the sentence's text: the whole sentence, or the clause that reports this fact. */
  readonly focus: Range
  readonly content: Content
  readonly setting: Setting
  readonly source: CitedSource | null
  /** False for a clause that counts only if another article reports the same. */
  readonly isMain: boolean
}
