import type { Article, Paragraph } from '../../corpus/article/article.ts'
import { sentences } from '../../language/sentences/sentences.ts'
import type { Range } from '../../language/text/range.ts'
import { terms } from '../../language/tokens/terms.ts'
import { readQuotations } from './read-quotations.ts'
import type { Quotation } from './spans/quotation.ts'

/** A quotation in its article, with what it is found by. */
export interface Utterance {
  readonly article: Article
  readonly paragraph: Paragraph
  readonly quotation: Quotation
  /** The whole sentences in which it stands, as offsets in the paragraph's text. */
  readonly around: Range
  /** The terms of the quoted words. */
  readonly termSet: ReadonlySet<string>
  /** The terms of the whole sentences. */
  readonly aroundTerms: ReadonlySet<string>
}

function termSetOf(text: string): ReadonlySet<string> {
  return new Set(terms(text).map(({ term }) => term))
}

/** The stretch of whole sentences that a quotation touches. */
function sentencesAround(all: readonly Range[], { start, end }: Quotation, text: string): Range {
  const touched = all.filter((sentence) => sentence.start < end && sentence.end > start)
  const first = touched[0]
  const last = touched.at(-1)
  // A quotation always touches a sentence: together they hold every visible character.
  return first && last ? { start: first.start, end: last.end } : { start: 0, end: text.length }
}

/** The quotations of an article in order. */
export function readUtterances(article: Article): readonly Utterance[] {
  const byNumber = new Map(article.paragraphs.map((paragraph) => [paragraph.number, paragraph]))
  const sentencesOf = new Map<Paragraph, readonly Range[]>()
  return readQuotations(article).flatMap((quotation) => {
    const paragraph = byNumber.get(quotation.paragraph)
    if (paragraph === undefined) return []
    const all = sentencesOf.get(paragraph) ?? sentences(paragraph.text)
    sentencesOf.set(paragraph, all)
    const around = sentencesAround(all, quotation, paragraph.text)
    const termSet = termSetOf(quotation.text)
    const aroundTerms = termSetOf(paragraph.text.slice(around.start, around.end))
    return [{ article, paragraph, quotation, around, termSet, aroundTerms }]
  })
}
