import type { Article } from '../../corpus/article.ts'
import { type Generation, inArticle, type Passage } from '../../library/generation.ts'
import type { Sentence } from '../../reading/read-sentences.ts'
import { heldByEither, heldShare, type Match, matchSentence } from './match.ts'
import type { Question } from './question.ts'

/** A paragraph that may answer, with its sentences. */
export interface CandidateParagraph {
  readonly passage: Passage
  readonly sentences: readonly Sentence[]
  readonly matches: readonly Match[]
  /** The share of the question's weight that each sentence holds. */
  readonly coverages: readonly number[]
  /** How much of each of the question's terms the paragraph holds. */
  readonly held: readonly number[]
  /** The share of the question's weight that the paragraph holds. */
  readonly coverage: number
  /** The search score, and as a share of the best paragraph's. */
  readonly score: number
  readonly share: number
  /** Its place among the paragraphs found, from 0. */
  readonly rank: number
}

/** A sentence that may answer, in its paragraph. */
export interface Candidate {
  readonly passage: Passage
  readonly sentence: Sentence
  readonly paragraph: CandidateParagraph
  /** The sentence's place in its paragraph, from 0. */
  readonly at: number
  readonly match: Match
  readonly coverage: number
}

const mostParagraphs = 40
const mostSentences = 40
/** A sentence of more terms than this is a list or a fault of the text: nobody reads it as an answer. */
const longestSentence = 400

/** The paragraphs that the index finds for a question, in one article where it is named. */
function findParagraphs(generation: Generation, question: Question, article?: Article): readonly CandidateParagraph[] {
  const wanted = question.terms.flatMap(({ matches }) => matches)
  const hits = generation.index.search(wanted, { limit: mostParagraphs, only: inArticle(generation, article) })
  const best = hits[0]?.score ?? 1
  const nothing = question.terms.map(() => 0)
  return hits.flatMap(({ key, score }, rank) => {
    const passage = generation.passages[key]
    if (passage === undefined) return []
    const sentences = generation.sentences(key)
    const matches = sentences.map((sentence) => matchSentence(question, sentence))
    const coverages = matches.map(({ held }) => heldShare(question, held))
    const held = matches.reduce<readonly number[]>((sum, match) => heldByEither(sum, match.held), nothing)
    return [
      {
        passage,
        sentences,
        matches,
        coverages,
        held,
        coverage: heldShare(question, held),
        score,
        share: score / best,
        rank,
      },
    ]
  })
}

/** A first guess at how likely a sentence answers, by which the many are cut to a few: the sentence's, its neighbourhood's and its paragraph's share. */
function firstGuess({ coverages, coverage, share }: CandidateParagraph, at: number): number {
  return 2 * (coverages[at] ?? 0) + coverage + share + 0.3 * (coverages[at - 1] ?? 0)
}

/** The likeliest sentences of the paragraphs found, at most 40; ties in the order of the articles. */
export function findCandidates(generation: Generation, question: Question, article?: Article): readonly Candidate[] {
  return findParagraphs(generation, question, article)
    .flatMap((paragraph) =>
      paragraph.sentences.map((sentence, at) => ({
        paragraph,
        sentence,
        at,
        guess: firstGuess(paragraph, at),
      })),
    )
    .filter(({ sentence }) => sentence.terms.length <= longestSentence)
    .sort((a, b) => b.guess - a.guess || a.paragraph.passage.key - b.paragraph.passage.key || a.at - b.at)
    .slice(0, mostSentences)
    .flatMap(({ paragraph, sentence, at }) => {
      const match = paragraph.matches[at]
      if (match === undefined) return []
      return [{ passage: paragraph.passage, sentence, paragraph, at, match, coverage: paragraph.coverages[at] ?? 0 }]
    })
}
