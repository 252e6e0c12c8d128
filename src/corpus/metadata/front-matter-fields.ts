import type { ArticleWarning } from '../article/article.ts'

/** The metadata in an article's front matter; null or empty for what it leaves out or states in no usable form. */
export interface FrontMatter {
  readonly title: string | null
  readonly date: string | null
  readonly outlet: string | null
  readonly authors: readonly string[]
  readonly url: string | null
  /** What could not be used. */
  readonly warnings: readonly ArticleWarning[]
}

/** What an article without front matter states. */
export const noFrontMatter: FrontMatter = {
  title: null,
  date: null,
  outlet: null,
  authors: [],
  url: null,
  warnings: [],
}
