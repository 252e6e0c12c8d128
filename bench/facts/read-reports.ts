import type { Article } from '../../src/corpus/article/article.ts'
import { analyse } from '../../src/language/analysis/analysed-paragraph.ts'
import type { Report } from '../../src/reading/facts/extract/claim.ts'
import { reportsOf } from '../../src/reading/facts/extract/extract-claims.ts'

/** The reports of articles, read as the library reads them. */
export function readReports(articles: readonly Article[]): Report[] {
  return articles.flatMap((article) =>
    reportsOf(
      article,
      article.paragraphs
        .filter(({ kind }) => kind === 'body')
        .flatMap((paragraph) => analyse(paragraph).sentences.map((sentence) => ({ paragraph, sentence }))),
    ),
  )
}
