import type { Article } from '../../src/corpus/article/article.ts'
import { readSentences } from '../../src/language/sentences/read-sentences.ts'
import type { Report } from '../../src/reading/facts/extract/claim.ts'
import { reportsOf } from '../../src/reading/facts/extract/extract-claims.ts'

/** The reports of articles, read as the library reads them. */
export function readReports(articles: readonly Article[]): Report[] {
  return articles.flatMap((article) =>
    reportsOf(
      article,
      article.paragraphs
        .filter(({ kind }) => kind === 'body')
        .flatMap((paragraph) => readSentences(paragraph.text).map((sentence) => ({ paragraph, sentence }))),
    ),
  )
}
