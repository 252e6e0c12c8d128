import type { Paragraph } from '../../corpus/article/article.ts'
import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import type { Range } from '../../language/text/range.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { isReport, type Utterance } from '../../reading/statements/utterances.ts'
import { groupBy } from '../../resources/group-by.ts'
import { oncePerKey } from '../../resources/once-per-key.ts'
import { type ClauseBoundaries, clauseBoundaries, type ExactWord, exactWords } from '../answer/exact-words.ts'
import { type PhraseIndex, phraseIndex } from '../answer/phrase-index.ts'

/** The articles as one lookup needs them; each paragraph is read once. */
export interface Places {
  readonly rows: PhraseIndex
  wordsOf(paragraph: Paragraph): readonly ExactWord[]
  boundariesOf(paragraph: Paragraph): ClauseBoundaries
  /** The whole sentences of a paragraph that a span of it touches. */
  sentencesAround(paragraph: Paragraph, range: Range): Range
  /** The quotation that contains a span of a paragraph, if there is one. */
  quotationAt(paragraph: Paragraph, range: Range): Utterance | undefined
}

/** The places of a generation, for one lookup. */
export function openPlaces(generation: Generation): Places {
  const wordsOf = oncePerKey(({ text }: Paragraph) => exactWords(text))
  const boundariesOf = oncePerKey((paragraph: Paragraph) => clauseBoundaries(paragraph.text, wordsOf(paragraph)))
  const quoted = generation.utterances.filter((utterance) => !isReport(utterance))
  const quotations = groupBy(quoted, ({ paragraph }) => paragraph)
  return {
    rows: phraseIndex(generation),
    wordsOf,
    boundariesOf,
    sentencesAround: (paragraph, range) => analyse(paragraph).sentencesAround(range),
    quotationAt: (paragraph, { start, end }) =>
      quotations.get(paragraph)?.find(({ content }) => content.start <= start && end <= content.end),
  }
}
