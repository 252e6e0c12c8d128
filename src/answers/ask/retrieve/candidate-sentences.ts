import type { Sentence } from '../../../language/analysis/sentence.ts'
import type { Generation, Passage } from '../../../library/generation/generation.ts'
import type { Hit } from '../../../search/paragraph-index.ts'
import type { Question } from '../question/parse-question.ts'
import { type CandidateParagraph, findParagraphs } from './candidate-paragraphs.ts'
import type { Match } from './term-match.ts'

/** A sentence that may answer, in its paragraph. */
export interface Candidate {
  readonly passage: Passage
  readonly sentence: Sentence
  readonly paragraph: CandidateParagraph
  /** The sentence's index in its paragraph, from 0. */
  readonly at: number
  readonly match: Match
  readonly coverage: number
}

const maxSentences = 20
/** A longer sentence, in terms, is a fault of the text: nobody reads it as an answer. */
const maxSentenceLength = 4_000

/**
 * A first estimate of how likely a sentence answers, which reduces many candidates to a few: how much of the question is in the sentence,
 * the one before it, its paragraph, the paragraphs around it, and its article. (On SQuAD 2.0, 95.8 % of the sentences that answer are among
 * its first 24; with the first three parts alone, 95.3 %.)
 */
function firstGuess({ coverages, coverage, share, inVicinity, inArticle }: CandidateParagraph, at: number): number {
  return 2 * (coverages[at] ?? 0) + 0.3 * (coverages[at - 1] ?? 0) + coverage + share + 0.5 * (inVicinity + inArticle)
}

/** The likeliest sentences of the paragraphs found, at most 20; ties in article order. */
export function findCandidates(generation: Generation, question: Question, hits: readonly Hit[]): readonly Candidate[] {
  return findParagraphs(generation, question, hits)
    .flatMap((paragraph) =>
      paragraph.sentences.map((sentence, at) => ({
        paragraph,
        sentence,
        at,
        guess: firstGuess(paragraph, at),
      })),
    )
    .filter(({ sentence }) => sentence.terms.length <= maxSentenceLength && !sentence.text.endsWith('?'))
    .sort((a, b) => b.guess - a.guess || a.paragraph.passage.key - b.paragraph.passage.key || a.at - b.at)
    .slice(0, maxSentences)
    .flatMap(({ paragraph, sentence, at }) => {
      const match = paragraph.matches[at]
      if (match === undefined) return []
      return [{ passage: paragraph.passage, sentence, paragraph, at, match, coverage: paragraph.coverages[at] ?? 0 }]
    })
}
