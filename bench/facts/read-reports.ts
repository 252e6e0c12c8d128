import type { Article } from '../../src/corpus/article.ts'
import type { Report } from '../../src/reading/facts/report.ts'
import { reportsOf } from '../../src/reading/facts/reports.ts'
import { readSentences } from '../../src/reading/read-sentences.ts'

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
