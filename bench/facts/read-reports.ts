import type { Article } from '../../src/corpus/article/article.ts'
import { analyse } from '../../src/language/analysis/analysed-paragraph.ts'
import type { Claim } from '../../src/reading/facts/extract/claim.ts'
import { claimsOf } from '../../src/reading/facts/extract/extract-claims.ts'
import { readUtterances } from '../../src/reading/statements/utterances.ts'

/** The reports of articles, read as the library reads them. */
export function readReports(articles: readonly Article[]): Claim[] {
  return articles.flatMap((article) =>
    claimsOf(
      article,
      article.paragraphs
        .filter(({ kind }) => kind === 'body')
        .flatMap((paragraph) => analyse(paragraph).sentences.map((sentence) => ({ paragraph, sentence }))),
      readUtterances(article),
    ),
  )
}
