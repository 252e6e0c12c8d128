import type { Article, Paragraph } from '../../corpus/article/article.ts'
import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import { wordsIn } from '../../language/analysis/words-in-range.ts'
import type { Range } from '../../language/text/range.ts'
import { termsOf } from '../../language/tokens/terms.ts'
import { readQuotations } from './read-quotations.ts'
import type { Quotation } from './spans/quotation.ts'

/** A quotation in its article, with its search terms. */
export interface Utterance {
  readonly article: Article
  readonly paragraph: Paragraph
  readonly quotation: Quotation
  /** The whole sentences that contain it, as offsets in the paragraph's text. */
  readonly around: Range
  /** The terms of the quoted words. */
  readonly termSet: ReadonlySet<string>
  /** The terms of the whole sentences. */
  readonly aroundTerms: ReadonlySet<string>
}

/** The quotations of an article in order. */
export function readUtterances(article: Article): readonly Utterance[] {
  const byNumber = new Map(article.paragraphs.map((paragraph) => [paragraph.number, paragraph]))
  return readQuotations(article).flatMap((quotation) => {
    const paragraph = byNumber.get(quotation.paragraph)
    if (paragraph === undefined) return []
    const analysed = analyse(paragraph)
    const around = analysed.sentencesAround(quotation)
    const termSetIn = (range: Range) => new Set(termsOf(wordsIn(analysed, range)).map(({ term }) => term))
    const [termSet, aroundTerms] = [termSetIn(quotation), termSetIn(around)]
    return [{ article, paragraph, quotation, around, termSet, aroundTerms }]
  })
}
